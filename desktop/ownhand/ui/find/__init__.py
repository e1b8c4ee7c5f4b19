"""Finding in the text on the page, and putting something else."""
