"""Links out of the site: where each is used, what the net said of it, what to mend; no build uses any of it."""
