"""How far somebody gets on a walk, and what stops them: rules, classes per stretch, reach, words."""
