from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0005_acts_of_a_checkpoint"),
    ]

    operations = [
        migrations.AddIndex("caserow", models.Index(fields=["updated_ms", "place"], name="case_by_day")),
        migrations.AddIndex(
            "caserow", models.Index(fields=["stage", "updated_ms", "place"], name="case_by_stage_and_day")
        ),
    ]
