"""Training text: reading the writer's files, looking at them, cleaning, splitting, packing, and the verbatim index.

Nothing here writes into the writer's folders.
"""
