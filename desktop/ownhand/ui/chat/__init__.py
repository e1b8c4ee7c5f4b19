"""Conversations with the model beside the text."""
