"""The notice that this is sample content, which everything published carries until the settings say otherwise."""

from hefte.language import Words
from hefte.model import Settings


def sample_notice(settings: Settings, words: Words) -> str:
    """The municipality's own notice, or ours; nothing where somebody has answered for the content."""
    sample = settings.sample
    if sample is not None and not sample.answer:
        return ""
    own = sample.text if sample else None
    return own.said(words.language).text if own else words.say("sample.notice")
