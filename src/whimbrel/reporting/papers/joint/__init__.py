"""Answers on synergy as tables, charts and papers: what pages, files and the terminal have in
common."""
