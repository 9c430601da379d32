"""Hefte: activity and walk booklets from YAML, as an accessible website and as print."""

__version__ = "0.1.0"
