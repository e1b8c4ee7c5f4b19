"""Finding anything that the window can do, by its name."""
