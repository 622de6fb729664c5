"""Skeletons of what people add: a plan, a check. Nothing that is there is written over."""

from generator.authoring.new.check import CheckDraft, check_files, registered
from generator.authoring.new.plan import PlanDraft, plan_files

__all__ = ["CheckDraft", "PlanDraft", "check_files", "plan_files", "registered"]
