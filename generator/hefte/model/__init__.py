"""The content model: every entry type's fields, each declared once with the key that editors write."""

from hefte.model.booklet import Booklet, Page
from hefte.model.entry import Document, Entry
from hefte.model.kinds import Record, let_defaults_stand_in_classes
from hefte.model.newsletter import Newsletter
from hefte.model.offers import Activity, Event, Group, Happening
from hefte.model.places import Organisation, Place
from hefte.model.settings import Category, Settings
from hefte.model.walk import Stretch, Walk

ENTRY_TYPES: tuple[type[Entry], ...] = (Activity, Organisation, Event, Walk, Group, Place)
DOCUMENT_TYPES: tuple[type[Document], ...] = (*ENTRY_TYPES, Booklet, Page, Newsletter)

let_defaults_stand_in_classes(Record)

__all__ = [
    "DOCUMENT_TYPES",
    "ENTRY_TYPES",
    "Activity",
    "Booklet",
    "Category",
    "Document",
    "Entry",
    "Event",
    "Group",
    "Happening",
    "Newsletter",
    "Organisation",
    "Page",
    "Place",
    "Settings",
    "Stretch",
    "Walk",
]
