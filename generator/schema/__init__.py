"""What files may hold: validation with Vietnamese findings, and the JSON Schema files.

The models say it all; the JSON Schema files are made from them, and the messages are worded
with what the schemas say about a place.
"""

from generator.schema.committed import drift
from generator.schema.files import kind_of, kinds, model_for, schema_name
from generator.schema.generate import VERSION, generate, schema_of
from generator.schema.hints import impossible_day
from generator.schema.outline import allowed_keys, expected_at_top, expected_below
from generator.schema.rules import RULES
from generator.schema.validate import Validated, validate

__all__ = [
    "RULES",
    "VERSION",
    "Validated",
    "allowed_keys",
    "drift",
    "expected_at_top",
    "expected_below",
    "generate",
    "impossible_day",
    "kind_of",
    "kinds",
    "model_for",
    "schema_name",
    "schema_of",
    "validate",
]
