"""The door for people: pages made on the server, that work without script."""
