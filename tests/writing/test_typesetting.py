"""Pages are set in whatever process asks for them."""

import multiprocessing

import pytest

from whimbrel.writing.typesetting import Refused, Threads, apart, typeset

PAGE = {"main.typ": b"#set page(width: 20mm, height: 20mm)\nwords"}
UNTITLED = {"main.typ": b"= "}


def test_pages_are_set() -> None:
    assert typeset(PAGE, "pdf").startswith(b"%PDF-")
    assert typeset(PAGE, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("how", [typeset, apart])
def test_pages_that_do_not_keep_to_a_standard_are_refused(how) -> None:
    with pytest.raises(Refused):
        how(UNTITLED, "pdf", standard="ua-1") if how is typeset else how(UNTITLED, "pdf", "ua-1")


def test_a_process_of_its_own_sets_the_same_pages() -> None:
    assert apart(PAGE, "png", None) == typeset(PAGE, "png")


def in_a_fork(queue) -> None:
    queue.put(typeset(PAGE, "png"))


def test_a_process_that_was_forked_off_after_typst_began_does_not_wait_for_ever() -> None:
    here = typeset(PAGE, "png")
    assert Threads.process is not None
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=in_a_fork, args=(queue,))
    child.start()
    try:
        assert queue.get(timeout=60) == here
    finally:
        child.kill()
        child.join()
