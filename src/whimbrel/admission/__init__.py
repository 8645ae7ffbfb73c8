"""Schemes of admission and accreditation of bodies: their rules as data, who they let in and why,
what the treaty lets a governing body add, and what an option would cost whom."""
