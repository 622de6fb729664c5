"""What files may hold: validation with Vietnamese findings, and the JSON Schema files.

The models say it all; the JSON Schema files are made from them, and the messages are worded
with what the schemas say about a place.
"""

from generator.schema.committed import drift
from generator.schema.files import kind_of, model_for, schema_name
from generator.schema.generate import VERSION, generate
from generator.schema.rules import RULES
from generator.schema.validate import Validated, validate

__all__ = [
    "RULES",
    "VERSION",
    "Validated",
    "drift",
    "generate",
    "kind_of",
    "model_for",
    "schema_name",
    "validate",
]
