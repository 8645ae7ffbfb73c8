"""The settings of the house."""

from pathlib import Path

import pytest

from whimbrel.site.environment import Environment


def test_nothing_set_gives_an_sqlite_house_beside_which_the_head_is_kept() -> None:
    house = Environment.read({})
    assert house.database == "sqlite:///whimbrel.sqlite3"
    assert house.head == Path("whimbrel.head")
    assert not house.debug


def test_what_is_set_counts() -> None:
    given = {"WHIMBREL_DATABASE": "sqlite:////srv/w.db", "WHIMBREL_DEBUG": "yes", "OTHER": "x"}
    house = Environment.read(given)
    assert (house.head, house.debug) == (Path("/srv/w.head"), True)
    assert Environment.read({"WHIMBREL_LEDGER_HEAD": "/safe/head"}).head == Path("/safe/head")


def test_the_spool_lies_beside_the_head_of_the_ledger() -> None:
    assert Environment.read({}).spool_folder == Path("whimbrel.spool")
    given = {"WHIMBREL_DATABASE": "sqlite:////srv/w.db"}
    assert Environment.read(given).spool_folder == Path("/srv/w.spool")
    assert Environment.read({"WHIMBREL_SPOOL": "/var/spool/w"}).spool_folder == Path("/var/spool/w")


def test_a_value_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="WHIMBREL_DEBUG is 'perhaps': write 1"):
        Environment.read({"WHIMBREL_DEBUG": "perhaps"})
