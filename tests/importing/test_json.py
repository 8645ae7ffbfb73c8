"""InforMEA and ROR: item by item, people only on purpose, old layouts refused."""

import json

import pytest

from tests.tools import corpus
from whimbrel.importing.brought import Kind
from whimbrel.importing.json_files import read_informea, read_ror
from whimbrel.reading.errors import Unreadable


def written(tmp_path, what) -> object:
    path = tmp_path / "answer.json"
    path.write_text(what if isinstance(what, str) else json.dumps(what))
    return path


MEETING = {
    "id": "m1", "treaty": "fen", "start": "2026-03-23T00:00:00", "end": "/Date(1774742400000)/",
    "city": "Ternhouse", "country": "KEN", "url": "https://example.org/m1",
    "title": {"results": [{"id": "1", "language": "en", "value": "Meeting of the Fens"}]},
}  # fmt: skip


@pytest.mark.parametrize("wrapped", [
    [MEETING], {"d": {"results": [MEETING]}}, {"value": [MEETING]}, MEETING,
])  # fmt: skip
def test_a_meeting_is_read_in_every_wrapping(tmp_path, wrapped) -> None:
    one = read_informea(written(tmp_path, wrapped), Kind.MEETINGS).records[0]
    assert (one.id, one.treaty, one.city) == ("m1", "fen", "Ternhouse")
    assert (str(one.start), str(one.end)) == ("2026-03-23", "2026-03-29")
    assert one.titles == (("en", "Meeting of the Fens"),)


def test_an_item_that_is_wrong_is_rejected_alone(tmp_path) -> None:
    listed = [MEETING, {"id": "m2"}, 7, {**MEETING, "id": "m3", "end": "2020-01-01"}, MEETING,
              {**MEETING, "id": "m4"}, {**MEETING, "id": "m5"}, {**MEETING, "id": "m6"},
              {**MEETING, "id": "m7"}]  # fmt: skip
    found = read_informea(written(tmp_path, listed), Kind.MEETINGS)
    assert [one.id for one in found.records] == ["m1", "m4", "m5", "m6", "m7"]
    causes = {one.row: one.cause for one in found.rejected}
    assert set(causes) == {2, 3, 4, 5}
    assert "names no treaty" in causes[2] and "the same as row 1" in causes[5]


def test_people_come_only_on_purpose(tmp_path) -> None:
    path = written(tmp_path, [{"id": "p1", "firstName": "Mo", "lastName": "Heron"}])
    with pytest.raises(Unreadable, match="personal data"):
        read_informea(path, Kind.CONTACTS)
    found = read_informea(path, Kind.CONTACTS, purpose="to invite focal points")
    assert found.records[0].titles == (("", "Mo Heron"),)


@pytest.mark.parametrize(
    ("what", "cause"),
    [
        ("<html>", "web page"),
        ('{"a": ', "cut off"),
        ('{"a": 1}', "no list"),
        ("[[" * 50_000, "no JSON"),
    ],
)
def test_what_is_no_data_is_refused(tmp_path, what, cause) -> None:
    with pytest.raises(Unreadable, match=cause):
        read_informea(written(tmp_path, what), Kind.DECISIONS)


def body(**more) -> dict[str, object]:
    return {
        "id": "https://ror.org/00fens000", "status": "active", "types": ["nonprofit"],
        "names": [{"value": "Fen Trust", "types": ["ror_display", "label"], "lang": "en"},
                  {"value": "FT", "types": ["acronym"], "lang": None}],
        "locations": [{"geonames_id": 1, "geonames_details": {"country_code": "KE"}}],
        "relationships": [{"id": "https://ror.org/00moor000", "type": "successor", "label": "M"}],
        **more,
    }  # fmt: skip


def test_a_body_of_ror_is_read(tmp_path) -> None:
    one = read_ror(written(tmp_path, [body()])).records[0]
    assert (one.name, one.names, one.countries) == ("Fen Trust", ("FT",), ("KE",))
    assert one.successors == ("https://ror.org/00moor000",)


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ({"id": "x"}, "no identifier"), ({"status": "asleep"}, "no status"),
        ({"names": [{"value": "Fen"}]}, "0 names to show"),
    ],
)  # fmt: skip
def test_a_body_without_what_it_needs_is_rejected(tmp_path, more, cause) -> None:
    listed = [body(), body(id="https://ror.org/1"), body(**more)]
    found = read_ror(written(tmp_path, listed))
    assert [one.row for one in found.rejected] == [3] and cause in found.rejected[0].cause


def test_version_one_of_ror_is_told_apart(tmp_path) -> None:
    with pytest.raises(Unreadable, match="version 1"):
        read_ror(written(tmp_path, [{"id": "https://ror.org/1", "name": "Fen Trust"}]))


def test_the_sample_of_ror_is_read_whole() -> None:
    found = read_ror(corpus("reference", "orgs", "ror_environment_sample_v2.json"))
    assert (len(found.records), found.rejected_count) == (284, 0)
