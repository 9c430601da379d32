"""Which rules stop a build, and which only warn or advise."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from hefte.rule import Rule


class Severity(StrEnum):
    """An error stops the build; a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_WARNINGS = (
    Rule.CUT_BY_COMMENT,
    Rule.LOOKALIKE_WEB_ADDRESS,
    Rule.UNKNOWN_FOLDER,
    Rule.UNKNOWN_FILE,
    Rule.SYMBOLIC_LINK,
    Rule.DUPLICATE_TITLE,
    Rule.VANISHED_ID,
    Rule.HARDER_THAN_GRADED,
    Rule.STOPS_WHAT_PASSES,
    Rule.STRETCHES_HAVE_A_GAP,
    Rule.INVENTED_MUNICIPALITY,
    Rule.NOT_CHECKED_LATELY,
    Rule.OLD_FORMAT,
    Rule.NO_SITE_ADDRESS,
    Rule.NO_ACCESSIBILITY_DECLARATION,
    Rule.PERSON_WITHOUT_CONSENT,
    Rule.RAW_HTML,
    Rule.LINK_SILENT,
    Rule.LINK_UNTRUSTED,
    Rule.LINK_LEADS_TO_START,
    Rule.LINK_SAYS_NOT_FOUND,
    Rule.LINK_IS_ANOTHER_PAGE,
    Rule.LINK_FAILED_LAST_TIME,
    Rule.EMPTY_BOOKLET,
    Rule.EMPTY_CHAPTER,
    Rule.NOT_NEWSWORTHY,
    Rule.WALK_OF_MONTH_IS_CLOSED,
    Rule.ORGANISATION_IS_CLOSED,
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
    Rule.CHECKED_BY_A_NAME,
    Rule.EVENT_WITHOUT_A_DAY,
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
    Rule.ORGANISER_IS_A_PERSON,
    Rule.ORGANISER_MAY_BE_TWO,
    Rule.ROW_IS_A_TOTAL,
    Rule.DOCUMENT_TEXT_LEFT_OUT,
    Rule.MAP_WITHOUT_GEOMETRY,
    Rule.MAP_POSITION_SWAPPED,
    Rule.DOCUMENT_HAS_BOXES,
    Rule.HSDS_WITHOUT_PARENT,
    Rule.LIKELY_DUPLICATE,
)
_NOTICES = (
    Rule.NOT_CHECKED,
    Rule.ADVISED_FIELDS_MISSING,
    Rule.HARD_TO_READ,
    Rule.LONG_SENTENCE,
    Rule.READS_AS_BOKMAL,
    Rule.READS_AS_NYNORSK,
    Rule.MISSPELT,
    Rule.LINK_MOVED,
    Rule.LINK_NOT_TRIED,
)

SEVERITY: Mapping[Rule, Severity] = MappingProxyType(
    dict.fromkeys(_WARNINGS, Severity.WARNING) | dict.fromkeys(_NOTICES, Severity.NOTICE)
)
"""Rules that do not stop the build; a rule that is not here is an error."""
