from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="SopEntry",
            fields=[
                ("key", models.BigIntegerField(primary_key=True, serialize=False)),
                ("title", models.TextField()),
                ("identity", models.TextField()),
                ("steps", models.TextField()),
                ("title_words", models.TextField()),
                ("title_stems", models.TextField()),
                ("identity_words", models.TextField()),
                ("identity_stems", models.TextField()),
                ("steps_words", models.TextField()),
                ("steps_stems", models.TextField()),
            ],
            options={"ordering": ["key"]},
        ),
    ]
