"""What stands beside every record: its history, questions and answers, comments, and following."""

import datetime

from whimbrel.queries import history, talk
from whimbrel.queries.access import may
from whimbrel.queries.people import somebody
from whimbrel.web import byhand


def about(by: str | None, name: str) -> dict[str, object]:
    """What a page shows beside a record, by its kind and name."""
    person = somebody(by)
    soon = datetime.date.today() + datetime.timedelta(days=14)
    return {
        "about": name,
        "deeds": byhand.on(by, name),
        "history": history.history(by, name),
        "questions": talk.questions(by, name),
        "comments": talk.comments(by, name),
        "follows": talk.follows(by, name),
        "colleagues": talk.colleagues(by),
        "may_publish": bool(may(person.role if person else None, "publish")),
        "may_follow": person is not None and person.role != "auditor",
        "may_comment": person is not None and person.role not in ("auditor", "administrator"),
        "soon": soon.isoformat(),
    }
