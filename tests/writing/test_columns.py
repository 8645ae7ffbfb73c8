"""How wide the columns of a table are."""

from whimbrel.writing.columns import columns


def test_columns_fill_the_width() -> None:
    assert abs(sum(columns((("a", "a longer text of some words"),), 160, 9)) - 160) < 0.01


def test_a_column_has_room_for_its_longest_word() -> None:
    short, long = columns((("Year", "An account of all that was done " * 9), ("2024", "x")), 160, 9)
    assert 10 < short < 30 < long


def test_more_columns_than_there_is_room_for_share_it() -> None:
    widths = columns((("implemented",) * 20,), 160, 9)
    assert abs(sum(widths) - 160) < 0.01


def test_where_there_is_not_enough_room_short_words_stay_whole_and_the_widest_give_way() -> None:
    row = ("14.10 a)", "COP15", *("implementation-of-that",) * 9)
    widths = columns((row,), 160, 9)
    assert abs(sum(widths) - 160) < 0.01
    assert widths[0] < widths[2]
    assert widths[1] < widths[2]
    assert len({round(one, 3) for one in widths[2:]}) == 1


def test_a_symbol_breaks_behind_its_marks() -> None:
    symbol, _ = columns((("UNEP/CMS/COP15/Doc.18.1#para_30", "An account. " * 40),), 160, 9)
    assert symbol < 40


def test_a_table_without_rows_has_no_columns() -> None:
    assert columns((), 160, 9) == []


def test_a_column_has_room_for_numbers_from_to() -> None:
    rows = [("a", "b"), ("189–275 (189)", "word " * 40)]
    apart = [("a", "b"), ("189 275 (189)", "word " * 40)]
    assert columns(rows, 60, 9)[0] > columns(apart, 60, 9)[0]
