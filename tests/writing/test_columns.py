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


def test_where_words_must_break_sentences_have_more_room_than_long_words() -> None:
    told = "The Secretariat brings Parties and others together in a group. " * 4
    row = ("14.10 a)", told, "COP15", *("UNEP/CMS/COP15/Doc.18.1",) * 8)
    widths = columns((row,), 160, 9)
    assert abs(sum(widths) - 160) < 0.01
    assert widths[1] > 1.5 * widths[3]
    assert min(widths) > 5


def test_a_table_without_rows_has_no_columns() -> None:
    assert columns((), 160, 9) == []
