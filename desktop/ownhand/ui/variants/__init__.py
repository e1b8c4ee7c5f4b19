"""Every continuation of the text: kept, shown, exchanged; several at once."""
