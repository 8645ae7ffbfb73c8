"""What bodies did at meetings, what stood in their way, the mechanisms of others, and what would
help, with its cost."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import barriers, mechanisms, participation, suggestions

router = Router()
reads(router, "/participation", participation.participation)
reads(router, "/participation/ways", participation.ways)
reads(router, "/participation/{number}", participation.took_part)
reads(router, "/barriers", barriers.barriers)
reads(router, "/barriers/found", barriers.found)
reads(router, "/barriers/{number}", barriers.barrier)
reads(router, "/mechanisms", mechanisms.mechanisms)
reads(router, "/mechanisms/known", mechanisms.known)
reads(router, "/mechanisms/{key}", mechanisms.mechanism)
reads(router, "/suggestions", suggestions.suggestions)
reads(router, "/suggestions/costs", suggestions.costs_of)
reads(router, "/suggestions/{number}", suggestions.suggestion)
