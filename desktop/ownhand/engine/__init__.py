"""The model lane, decoding, sampling and streaming."""
