"""The vetting of partners: papers, answers, flags, measures, exceptions, what others verified."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0017_partnerships"),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnershipException",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("parts", models.JSONField(default=list)),
                ("reason", models.TextField()),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exceptions",
                        to="register.partnership",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "id"),
            },
        ),
        migrations.CreateModel(
            name="PartnershipFlag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("category", models.CharField(max_length=60)),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                ("on", models.DateField()),
                ("lifted_on", models.DateField(null=True)),
                ("lifted_why", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="flags",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "id"),
            },
        ),
        migrations.CreateModel(
            name="PartnershipMeasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField()),
                ("owner", models.CharField(max_length=200)),
                ("until", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "flag",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="register.partnershipflag",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "id"),
            },
        ),
        migrations.CreateModel(
            name="PartnershipPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("instead", models.BooleanField(default=False)),
                ("name", models.CharField(max_length=255)),
                ("media", models.CharField(max_length=120)),
                ("sha256", models.CharField(max_length=64)),
                ("file", models.BinaryField()),
                ("expires_on", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "id"),
            },
        ),
        migrations.CreateModel(
            name="PartnershipReliance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveIntegerField(default=1)),
                ("verifier", models.CharField(max_length=200)),
                ("what", models.TextField()),
                ("reference", models.CharField(max_length=400)),
                ("lines", models.JSONField(default=list)),
                ("verified_on", models.DateField()),
                ("until", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reliances",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "id"),
            },
        ),
        migrations.CreateModel(
            name="PartnershipAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveIntegerField(default=1)),
                ("kind", models.CharField(max_length=20)),
                ("line", models.CharField(max_length=60)),
                ("value", models.JSONField(null=True)),
                ("source", models.CharField(blank=True, max_length=400)),
                ("consulted_on", models.DateField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "round", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "round", "kind", "line"), name="an_answer_once"
                    )
                ],
            },
        ),
    ]
