"""Every reading of the record. What a person may see, one gate decides: `access.may`."""
