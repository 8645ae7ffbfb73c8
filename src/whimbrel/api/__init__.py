"""The door for programs: every query can be asked and every act be done over HTTP, in JSON."""
