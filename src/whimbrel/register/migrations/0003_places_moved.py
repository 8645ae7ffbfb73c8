from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the moving: PostgreSQL alters no table whose rows were just written."""

    dependencies = [("register", "0002_whole_house")]

    operations = [
        migrations.RemoveField(
            model_name="engagement",
            name="countries",
        ),
        migrations.RemoveField(
            model_name="engagement",
            name="inferred_country",
        ),
        migrations.RemoveField(
            model_name="engagement",
            name="venue_country",
        ),
    ]
