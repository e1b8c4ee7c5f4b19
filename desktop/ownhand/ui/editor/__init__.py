"""The page: the text that the writer and the model write together."""
