"""The record: what a secretariat keeps, as tables. It holds facts and decides nothing.

Writing goes through `acts`, reading through `queries`; no door imports this room.
"""
