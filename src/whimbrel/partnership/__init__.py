"""Partnership policies as data: who may be a partner, for what, with how much care, who may clear
and approve; which policy binds; and what each would cost over one portfolio."""
