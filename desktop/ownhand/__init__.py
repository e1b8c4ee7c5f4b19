"""Ownhand: a writing assistant that runs on the writer's own machine."""
