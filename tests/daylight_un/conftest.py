"""Whatever refusal these tests meet reads well."""

from sentences import people_read_every_refusal

__all__ = ["people_read_every_refusal"]
