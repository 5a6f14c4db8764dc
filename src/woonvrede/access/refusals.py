# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why something did not happen, in words for the person who asked."""

BUSY = (
    "Iemand anders is hier nu mee bezig, of uw eerste klik is nog niet klaar. Probeer het "
    "opnieuw: het wordt niet twee keer opgeslagen."
)


class Refused(Exception):
    """What was asked may not, or cannot now; the message is a Dutch sentence with its section."""


class Conflict(Refused):
    """It was changed since the form was shown: by another, or by oneself in another window."""

    def __init__(self, now: int) -> None:
        super().__init__("Deze casus is intussen gewijzigd.")
        self.now = now


class HeldUp(Refused):
    """Somebody else is busy with the same, or one's own first click still is."""

    def __init__(self, why: str = BUSY) -> None:
        super().__init__(why)


class Invalid(Refused):
    """Something was filled in that cannot be read; ``errors`` has a sentence per field."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("Niet alles is goed ingevuld.")
        self.errors = errors
