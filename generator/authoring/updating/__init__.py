"""Takes what was changed in an exported workbook back into the files of a plan.

The workbook is compared with the plan as it was when the workbook was made, so that only what a
person typed counts as a change, and each change is laid on the plan as it is now. A cell that
the plan has no place for, that the machine works out, or that was changed on both sides is
refused; then nothing is written at all.
"""

from generator.authoring.updating.apply import apply_edits
from generator.authoring.updating.compare import Edit, Refusal, State, Verdict, compare, told
from generator.authoring.updating.sheets import Exported, is_exported, read_exported

__all__ = [
    "Edit",
    "Exported",
    "Refusal",
    "State",
    "Verdict",
    "apply_edits",
    "compare",
    "is_exported",
    "read_exported",
    "told",
]
