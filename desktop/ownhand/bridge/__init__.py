"""QObjects between the engine and the window."""
