import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0008_drafts_and_lineage")]

    operations = [
        migrations.CreateModel(
            name="Dismissal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=400)),
                ("finding", models.CharField(max_length=400)),
                ("rule", models.CharField(max_length=60)),
                ("words", models.TextField(blank=True)),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("about", "id"),
            },
        ),
        migrations.CreateModel(
            name="Issued",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=20)),
                ("tree", models.TextField()),
                ("places", models.JSONField(default=dict)),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("report", "id"),
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=255)),
                ("words", models.TextField(blank=True)),
                ("base", models.TextField(blank=True)),
                ("language", models.CharField(max_length=2)),
                ("at", models.DateTimeField()),
                ("change", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ("report", "id"),
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("place", models.CharField(blank=True, max_length=255)),
                ("eid", models.CharField(blank=True, max_length=255)),
                ("kind", models.CharField(max_length=20)),
                ("author", models.CharField(blank=True, max_length=200)),
                ("written", models.CharField(blank=True, max_length=40)),
                ("before", models.TextField(blank=True)),
                ("after", models.TextField(blank=True)),
                ("whole", models.TextField(blank=True)),
                ("sure", models.BooleanField(default=True)),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("accepted", "Accepted"),
                            ("refused", "Refused"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("returned", "id"),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                ("item", models.CharField(max_length=40)),
                ("language", models.CharField(max_length=2)),
                ("original", models.CharField(max_length=2)),
                ("symbol", models.CharField(blank=True, max_length=160)),
                ("title", models.TextField()),
                ("about", models.JSONField(default=list)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("style", models.CharField(default="cms", max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("frozen", "Frozen"),
                            ("submitted", "Submitted"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("next", models.CharField(blank=True, max_length=20)),
                ("public", models.BooleanField(default=False)),
                ("change", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ("-meeting__starts", "item", "language"),
            },
        ),
        migrations.CreateModel(
            name="Returned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file_name", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("file", models.BinaryField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddField(
            model_name="dismissal",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="issued",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="register.meeting",
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="passages",
                to="register.report",
            ),
        ),
        migrations.AddField(
            model_name="issued",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="issued",
                to="register.report",
            ),
        ),
        migrations.AddField(
            model_name="returned",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="returned",
            name="issued",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="returned",
                to="register.issued",
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="returned",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="remarks",
                to="register.returned",
            ),
        ),
        migrations.AddConstraint(
            model_name="dismissal",
            constraint=models.UniqueConstraint(
                fields=("about", "finding"), name="a_dismissal_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(fields=("report", "key"), name="a_passage_once"),
        ),
        migrations.AddConstraint(
            model_name="issued",
            constraint=models.UniqueConstraint(fields=("report", "name"), name="a_revision_once"),
        ),
        migrations.AddConstraint(
            model_name="returned",
            constraint=models.UniqueConstraint(
                fields=("issued", "sha256"), name="a_file_comes_back_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.UniqueConstraint(fields=("returned", "key"), name="a_remark_once"),
        ),
    ]
