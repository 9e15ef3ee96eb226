from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("procedures", "0002_life")]
    operations = [
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                fields=["procedure", "number", "state", "effective_on", "revoked_on", "round"],
                name="version_by_standing",
            ),
        ),
    ]
