from django.db import migrations, models

EVERY_CASE = """
INSERT INTO store_owing ("case") SELECT docket FROM store_entry WHERE seq = 0 AND docket LIKE 'case-%'
"""


class Migration(migrations.Migration):
    """Of cases from before, each may owe something, until its next act says."""

    dependencies = [
        ("store", "0006_lists_by_key"),
    ]

    operations = [
        migrations.CreateModel("Owing", [("case", models.CharField(max_length=80, primary_key=True))]),
        migrations.RunSQL(EVERY_CASE, migrations.RunSQL.noop),
    ]
