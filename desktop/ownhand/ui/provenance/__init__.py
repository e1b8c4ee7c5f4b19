"""Who wrote what: the share in the status line, the statement, and the same generation once more."""
