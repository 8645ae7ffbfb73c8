"""Procedures as data: criteria, documents, steps, deciders, deadlines, rights and duties, each line
with its source, run by one small engine; and therefore comparable on one pool of cases."""
