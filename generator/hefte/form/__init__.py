"""The form in the browser: every field of the model as Sveltia CMS asks for it, in the editor's language."""
