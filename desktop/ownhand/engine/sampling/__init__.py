"""The sampler chain: NumPy on the logits of the last position."""
