"""The window that trains a model on the writer's own texts."""
