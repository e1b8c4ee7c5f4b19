"""The manager of presets."""
