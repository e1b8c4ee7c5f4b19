"""Rewrite, expand, shorten, change of tone: the model's proposal beside the passage, to take or leave."""
