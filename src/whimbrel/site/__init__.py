"""The house as a whole: its settings, and the only room that knows all others."""
