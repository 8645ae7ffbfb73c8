"""How a person does a thing on a page: with a mouse, a finger, or the keyboard alone."""

from typing import Any

STOPS = 600
"""How often the Tab key is pressed at most, until what is looked for has the focus."""

LEADS_ON = "a[href^='/'], form:not([hx-post]) button"
"""What opens another page."""


class Mouse:
    """A person who points and clicks."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, what: str) -> None:
        """Follow a link, push a button, open what is folded."""
        self.page.locator(what).first.click()

    def write(self, what: str, words: str) -> None:
        """Fill a field."""
        self.page.locator(what).first.fill(words)


class Keys(Mouse):
    """A person who has only a keyboard: what Tab does not reach is not there."""

    def press(self, what: str) -> None:
        self.reach(what)
        if self.page.evaluate(f"document.activeElement.matches({LEADS_ON!r})"):
            with self.page.expect_navigation():
                self.page.keyboard.press("Enter")
            return
        self.page.keyboard.press("Space")

    def write(self, what: str, words: str) -> None:
        self.reach(what)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(words)

    def reach(self, what: str) -> None:
        """Press Tab until the first element like this has the focus, and see that it shows so."""
        wanted = self.page.locator(what).first.element_handle()
        for _ in range(STOPS):
            if wanted.evaluate("one => one === document.activeElement"):
                look = wanted.evaluate(
                    "one => { const s = getComputedStyle(one);"
                    " return s.outlineStyle + ' ' + s.outlineWidth }"
                )
                assert not look.startswith("none"), f"nobody sees that {what} has the focus"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {what}")
