"""When the house opens, the queue takes what acts hand on: in the pages, the terminal and the
worker alike."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """The tasks."""

    name = "whimbrel.tasks"
    label = "tasks"

    def ready(self) -> None:
        """Stand ready to take follow-ups."""
        from whimbrel.acts.act import HANDS
        from whimbrel.tasks.hand import hand

        if hand not in HANDS:
            HANDS.append(hand)
