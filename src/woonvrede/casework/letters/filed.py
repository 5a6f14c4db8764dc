# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter as it is filed in a case: an entry that names the file and says how it goes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...records.entry import Entry

POST, HANDED = "post", "handed"
WAYS = {POST: "Per post", HANDED: "Zelf geven"}


@dataclass(frozen=True)
class Filed:
    """
    What an entry of a letter says: which file it is, to which person it goes (or to whom else, in
    words) and whether their address stands on it, with which version of its texts, of which
    categories it tells, and how and on which day (ISO) it went out, if it did.
    """

    file: int
    to: str
    person: int | None
    has_address: bool
    texts: str
    tells: list[str]
    way: str = ""
    sent: str = ""

    @classmethod
    def of(cls, entry: Entry) -> "Filed":
        """Read what an entry says."""
        return cls(**entry.values)

    def as_values(self) -> Mapping[str, Any]:
        """Return what an entry keeps."""
        return dict(vars(self))

    @property
    def state(self) -> str:
        """How far it is: made, waiting for the post, or sent."""
        return "sent" if self.sent else "waiting" if self.way else "made"
