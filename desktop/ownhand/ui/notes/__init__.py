"""What the model is told beside the text, and what it reads of both."""
