"""Small things that make the window good to live in."""
