"""Detection power: every slip of a hand made in the plans, and whether the checks tell it."""
