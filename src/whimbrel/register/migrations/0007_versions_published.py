from typing import Any

from django.db import migrations, models


def as_they_are(apps: Any, _schema: Any) -> None:
    """What is public stays so: the documents that are have been public with all their versions."""
    versions = apps.get_model("register", "Version").objects
    versions.filter(document__public=True).update(public=True)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0006_lists_at_speed"),
    ]

    operations = [
        migrations.AddField(
            model_name="version",
            name="public",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(as_they_are, migrations.RunPython.noop),
    ]
