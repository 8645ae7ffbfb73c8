"""Files of others into facts: memberships, listings, targets, bodies, meetings.

Every reader is strict and goes row by row: what it cannot take is given back with its row and the
cause, and nothing is taken for something else. What comes out are the types of `synergy`.
"""
