"""The finder's filters: from a catalogue to one table that a phone counts; `facets.js` is the other half."""
