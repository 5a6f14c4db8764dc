# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Which columns of a file are which fields of a report: a small TOML file.

``docs/import.md` explains the words.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from .table import Table
from .workbook import Unusable

REFERENCE, RECEIVED = "reference", "received"
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # also how a cell with a date is read


class Unread(ValueError):
    """What a cell holds cannot be read; the message says what can."""


class Word(BaseModel):
    """A table of a mapping; it has no other words than these."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Word):
    """Where a field comes from: columns, joined by a space, or the same for every row."""

    column: tuple[str, ...] = ()
    always: str = ""
    date: str = ""
    values: dict[str, str] = {}

    @field_validator("column", mode="before")
    @classmethod
    def _one_or_more(cls, said: object) -> object:
        return (said,) if isinstance(said, str) else said

    @field_validator("values")
    @classmethod
    def _however_written(cls, said: dict[str, str]) -> dict[str, str]:
        return {_plain(theirs): ours for theirs, ours in said.items()}

    @model_validator(mode="after")
    def _from_somewhere(self) -> "Source":
        if bool(self.column) == bool(self.always):
            raise ValueError("say either column or always")
        return self

    def read(self, cells: Mapping[str, str]) -> str:
        """
        Return what a row holds for this field.

        :raises Unread: if it is not a date as it should be
        """
        if self.always:
            return self.always
        text = " ".join(filter(None, (cells.get(name, "") for name in self.column)))
        text = self.values.get(_plain(text), text)
        return self._day(text) if self.date and text and not ISO.fullmatch(text) else text

    def _day(self, text: str) -> str:
        try:
            return datetime.strptime(text, self.date).date().isoformat()  # noqa: DTZ007 - a day
        except ValueError:
            raise Unread(f"Schrijf de datum zoals de mapping zegt: {self.date}.") from None


class Layout(Word):
    """How a file is laid out, and where each field comes from."""

    sheet: str = ""
    header: int = Field(default=1, ge=1)
    fields: dict[str, Source]

    def named(self, field: str) -> str:
        """Return the columns of a field as a person finds them; the field itself if it has none."""
        source = self.fields.get(field)
        return " + ".join(source.column) if source and source.column else field


def read_layout(path: Path, known: Collection[str]) -> Layout:
    """
    Read a mapping whose fields are among the known ones.

    :raises Unusable: with everything that is wrong with it
    """
    try:
        layout = Layout.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as fault:
        raise Unusable(f"it cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise Unusable(f"it is not TOML: {fault}") from fault
    except ValidationError as faults:
        raise Unusable("; ".join(_said(faults))) from faults
    if strange := sorted(set(layout.fields) - set(known)):
        fields = ", ".join(sorted(known))
        raise Unusable(f"there is no field {', '.join(strange)}: there are {fields}")
    return layout


def refuse_absent(layout: Layout, table: Table) -> None:
    """
    Refuse a mapping that names columns which the file has not.  Those that it has are not named:
    where a file begins without names they would be what a row says.

    :raises Unusable: with all of them
    """
    wanted = {name for source in layout.fields.values() for name in source.column}
    if absent := sorted(wanted - set(table.columns)):
        raise Unusable(f"it has no column {', '.join(absent)}: mend the mapping, or its header")


def _said(faults: ValidationError) -> Iterator[str]:
    for each in faults.errors(include_url=False, include_input=False):
        yield f"{'.'.join(map(str, each['loc']))}: {each['msg']}"


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
