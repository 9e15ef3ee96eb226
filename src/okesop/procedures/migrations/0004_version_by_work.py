from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("procedures", "0003_version_by_standing")]
    operations = [
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                fields=[
                    "state",
                    "procedure",
                    "round",
                    "error_count",
                    "returned_at",
                    "chain",
                    "approvals_given",
                    "updated_at",
                ],
                name="version_by_work",
            ),
        ),
    ]
