"""Seven kinds of party more: government, municipality, court, party, union, trade, university."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("positions", "0012_who_is_spoken_for"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalstakeholder",
            name="kind",
            field=models.CharField(
                choices=[
                    ("company", "Company"),
                    ("division", "Division"),
                    ("investors", "Investors"),
                    ("advocacy", "Advocacy group"),
                    ("coalition", "Coalition"),
                    ("caucus", "Caucus"),
                    ("legislature", "Legislature"),
                    ("agency", "Public agency"),
                    ("government", "Government"),
                    ("municipality", "Municipality"),
                    ("court", "Court"),
                    ("party", "Political party"),
                    ("union", "Trade union"),
                    ("trade", "Trade association"),
                    ("university", "University"),
                    ("outlet", "News outlet"),
                    ("research", "Research body"),
                    ("collective", "Unnamed collective"),
                    ("person", "Person"),
                ],
                help_text="What kind of party.",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="indexentry",
            name="voice_kind",
            field=models.CharField(
                choices=[
                    ("company", "Company"),
                    ("division", "Division"),
                    ("investors", "Investors"),
                    ("advocacy", "Advocacy group"),
                    ("coalition", "Coalition"),
                    ("caucus", "Caucus"),
                    ("legislature", "Legislature"),
                    ("agency", "Public agency"),
                    ("government", "Government"),
                    ("municipality", "Municipality"),
                    ("court", "Court"),
                    ("party", "Political party"),
                    ("union", "Trade union"),
                    ("trade", "Trade association"),
                    ("university", "University"),
                    ("outlet", "News outlet"),
                    ("research", "Research body"),
                    ("collective", "Unnamed collective"),
                    ("person", "Person"),
                ],
                help_text="What kind of party that is.",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="stakeholder",
            name="kind",
            field=models.CharField(
                choices=[
                    ("company", "Company"),
                    ("division", "Division"),
                    ("investors", "Investors"),
                    ("advocacy", "Advocacy group"),
                    ("coalition", "Coalition"),
                    ("caucus", "Caucus"),
                    ("legislature", "Legislature"),
                    ("agency", "Public agency"),
                    ("government", "Government"),
                    ("municipality", "Municipality"),
                    ("court", "Court"),
                    ("party", "Political party"),
                    ("union", "Trade union"),
                    ("trade", "Trade association"),
                    ("university", "University"),
                    ("outlet", "News outlet"),
                    ("research", "Research body"),
                    ("collective", "Unnamed collective"),
                    ("person", "Person"),
                ],
                help_text="What kind of party.",
                max_length=20,
            ),
        ),
    ]
