"""In whose name we ask on the net: the product, and how to reach the municipality."""

from hefte import __version__
from hefte.model import Settings


def contact_of(settings: Settings) -> str:
    """Where the municipality can be reached; empty where its settings do not say."""
    return settings.address or (settings.contact and (settings.contact.email or settings.contact.link)) or ""


def agent_of(settings: Settings) -> str:
    """The name that a server sees."""
    contact = contact_of(settings)
    return f"hefte/{__version__} ({contact})" if contact else f"hefte/{__version__}"
