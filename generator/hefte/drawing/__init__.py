"""Pictures as text: every drawing is SVG made from values, the same bytes for the same input."""
