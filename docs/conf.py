"""How Sphinx builds the handbook: Markdown in, furo's pages out."""

project = "Whimbrel"
author = "The Whimbrel contributors"
release = "0.1.0"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "Whimbrel"
html_copy_source = False
html_show_sphinx = False
