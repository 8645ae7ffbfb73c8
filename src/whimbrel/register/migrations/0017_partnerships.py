"""Partnerships: who may do what, their steps, versions, signatories and what is due."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0014_contributions_returned"),
    ]

    operations = [
        migrations.CreateModel(
            name="Authority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=60)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("document", models.CharField(max_length=400)),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("person", "since"),
            },
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=60, unique=True)),
                ("host", models.CharField(default="cms", max_length=60)),
                ("title", models.CharField(max_length=400)),
                ("need", models.TextField()),
                ("workplan", models.CharField(blank=True, max_length=400)),
                ("pack", models.CharField(max_length=60)),
                ("because", models.TextField(blank=True)),
                ("category", models.CharField(blank=True, max_length=60)),
                ("modality", models.CharField(blank=True, max_length=60)),
                ("instrument", models.CharField(blank=True, max_length=60)),
                ("direction", models.CharField(blank=True, max_length=20)),
                ("profit", models.CharField(blank=True, max_length=20)),
                ("value", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("usd", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("selection", models.CharField(blank=True, max_length=40)),
                ("justification", models.TextField(blank=True)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("risk", models.CharField(blank=True, max_length=60)),
                ("level", models.CharField(blank=True, max_length=60)),
                ("round", models.PositiveIntegerField(default=1)),
                ("vetted_on", models.DateField(null=True)),
                ("vetted_until", models.DateField(null=True)),
                ("state", models.CharField(blank=True, db_index=True, max_length=40)),
                ("begun_at", models.DateTimeField()),
                ("public", models.BooleanField(default=False)),
                ("summary", models.TextField(blank=True)),
                ("change", models.PositiveIntegerField(default=0)),
                (
                    "agreement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships",
                        to="register.agreement",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships",
                        to="register.body",
                    ),
                ),
                (
                    "engagements",
                    models.ManyToManyField(related_name="partnerships", to="register.engagement"),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships",
                        to="register.provision",
                    ),
                ),
                (
                    "requester",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requested",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-begun_at", "key"),
            },
        ),
        migrations.CreateModel(
            name="PartnershipEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("step", models.CharField(max_length=60)),
                ("role", models.CharField(blank=True, max_length=60)),
                ("whose", models.CharField(blank=True, max_length=200)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(blank=True)),
                ("said", models.JSONField(default=dict)),
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
                        related_name="events",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "number"), name="a_partnership_event_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("words", models.TextField(blank=True)),
                ("value", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("usd", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                ("signed_on", models.DateField(null=True)),
                ("set_aside_on", models.DateField(null=True)),
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
                        related_name="versions",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("partnership", "number"), name="a_version_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipSignatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("side", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("shown", models.CharField(blank=True, max_length=400)),
                ("checked_on", models.DateField(null=True)),
                ("authorized", models.BooleanField(null=True)),
                ("why", models.TextField(blank=True)),
                (
                    "checked_by",
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
                        related_name="signatories",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "version", "id"),
            },
        ),
        migrations.CreateModel(
            name="PartnershipDue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("words", models.TextField()),
                ("due_on", models.DateField(null=True)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("done_on", models.DateField(null=True)),
                ("found", models.TextField(blank=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="register.engagement",
                    ),
                ),
                (
                    "hangs_on",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="register.partnershipdue",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dues",
                        to="register.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("partnership", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("partnership", "number"), name="a_due_once")
                ],
            },
        ),
    ]
