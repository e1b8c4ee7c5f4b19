"""A suggestion in grey at the caret when the writer pauses: Tab takes it, any other key drops it."""
