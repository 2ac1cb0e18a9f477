"""Tables. The journal is append-only: nothing here updates or deletes an entry but the log's leaf number."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One act of one docket, with the salt of its commitment and the receipt given for it."""

    position = models.BigAutoField(primary_key=True)
    docket = models.CharField(max_length=80)
    seq = models.IntegerField()
    kind = models.CharField(max_length=40)
    source = models.BinaryField()
    digest = models.CharField(max_length=64)
    salt = models.BinaryField()
    intent_id = models.CharField(max_length=64, unique=True)
    received_ms = models.BigIntegerField(db_index=True)
    note = models.BinaryField()
    leaf = models.BigIntegerField(null=True, db_index=True)

    class Meta:
        """A docket has one act at each place."""

        constraints = (models.UniqueConstraint(fields=["docket", "seq"], name="one_act_at_a_place"),)


class IndexLink(models.Model):
    """One link of an index docket."""

    index = models.CharField(max_length=90)
    place = models.IntegerField()
    docket = models.CharField(max_length=80)
    seq = models.IntegerField()
    head = models.CharField(max_length=64)

    class Meta:
        """An index has one link at each place."""

        constraints = (models.UniqueConstraint(fields=["index", "place"], name="one_link_at_a_place"),)


class PrivateField(models.Model):
    """The opening of a private field; erasing the row erases the value, the act stays valid."""

    intent_id = models.CharField(max_length=64, db_index=True)
    path = models.CharField(max_length=80)
    salt = models.CharField(max_length=64)
    value = models.TextField()


class Publication(models.Model):
    """What was disclosed, in a gap-free sequence of its own; rows never change."""

    seq = models.BigIntegerField(primary_key=True)
    case = models.CharField(max_length=80, db_index=True)
    ocid = models.CharField(max_length=100, db_index=True)
    kind = models.CharField(max_length=40)
    published_ms = models.BigIntegerField()
    release = models.BinaryField()
    page = models.BinaryField()

    class Meta:
        """The latest notices of a kind are found without reading the others."""

        indexes = (models.Index(fields=["kind", "seq"], name="publication_by_kind"),)


class CaseRow(models.Model):
    """A case as the portal lists it: a read model that ``daylight rebuild`` makes again.

    ``place`` is the number of its first publication; ``grams`` is what the search index reads of ``words``.
    """

    case = models.CharField(max_length=80, primary_key=True)
    ocid = models.CharField(max_length=100, unique=True)
    title_zh = models.CharField(max_length=400)
    title_en = models.CharField(max_length=400)
    purchaser_zh = models.CharField(max_length=300)
    purchaser_en = models.CharField(max_length=300)
    territory = models.CharField(max_length=40, db_index=True)
    stage = models.CharField(max_length=20, db_index=True)
    budget_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    deadline_ms = models.BigIntegerField(null=True)
    updated_ms = models.BigIntegerField(db_index=True)
    words = models.TextField()
    place = models.BigIntegerField(unique=True)
    grams = models.TextField()

    class Meta:
        """Lists are read in their order, the latest first, from wherever a page begins."""

        indexes = (
            models.Index(fields=["updated_ms", "place"], name="case_by_day"),
            models.Index(fields=["stage", "updated_ms", "place"], name="case_by_stage_and_day"),
        )


class Owing(models.Model):
    """A case in which somebody may owe something: lists of duties look at no other."""

    case = models.CharField(max_length=80, primary_key=True)


class SignedCheckpoint(models.Model):
    """A checkpoint before it left the house; a size is signed once.

    ``acts`` says how many of the leaves that left with it are acts, so that a row deleted later is missed; it
    never leaves the house. Checkpoints signed before it was kept have none.
    """

    size = models.BigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    note = models.BinaryField()
    signed_ms = models.BigIntegerField()
    acts = models.IntegerField(null=True)


class ImportedIntention(models.Model):
    """A planned purchase read from a spreadsheet; not an act, and nothing is decided by it."""

    identity = models.CharField(max_length=64, unique=True)
    key = models.CharField(max_length=64, db_index=True)
    buyer = models.TextField()
    item = models.TextField()
    region = models.TextField()
    month = models.CharField(max_length=7, db_index=True)
    source = models.BinaryField()
