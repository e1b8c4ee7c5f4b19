"""Decoding on a processor with narrow weights: one microkernel, compiled by Numba, no TensorFlow.

The way through: `packing` brings a model's matrices into the layout that `microkernel` multiplies,
`storage` keeps them on disk, `forward_pass` is the transformer over them, `team` runs it on
several threads, and `runtime` gives all that the face of a backend.
"""
