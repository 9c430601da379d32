"""The rules that content is held to, by the names that editors see, and which of them stop a build."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """An error stops the build; a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Rule(StrEnum):
    """One code per rule, the one that `hefte explain` takes."""

    # The file itself
    FILE_TOO_LARGE = "file-too-large"
    NOT_UTF8 = "not-utf8"
    UTF16 = "utf-16"
    NOT_A_TEXT_FILE = "not-a-text-file"
    INVISIBLE_CHARACTER = "invisible-character"
    BROKEN_LETTER = "broken-letter"
    MERGE_CONFLICT = "merge-conflict"
    EMPTY_FILE = "empty-file"
    WEB_PAGE = "web-page"
    NOT_FIELDS = "not-fields"
    TEXT_AFTER_FIELDS = "text-after-fields"
    SEVERAL_DOCUMENTS = "several-documents"
    # How YAML is written
    TAB = "tab"
    COLON_IN_TEXT = "colon-in-text"
    MISSING_COMMA = "missing-comma"
    COMMA_IN_VALUE = "comma-in-value"
    CUT_BY_COMMENT = "cut-by-comment"
    UNCLOSED_QUOTE = "unclosed-quote"
    TEXT_AFTER_QUOTE = "text-after-quote"
    UNKNOWN_ESCAPE = "unknown-escape"
    UNCLOSED_BRACKET = "unclosed-bracket"
    SPECIAL_CHARACTER = "special-character"
    STAR = "star"
    ANCHOR = "anchor"
    TAG = "tag"
    NO_SPACE_AFTER_COLON = "no-space-after-colon"
    NO_SPACE_AFTER_DASH = "no-space-after-dash"
    LINE_WITHOUT_COLON = "line-without-colon"
    WRONG_INDENTATION = "wrong-indentation"
    KEY_NOT_TEXT = "key-not-text"
    DUPLICATE_KEY = "duplicate-key"
    TOO_DEEP = "too-deep"
    TOO_MANY_VALUES = "too-many-values"
    NOT_YAML = "not-yaml"
    # Fields
    UNKNOWN_KEY = "unknown-key"
    OLD_NAME = "old-name"
    MISSING_FIELD = "missing-field"
    NOT_A_CHOICE = "not-a-choice"
    NOT_A_LIST = "not-a-list"
    NOT_A_GROUP = "not-a-group"
    NOT_TEXT = "not-text"
    NOT_A_LANGUAGE = "not-a-language"
    WRONG_VALUE = "wrong-value"
    # Values
    NOT_YES_OR_NO = "not-yes-or-no"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_WHOLE_NUMBER = "not-a-whole-number"
    NOT_A_DATE = "not-a-date"
    NO_SUCH_DATE = "no-such-date"
    NOT_A_TIME = "not-a-time"
    NOT_A_MOMENT = "not-a-moment"
    NOT_A_DURATION = "not-a-duration"
    NOT_A_LENGTH = "not-a-length"
    NOT_A_SLOPE = "not-a-slope"
    NOT_A_PRICE = "not-a-price"
    NOT_AN_AGE = "not-an-age"
    NOT_A_PAGE_COUNT = "not-a-page-count"
    NOT_A_MONTH = "not-a-month"
    NOT_A_REPETITION = "not-a-repetition"
    NOT_A_PHONE_NUMBER = "not-a-phone-number"
    NOT_AN_EMAIL = "not-an-email"
    NOT_A_WEB_ADDRESS = "not-a-web-address"
    UNSAFE_WEB_ADDRESS = "unsafe-web-address"
    LOOKALIKE_WEB_ADDRESS = "lookalike-web-address"
    NOT_A_POSTAL_CODE = "not-a-postal-code"
    NOT_A_MUNICIPALITY = "not-a-municipality"
    UNKNOWN_MUNICIPALITY = "unknown-municipality"
    INVENTED_MUNICIPALITY = "invented-municipality"
    NOT_AN_ORGANISATION_NUMBER = "not-an-organisation-number"
    NOT_A_POSITION = "not-a-position"
    NOT_AN_ID = "not-an-id"
    NOT_A_COLOUR = "not-a-colour"
    NOT_A_TILE_ADDRESS = "not-a-tile-address"
    NOT_A_FILE_NAME = "not-a-file-name"
    TOO_LONG = "too-long"
    # Files in the content folder
    UNKNOWN_FOLDER = "unknown-folder"
    UNKNOWN_FILE = "unknown-file"
    ENDS_IN_TXT = "ends-in-txt"
    BAD_FILE_NAME = "bad-file-name"
    ID_IS_NOT_FILE_NAME = "id-is-not-file-name"
    SYMBOLIC_LINK = "symbolic-link"
    MISSING_SETTINGS = "missing-settings"
    # Between entries
    DUPLICATE_ID = "duplicate-id"
    SAME_FILE_NAME = "same-file-name"
    DUPLICATE_TITLE = "duplicate-title"
    FORMER_ID_IN_USE = "former-id-in-use"
    VANISHED_ID = "vanished-id"
    UNKNOWN_REFERENCE = "unknown-reference"
    UNKNOWN_ORGANISATION = "unknown-organisation"
    UNKNOWN_PLACE = "unknown-place"
    UNKNOWN_CATEGORY = "unknown-category"
    EMPTY_BOOKLET = "empty-booklet"
    EMPTY_CHAPTER = "empty-chapter"
    BOOKLET_TOO_LONG = "booklet-too-long"
    BOOKLET_TOO_SHORT = "booklet-too-short"
    NOT_NEWSWORTHY = "not-newsworthy"
    WALK_OF_MONTH_IS_CLOSED = "walk-of-month-is-closed"
    RING_OF_ORGANISATIONS = "ring-of-organisations"
    UNKNOWN_ICON = "unknown-icon"
    COLOUR_TOO_LIGHT = "colour-too-light"
    # Fields against each other
    FREE_BUT_PRICED = "free-but-priced"
    ENDS_BEFORE_START = "ends-before-start"
    HOURS_RUN_BACKWARD = "hours-run-backward"
    DAYS_DISAGREE = "days-disagree"
    REPEATED_FROM_NO_DAY = "repeated-from-no-day"
    OVER_BUT_SHOWN = "over-but-shown"
    UNLIKELY_EVENT_LENGTH = "unlikely-event-length"
    START_AND_WHEN = "start-and-when"
    MOVED_FROM_NO_DAY = "moved-from-no-day"
    MOVED_TWICE = "moved-twice"
    MOVED_AGAIN = "moved-again"
    MOVED_AWAY_AND_HERE = "moved-away-and-here"
    MOVED_TO_THE_PAST = "moved-to-the-past"
    MOVED_FAR = "moved-far"
    MOVED_ONTO_ITSELF = "moved-onto-itself"
    CANCELLED_NO_DAY = "cancelled-no-day"
    CANCELLED_NEW_DAY = "cancelled-new-day"
    CANCELLED_AND_MOVED = "cancelled-and-moved"
    CLOCK_CHANGES = "clock-changes"
    LETTER_NOT_PRINTED = "letter-not-printed"
    UNLIKELY_LENGTH = "unlikely-length"
    UNLIKELY_VALUE = "unlikely-value"
    CLIMB_OVER_LENGTH = "climb-over-length"
    STRETCHES_OVERLAP = "stretches-overlap"
    STRETCHES_HAVE_A_GAP = "stretches-have-a-gap"
    STRETCH_PASSES_THE_END = "stretch-passes-the-end"
    HARDER_THAN_GRADED = "harder-than-graded"
    # Fresh and whole
    NOT_CHECKED = "not-checked"
    CHECKED_IN_THE_FUTURE = "checked-in-the-future"
    NOT_CHECKED_LATELY = "not-checked-lately"
    ADVISED_FIELDS_MISSING = "advised-fields-missing"
    OLD_FORMAT = "old-format"
    NEWER_FORMAT = "newer-format"
    NO_SITE_ADDRESS = "no-site-address"
    NO_ACCESSIBILITY_DECLARATION = "no-accessibility-declaration"
    PERSON_WITHOUT_CONSENT = "person-without-consent"
    BIRTH_NUMBER = "birth-number"
    TEST_BIRTH_NUMBER = "test-birth-number"
    PERSON_IN_TEXT = "person-in-text"
    ROLE_IS_A_NAME = "role-is-a-name"
    # Text, pictures and tracks
    RAW_HTML = "raw-html"
    UNSAFE_LINK = "unsafe-link"
    DEAD_LINK = "dead-link"
    LIST_TOO_DEEP = "list-too-deep"
    TOO_MANY_BRACKETS = "too-many-brackets"
    UNSAFE_PICTURE_PATH = "unsafe-picture-path"
    MISSING_PICTURE = "missing-picture"
    MISSING_ALT_TEXT = "missing-alt-text"
    POOR_ALT_TEXT = "poor-alt-text"
    UNUSED_PICTURE = "unused-picture"
    NOT_A_PICTURE = "not-a-picture"
    PICTURE_OF_ANOTHER_KIND = "picture-of-another-kind"
    PICTURE_TOO_LARGE = "picture-too-large"
    PICTURE_TOO_MANY_PIXELS = "picture-too-many-pixels"
    PICTURE_ODD_SHAPE = "picture-odd-shape"
    PICTURE_TELLS_WHERE = "picture-tells-where"
    MISSING_TRACK = "missing-track"
    TRACK_TOO_LARGE = "track-too-large"
    TRACK_TOO_MANY_POINTS = "track-too-many-points"
    TRACK_HAS_DOCTYPE = "track-has-doctype"
    TRACK_TOO_DEEP = "track-too-deep"
    TRACK_BROKEN = "track-broken"
    TRACK_EMPTY = "track-empty"
    TRACK_BAD_POSITION = "track-bad-position"
    TRACK_SWAPPED = "track-swapped"
    TRACK_OUTSIDE_NORWAY = "track-outside-norway"
    TRACK_GARBLED_NAME = "track-garbled-name"
    TRACK_LENGTH_DIFFERS = "track-length-differs"
    TRACK_STARTS_ELSEWHERE = "track-starts-elsewhere"
    TRACK_IS_STEEPER = "track-is-steeper"
    TRACK_CLIMB_DIFFERS = "track-climb-differs"
    TRACK_UNLIKELY_LENGTH = "track-unlikely-length"
    # Official map data
    NOT_MAP_DATA = "not-map-data"
    MAP_TOO_LARGE = "map-too-large"
    MAP_TOO_MANY_FEATURES = "map-too-many-features"
    MAP_UNKNOWN_SYSTEM = "map-unknown-system"
    MAP_OUTSIDE_NORWAY = "map-outside-norway"
    MAP_HOLDS_NO_WALK = "map-holds-no-walk"
    UNKNOWN_CODE = "unknown-code"
    CONDITIONAL_FACT = "conditional-fact"
    NOT_A_MEASURE = "not-a-measure"
    # Calendars of others
    CALENDAR_TOO_LARGE = "calendar-too-large"
    NOT_A_CALENDAR = "not-a-calendar"
    CALENDAR_HOLDS_NO_EVENT = "calendar-holds-no-event"
    CALENDAR_TOO_MANY_EVENTS = "calendar-too-many-events"
    EVENT_UNCLOSED = "event-unclosed"
    EVENT_BROKEN = "event-broken"
    EVENT_WITHOUT_UID = "event-without-uid"
    EVENT_WITHOUT_START = "event-without-start"
    EVENT_WITHOUT_TITLE = "event-without-title"
    EVENT_ENDS_BEFORE_START = "event-ends-before-start"
    EVENT_IS_PRIVATE = "event-is-private"
    EVENT_TELLS_A_BIRTH_NUMBER = "event-tells-a-birth-number"
    EVENT_TOO_OFTEN = "event-too-often"
    EVENT_RULE_UNKNOWN = "event-rule-unknown"
    EVENT_NEVER = "event-never"
    EVENT_WRITTEN_OUT = "event-written-out"
    SCHOOL_DAY_UNKNOWN = "school-day-unknown"
    # Tables, documents and catalogues of others
    IMPORT_TOO_LARGE = "import-too-large"
    IMPORT_UNPACKS_TOO_LARGE = "import-unpacks-too-large"
    IMPORT_LOCKED = "import-locked"
    IMPORT_OLD_WORD = "import-old-word"
    IMPORT_BROKEN = "import-broken"
    IMPORT_IS_ANOTHER_KIND = "import-is-another-kind"
    TABLE_TOO_WIDE = "table-too-wide"
    TABLE_TOO_LONG = "table-too-long"
    TABLE_WITHOUT_HEADINGS = "table-without-headings"
    ROW_WITHOUT_TITLE = "row-without-title"
    CELL_TOO_LONG = "cell-too-long"
    CELL_NOT_UNDERSTOOD = "cell-not-understood"
    CELL_TELLS_A_BIRTH_NUMBER = "cell-tells-a-birth-number"
    LIKELY_DUPLICATE = "likely-duplicate"


_WARNINGS = (
    Rule.CUT_BY_COMMENT,
    Rule.LOOKALIKE_WEB_ADDRESS,
    Rule.UNKNOWN_FOLDER,
    Rule.UNKNOWN_FILE,
    Rule.SYMBOLIC_LINK,
    Rule.DUPLICATE_TITLE,
    Rule.VANISHED_ID,
    Rule.HARDER_THAN_GRADED,
    Rule.STRETCHES_HAVE_A_GAP,
    Rule.INVENTED_MUNICIPALITY,
    Rule.NOT_CHECKED_LATELY,
    Rule.OLD_FORMAT,
    Rule.NO_SITE_ADDRESS,
    Rule.NO_ACCESSIBILITY_DECLARATION,
    Rule.PERSON_WITHOUT_CONSENT,
    Rule.RAW_HTML,
    Rule.EMPTY_BOOKLET,
    Rule.EMPTY_CHAPTER,
    Rule.NOT_NEWSWORTHY,
    Rule.WALK_OF_MONTH_IS_CLOSED,
    Rule.UNUSED_PICTURE,
    Rule.PICTURE_TELLS_WHERE,
    Rule.TRACK_GARBLED_NAME,
    Rule.TRACK_LENGTH_DIFFERS,
    Rule.TRACK_STARTS_ELSEWHERE,
    Rule.TRACK_IS_STEEPER,
    Rule.TRACK_CLIMB_DIFFERS,
    Rule.UNKNOWN_CODE,
    Rule.CONDITIONAL_FACT,
    Rule.NOT_A_MEASURE,
    Rule.TEST_BIRTH_NUMBER,
    Rule.PERSON_IN_TEXT,
    Rule.ROLE_IS_A_NAME,
    Rule.HOURS_RUN_BACKWARD,
    Rule.REPEATED_FROM_NO_DAY,
    Rule.OVER_BUT_SHOWN,
    Rule.UNLIKELY_EVENT_LENGTH,
    Rule.START_AND_WHEN,
    Rule.MOVED_AWAY_AND_HERE,
    Rule.MOVED_TO_THE_PAST,
    Rule.MOVED_FAR,
    Rule.MOVED_ONTO_ITSELF,
    Rule.CANCELLED_NO_DAY,
    Rule.CANCELLED_NEW_DAY,
    Rule.CLOCK_CHANGES,
    Rule.LETTER_NOT_PRINTED,
    Rule.EVENT_UNCLOSED,
    Rule.EVENT_BROKEN,
    Rule.EVENT_WITHOUT_UID,
    Rule.EVENT_WITHOUT_START,
    Rule.EVENT_WITHOUT_TITLE,
    Rule.EVENT_ENDS_BEFORE_START,
    Rule.EVENT_IS_PRIVATE,
    Rule.EVENT_TELLS_A_BIRTH_NUMBER,
    Rule.EVENT_TOO_OFTEN,
    Rule.EVENT_RULE_UNKNOWN,
    Rule.EVENT_NEVER,
    Rule.EVENT_WRITTEN_OUT,
    Rule.SCHOOL_DAY_UNKNOWN,
    Rule.TABLE_TOO_LONG,
    Rule.ROW_WITHOUT_TITLE,
    Rule.CELL_TOO_LONG,
    Rule.CELL_NOT_UNDERSTOOD,
    Rule.CELL_TELLS_A_BIRTH_NUMBER,
    Rule.LIKELY_DUPLICATE,
)
_NOTICES = (Rule.NOT_CHECKED, Rule.ADVISED_FIELDS_MISSING)

SEVERITY: Mapping[Rule, Severity] = MappingProxyType(
    dict.fromkeys(_WARNINGS, Severity.WARNING) | dict.fromkeys(_NOTICES, Severity.NOTICE)
)
"""Rules that do not stop the build; a rule that is not here is an error."""
