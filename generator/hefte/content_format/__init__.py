"""The content format: which names have changed since content was written, and the same content in the new names."""
