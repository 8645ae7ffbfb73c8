"""The characters by which written Markdown and text say what plain Markdown cannot.

In normal form a text holds no space but the common one, so the other spaces of Unicode are free to
be signs that look like the space they are.
"""

LABEL_END = "\u2003"
"""An em space between the printed label and the words: `8.` + em space + `Requests`. At the start:
no label."""
INNER_SPACE = "\u2005"
"""A space that belongs to the italics or bold before it; Markdown has it outside: `*Requests* the`.
"""
BULLET = "•"
"""The label of an item that shows no other."""
