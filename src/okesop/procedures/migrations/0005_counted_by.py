from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("procedures", "0004_version_by_work"),
    ]

    operations = [
        migrations.CreateModel(
            name="CountedBy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rules", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
