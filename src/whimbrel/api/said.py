"""What the code says of itself: first paragraphs of docstrings, and those under the fields of a
class."""

import ast
import inspect
import textwrap
from functools import cache


def first(of: object) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join((inspect.getdoc(of) or "").partition("\n\n")[0].split())


def whole(of: object) -> str:
    """A docstring, each paragraph in one line."""
    listed = (inspect.getdoc(of) or "").split("\n\n")
    return "\n\n".join(" ".join(one.split()) for one in listed)


@cache
def fields(kind: type) -> dict[str, str]:
    """Field -> the docstring under it. From the source: strings under fields do not live on."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    found: dict[str, str] = {}
    if not isinstance(body, ast.ClassDef):
        return found
    for node, below in zip(body.body, body.body[1:], strict=False):
        match node, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=said)):
                found[name] = " ".join(str(said).split())
    return found
