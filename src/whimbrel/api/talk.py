"""What people asked and said about records, and what they follow."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import talk as kept

router = Router()
reads(router, "/questions", kept.questions)
reads(router, "/questions/list", kept.asked)
reads(router, "/questions/waiting", kept.waiting)
reads(router, "/questions/awaited", kept.awaited)
reads(router, "/comments", kept.comments)
reads(router, "/follows", kept.follows)
reads(router, "/followed", kept.followed)
reads(router, "/colleagues", kept.colleagues)
