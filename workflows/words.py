"""The smallest words every definition uses: texts in two languages, sources of law, kinds of value."""

from __future__ import annotations

from datetime import time
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Word(BaseModel):
    """A frozen value of the language; an unknown field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Word):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str


class Confidence(StrEnum):
    """How sure we are of a fact of law."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Source(Word):
    """Where a rule or a figure comes from (căn cứ pháp lý), and how sure we are of it."""

    act: str
    confidence: Confidence = Confidence.CONFIRMED
    note: Text | None = None

    @property
    def provisional(self) -> bool:
        """Say whether the page must mark this as not settled."""
        return self.confidence in (Confidence.INFERRED, Confidence.UNKNOWN)


class Kind(StrEnum):
    """What sort of value a fact is; the JSON type stands behind each."""

    NAME = "name"  # str, letters of a person's name, NFC
    TEXT = "text"  # str, one line
    LONG_TEXT = "long-text"  # str, several lines
    DATE = "date"  # str "2026-11-20", the local day
    MOMENT = "moment"  # str "2026-11-20T14:30", local time in Vietnam
    YES_NO = "yes-no"  # bool
    NUMBER = "number"  # int
    MONEY = "money"  # int, VND
    CHOICE = "choice"  # str, one of the options
    PERSONAL_ID = "personal-id"  # str of 12 digits (số định danh cá nhân)
    BIRTH_NOTICE = "birth-notice"  # str, 18 characters XXXXX.GCS.ZZZZZ.YY
    PHONE = "phone"  # str, Vietnamese number
    EMAIL = "email"  # str
    COMMUNE = "commune"  # str, 5-digit commune code (mã xã)
    PEOPLE = "people"  # list of {"name": str, "personal-id": str, "relation": str}


class ClockRules(Word):
    """How a legal clock starts: the cut-off of the day, and whether the day of receipt counts.

    Received after `cut_off` counts as received on the next working day. With
    `next-working-day` the due day is the day of receipt plus N working days; with
    `same-day` the day of receipt is itself day one. `closes_at` is the local hour
    at which the due day ends.
    """

    source: Source
    cut_off: time = time(15, 0)
    first_day: Literal["next-working-day", "same-day"] = "next-working-day"
    closes_at: time = time(17, 0)


def text(vi: str, en: str) -> Text:
    """Return the same words in both languages."""
    return Text(vi=vi, en=en)


def law(act: str) -> Source:
    """A source whose text was read, or a faithful copy of it."""
    return Source(act=act)


def secondary(act: str, vi: str = "", en: str = "") -> Source:
    """A source known only through someone who quotes it."""
    return Source(act=act, confidence=Confidence.SECONDARY, note=_note(vi, en))


def inferred(act: str, vi: str, en: str) -> Source:
    """A reading of ours: shown as provisional, with the reason."""
    return Source(act=act, confidence=Confidence.INFERRED, note=_note(vi, en))


def unknown(act: str, vi: str, en: str) -> Source:
    """Nothing found that settles it: shown as unknown, with what was looked for."""
    return Source(act=act, confidence=Confidence.UNKNOWN, note=_note(vi, en))


def _note(vi: str, en: str) -> Text | None:
    return Text(vi=vi, en=en) if vi else None
