import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0007_versions_published")]

    operations = [
        migrations.CreateModel(
            name="Cost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("activity", models.TextField()),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("source", models.CharField(max_length=120)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("days", models.PositiveIntegerField(null=True)),
            ],
            options={
                "ordering": ("year", "id"),
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120, unique=True)),
                ("placeholder", models.CharField(max_length=40)),
                ("heading", models.TextField(blank=True)),
                ("line", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("items", models.JSONField(default=list)),
                ("author", models.CharField(blank=True, max_length=200)),
                ("address", models.CharField(blank=True, max_length=400)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("in session", "In Session"),
                            ("adopted", "Adopted"),
                            ("not adopted", "Not Adopted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="proposed",
                        max_length=12,
                    ),
                ),
                ("result", models.TextField(blank=True)),
                ("public", models.BooleanField(default=False)),
                ("change", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ("meeting", "placeholder", "key"),
            },
        ),
        migrations.CreateModel(
            name="DraftText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("heading", models.TextField(blank=True)),
                ("line", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("items", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "label",
                    models.CharField(max_length=20),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Confirmed"),
                            ("refused", "Refused"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("old", "id"),
            },
        ),
        migrations.AddField(
            model_name="provision",
            name="chapeau",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="status",
            name="at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="status",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="status",
            name="covered",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="status",
            name="evidence",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="status",
            name="left",
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name="status",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="statuses",
                to="register.version",
            ),
        ),
        migrations.AddConstraint(
            model_name="status",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("version__isnull", False), ("by__isnull", False), _connector="OR"
                ),
                name="somebody_says_it",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="instrument",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="drafts",
                to="register.instrument",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="drafts",
                to="register.meeting",
            ),
        ),
        migrations.AddField(
            model_name="cost",
            name="draft",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="costs",
                to="register.draft",
            ),
        ),
        migrations.AddField(
            model_name="drafttext",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="drafttext",
            name="draft",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="texts",
                to="register.draft",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="draft",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="predecessors",
                to="register.draft",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="new",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="predecessors",
                to="register.provision",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="old",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successors",
                to="register.provision",
            ),
        ),
        migrations.AddConstraint(
            model_name="drafttext",
            constraint=models.UniqueConstraint(
                fields=("draft", "name"), name="a_version_of_a_draft_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(fields=("old", "new"), name="a_succession_once"),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(
                fields=("old", "draft"), name="a_draft_succeeds_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("new__isnull", False), ("draft__isnull", False), _connector="OR"
                ),
                name="it_goes_on_in_something",
            ),
        ),
    ]
