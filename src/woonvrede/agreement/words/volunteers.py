# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Volunteers: who keeps a register of them, and by what two of them are matched to a case."""

from .entry import Entry, Keys


class Volunteers(Entry):
    """
    That those who get a personal seat in this ``role`` are volunteers, of whom the circle that
    leads keeps a register, in the functions ``kept_by``.

    ``skills``, ``languages``, ``trainings`` and ``availability`` are the lists of choices of the
    register.  A case asks for them by its facts ``about`` (which skills ``fits`` names for an
    answer), ``language`` and ``when``.  A volunteer has room for as many cases at a time as
    ``hours_a_case`` goes into their hours a month; that a training ends is told ``warning`` ahead.
    Why two were chosen against a warning is told under ``reasons``.  ``at_hand`` are the facts that
    who goes out sees first.
    """

    role: str
    kept_by: Keys
    skills: str
    languages: str
    trainings: str
    availability: str
    about: str
    fits: dict[str, Keys] = {}
    language: str
    when: str
    hours_a_case: str
    warning: str
    reasons: str
    at_hand: Keys = ()
