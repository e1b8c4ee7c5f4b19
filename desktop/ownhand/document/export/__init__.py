"""A text in other formats. HTML and Word are written here; PDF and paper by the window, which lays out pages."""
