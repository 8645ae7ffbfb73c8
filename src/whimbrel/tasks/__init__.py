"""What takes minutes, or is done by the clock: acts that a worker does from the queue."""
