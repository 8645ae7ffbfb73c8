"""The schemes of admission on pages: everybody reads them, tries them, and leaves no trace."""

import pytest
from django.test import Client

from whimbrel.register.models import Line

pytestmark = pytest.mark.usefixtures("house")
NATIONAL = {"try": "1", "f-org_type": "ngo", "f-scope": "national", "f-subjects": "yes",
            "document": "representatives"}  # fmt: skip


def test_every_scheme_and_option_has_its_page() -> None:
    client = Client()
    rows = client.get("/schemes.json").json()["rows"]
    assert {"cms-art7", "light-accreditation"} <= {one["id"] for one in rows}
    for one in rows:
        page = client.get(f"/schemes/{one['id']}")
        assert page.status_code == 200, one["id"]
    assert client.get("/schemes/nobody").status_code == 302, "as whatever a stranger may not see"


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({"f-state_approval": "none"}, "PENDING_STATE"),
        ({"f-state_approval": "granted"}, "ADMIT"),
        ({"f-state_approval": "refused"}, "REJECT"),
        ({"f-state_approval": "granted", "objections": "33", "present": "100"}, "ADMIT"),
        ({"f-state_approval": "granted", "objections": "34", "present": "100"}, "OBJECTED"),
        ({"f-state_approval": "granted", "document": ""}, "INCOMPLETE"),
    ],
)
def test_a_described_body_is_assessed_and_not_kept(more: dict[str, str], outcome: str) -> None:
    before = Line.objects.count()
    client, said = Client(), {**NATIONAL, **more}
    assert client.get("/schemes/cms-art7.json", said).json()["assessment"]["outcome"] == outcome
    page = client.get("/schemes/cms-art7", said).content.decode()
    assert 'role="status"' in page
    assert Line.objects.count() == before
    values = [
        f"{name.removeprefix('f-')}:{value}" for name, value in said.items() if name[:2] == "f-"
    ]
    figures = {name: said[name] for name in ("objections", "present") if name in said}
    asked = {"values": values, "documents": said["document"] or [], **figures}
    api = client.get("/api/schemes/cms-art7/assessment", asked).json()
    assert api["outcome"] == outcome


def test_what_the_treaty_does_not_leave_to_a_decision_is_told() -> None:
    one = Client().get("/schemes/full-accreditation.json").json()
    assert one["ceiling"]["findings"]
    assert not Client().get("/schemes/cms-art7.json").json()["ceiling"]["findings"]


@pytest.mark.parametrize(
    "said", [{"f-org_type": "choir"}, {"f-hat": "red"}, {"present": "many"}, {"opens": "soon"},
             {"f-state_approval": "perhaps"}]
)  # fmt: skip
def test_what_cannot_be_said_of_a_body_is_told(said: dict[str, str]) -> None:
    answer = Client().get("/schemes/cms-art7", {"try": "1", **said})
    assert answer.status_code in (400, 403)
    assert (
        Client().get("/api/schemes/cms-art7/assessment", {"values": ["hat:red"]}).status_code == 422
    )
