"""Checks: from plans to findings. One rule, one module, one page of the catalogue.

A module holds `RULE`, whose page is the module's docstring, and one or more of the pure
generators `check_plan(plan, registry)`, `check_registry(registry)`, `check_library(library)`.
To add a rule, write its module, name it below, and give it a good and a bad example.
"""

from types import ModuleType

from generator import located, schema
from generator.checks import (
    b101_row_sum_mismatch,
    b102_group_sum_mismatch,
    b103_annex_sum_mismatch,
    b104_statement_sum_mismatch,
    b105_funding_sum_mismatch,
    b106_words_mismatch,
    b107_words_unreadable,
    b108_unit_not_money,
    b109_part_exceeds_whole,
    d101_count_mismatch,
    d102_numbering_gap,
    d103_duplicate_code,
    d104_unclear_task,
    d105_coverage_contradicts_data,
    d106_date_order,
    d107_repeated_entry,
    p101_target_outside_period,
    p102_money_outside_schedule,
    p103_schedule_starts_before_money,
    p104_schedule_outside_period,
    p105_deadline_already_past,
    p106_schedule_unreadable,
    p107_column_outside_period,
    r101_unknown_agency,
    r102_lead_also_coordinator,
    r103_unknown_document,
    r104_unknown_unit,
    r105_unknown_concept,
    r106_unknown_indicator,
    r107_unknown_column,
    r108_unknown_province,
    r109_alias_clash,
    r110_duplicate_id,
    r111_reserved_id,
    t101_target_moves_wrong_way,
    t102_target_stated_twice,
    t103_prose_table_mismatch,
    t104_percent_above_100,
    t105_value_not_in_text,
    t106_target_incomplete,
    t107_comparator_differs,
    x101_replacement_one_sided,
    x102_replaced_after_replacing,
    x103_concept_units_differ,
    x104_concept_direction_differs,
    x105_target_below_predecessor,
)
from generator.checks.waiver_rules import WAIVER_RULES
from generator.diagnostics import Rule

CHECKS: tuple[ModuleType, ...] = (
    r101_unknown_agency,
    r102_lead_also_coordinator,
    r103_unknown_document,
    r104_unknown_unit,
    r105_unknown_concept,
    r106_unknown_indicator,
    r107_unknown_column,
    r108_unknown_province,
    r109_alias_clash,
    r110_duplicate_id,
    r111_reserved_id,
    b101_row_sum_mismatch,
    b102_group_sum_mismatch,
    b103_annex_sum_mismatch,
    b104_statement_sum_mismatch,
    b105_funding_sum_mismatch,
    b106_words_mismatch,
    b107_words_unreadable,
    b108_unit_not_money,
    b109_part_exceeds_whole,
    t101_target_moves_wrong_way,
    t102_target_stated_twice,
    t103_prose_table_mismatch,
    t104_percent_above_100,
    t105_value_not_in_text,
    t106_target_incomplete,
    t107_comparator_differs,
    p101_target_outside_period,
    p102_money_outside_schedule,
    p103_schedule_starts_before_money,
    p104_schedule_outside_period,
    p105_deadline_already_past,
    p106_schedule_unreadable,
    p107_column_outside_period,
    d101_count_mismatch,
    d102_numbering_gap,
    d103_duplicate_code,
    d104_unclear_task,
    d105_coverage_contradicts_data,
    d106_date_order,
    d107_repeated_entry,
    x101_replacement_one_sided,
    x102_replaced_after_replacing,
    x103_concept_units_differ,
    x104_concept_direction_differs,
    x105_target_below_predecessor,
)
"""Every check, in the order in which findings of one place are told."""

RULES: tuple[Rule, ...] = (
    *located.RULES,
    *schema.RULES,
    *(check.RULE for check in CHECKS),
    *WAIVER_RULES,
)
"""Every rule of the catalogue, in the order of its pages."""

__all__ = ["CHECKS", "RULES"]
