from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0004_publication_by_kind"),
    ]

    operations = [
        migrations.AddField("signedcheckpoint", "acts", models.IntegerField(null=True)),
    ]
