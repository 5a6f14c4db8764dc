# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the folder ``letters`` of an agreement holds: a sheet, templates, and their texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .book import Agreement, Intervention, Letter
from .fault import Fault
from .places import HEAD
from .vocabulary import REPORTING_PARTY

LETTERS, SHEET, TEXTS = "letters", "letters/sheet.typ", "letters/texts.toml"
SHARED_BLOCKS = "shared"
OF_THE_FOLDER = ("layout", "texts")  # words of a letter that stand in the folder


@dataclass(frozen=True)
class Written:
    """Everything in the folder, by the key of each letter."""

    sheet: str = ""
    layouts: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def paper(self) -> dict[str, Any] | None:
        """What all letters share, or nothing where no letters are made."""
        texts = self.texts.get(SHARED_BLOCKS, {})
        return {"sheet": self.sheet, "texts": texts} if self.sheet else None

    def put_into(self, raw: Mapping[str, Any], file: str) -> Iterator[Fault]:
        """Give each letter of a file its template and texts; find those that say them itself."""
        letters = raw.get("letters")
        for each in letters if isinstance(letters, list) else ():
            if not isinstance(each, dict):
                continue
            for word in OF_THE_FOLDER:
                if word in each:
                    problem = f"“{word}” hoort hier niet."
                    where = f"letters.{each.get('key', '')}"
                    yield Fault(file, where, "unreadable", problem, f"Zet het in {LETTERS}.")
            key = str(each.get("key", ""))
            each["layout"] = self.layouts.get(key, "")
            each["texts"] = self.texts.get(key, {})

    def left_over(self, agreement: Agreement) -> Iterator[Fault]:
        """Find templates and texts of which there is no letter."""
        within = agreement.interventions.values()
        known = {SHARED_BLOCKS, *(letter.key for each in within for letter in each.letters)}
        remedy = "Verbeter de naam, of haal het weg."
        for key in sorted(self.texts.keys() - known):
            yield Fault(TEXTS, key, "unknown_name", f"Er is geen brief “{key}”.", remedy)
        for key in sorted(self.layouts.keys() - known):
            file = f"{LETTERS}/{key}.typ"
            yield Fault(file, HEAD, "unknown_name", f"Er is geen brief “{key}”.", remedy)


def templates(folder: Path) -> tuple[str, dict[str, str]]:
    """Return the sheet of a folder, empty where there is none, and its templates by letter."""
    found = {
        path.stem: path.read_text(encoding="utf-8", errors="replace")
        for path in sorted((folder / LETTERS).glob("*.typ"))
    }
    return found.pop(Path(SHEET).stem, ""), found


def categories_in(letter: Letter, within: Intervention, agreement: Agreement) -> frozenset[str]:
    """
    Return every category of which something can stand in a letter, and its own: whoever makes or
    reads it sees all of these.
    """
    facts = {each.key: each.category for each in within.facts}
    lists = {each.key: each.category for each in within.registers}
    people = {each.key: each.category for each in agreement.person_roles}
    reporting = {REPORTING_PARTY: "report"}
    said = {facts[key] for key in (*letter.says, *letter.may_say) if key in facts}
    said |= {lists[key] for key in letter.lists if key in lists}
    guarded = people | reporting
    said |= {guarded[key] for key in (*letter.to, *letter.names) if key in guarded}
    if people.keys() & set(letter.to):
        said.add("dwelling")  # their address
    return frozenset(said | {letter.category})
