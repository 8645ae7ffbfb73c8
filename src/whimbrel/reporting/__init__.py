"""Facts of an intersession -> a Document in COP house style, and what a careful editor says of
it."""
