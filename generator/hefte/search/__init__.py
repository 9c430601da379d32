"""Norwegian search: from a catalogue to the lists that a phone looks through; `search.js` is the other half."""
