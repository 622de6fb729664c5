"""The columns that people outside depend on, and the data dictionary."""

import pytest

from generator.tables import TABLES, TYPE_NAMES, ColumnSpec, Table

CONTRACT = {
    "plans": "plan_id, province_id, number, kind, title, issuer, signer, issued_on, "
    "period_start, period_end, vision_year, replaces",
    "objectives": "plan_id, objective_id, kind, place, text",
    "indicators": "plan_id, indicator_id, code, name, unit, theme, owner_ids, better, concept_id",
    "targets": "plan_id, indicator_id, role, period_start, period_end, comparator, value, "
    "value_max, unit, per_year, text",
    "tasks": "plan_id, annex_id, code, group_code, title, lead_ids, coordinator_ids, lead_text, "
    "coordinator_text, schedule_text, start, end, due, recurrence, condition, remark",
    "budget": "plan_id, annex_id, code, role, title, column_id, amount, unit, amount_vnd",
    "findings": "plan_id, code, severity, status, path, stated, computed, difference, unit, reason",
    "agencies": "id, name",
    "provinces": "id, name",
}

ADDED = {
    "plans": "short_title, signer_role, effective_on, summary, implements, replaced_by, source, "
    "source_url, address, previous_ids",
    "objectives": "code, wording, indicator_ids, address, note",
    "indicators": "place, owner_text, not_comparable, address, note",
    "targets": "area_id, rank, rank_of, note",
    "tasks": "row, group_path, result, agency_remark, schedule_note, place, address, note",
    "budget": "row, column_label, period_start, period_end, funding_source, place, address",
    "findings": "rule, message, hint, file, line",
    "agencies": "kind, collective, aliases, predecessors, note",
    "provinces": "kind, code, valid_from, valid_to, predecessors, document_id, note",
}

COLUMNS = [(table, column) for table in TABLES for column in table.columns]
BY_NAME = {table.name: table for table in TABLES}


def test_the_tables_of_the_contract_come_first_in_its_order() -> None:
    """The registry begins with the nine tables of the contract."""
    assert [table.name for table in TABLES][: len(CONTRACT)] == list(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_a_table_begins_with_the_columns_of_the_contract(name: str) -> None:
    """Contract columns keep their names and places; what was published after them stays too."""
    columns = [column.name for column in BY_NAME[name].columns]
    promised = f"{CONTRACT[name]}, {ADDED[name]}".split(", ")
    assert columns[: len(promised)] == promised


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_are_unique_within_a_table(table: Table) -> None:
    """No table has two columns of one name, and no two tables share a name."""
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert len(BY_NAME) == len(TABLES)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: part.name)
def test_a_column_tells_its_type_and_meaning(table: Table, column: ColumnSpec) -> None:
    """The data dictionary has a type with a Vietnamese name and a whole sentence a column."""
    assert TYPE_NAMES[column.type]
    assert column.description.endswith(".")
    assert len(column.description) > 8


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_name_columns_that_exist(table: Table) -> None:
    """Primary keys are required columns; foreign keys lead to the primary key of a table."""
    columns = {column.name: column for column in table.columns}
    assert all(columns[name].constraints.required for name in table.primary_key)
    for link in table.foreign_keys:
        assert set(link.fields) <= set(columns)
        assert link.references == BY_NAME[link.table].primary_key


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_named_for_readers(table: Table) -> None:
    """Each table has a Vietnamese title and says what a row is."""
    assert table.title
    assert table.description.startswith("Mỗi dòng")
