from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0003_search"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["kind", "seq"], name="publication_by_kind"),
        ),
    ]
