"""A report on contributions can be given back to be corrected; its dates are as exact as stated."""

from django.db import migrations, models

ADDED = (
    ("returned_at", models.DateTimeField(null=True)),
    ("returned", models.TextField(blank=True, default="")),
    ("unread", models.JSONField(default=list)),
)


class Migration(migrations.Migration):
    dependencies = (("register", "0012_adopted_schemes"),)

    operations = (
        *(
            migrations.AddField(
                model_name="contribution", name=name, field=field,
                preserve_default=name == "unread",
            )
            for name, field in ADDED
        ),
        *(
            migrations.AlterField(
                model_name="contributed", name=name,
                field=models.CharField(blank=True, default="", max_length=10),
                preserve_default=False,
            )
            for name in ("since", "until")
        ),
    )  # fmt: skip
