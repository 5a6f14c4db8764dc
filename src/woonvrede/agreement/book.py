# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The closed vocabulary in which an agreement is written (decision record 1).

``agreement.toml`` holds an :class:`Agreement`, each ``interventions/*.toml`` one
:class:`Intervention`, ``text.toml`` a :class:`Text`; ``read.py`` puts them together.  The words
stand in ``words``, by what they are about, and are all to be had from here.  Every entry names its
``source``, a section of the agreement or of a law, and says ``assumed = true`` where the signed
text is silent.
"""

from .words.agreement import LABELLED, Agreement
from .words.entry import Entry, Keyed, Keys
from .words.everywhere import Everywhere
from .words.figures import Counted, Indicator, Retention
from .words.intervention import Intervention
from .words.letters import Addressee, Editing, Letter, Paper, Texts
from .words.lists import (
    Category,
    CodeList,
    Never,
    Parameter,
    PersonRole,
    ReferralTarget,
    Reporting,
    Subdistrict,
    Tenure,
    Term,
)
from .words.moving import Migration, Passage
from .words.parties import (
    ContactPoint,
    Grant,
    Invitation,
    Reporter,
    Role,
    Seat,
    Signatory,
    Successor,
    Triage,
    Unit,
)
from .words.promises import Promise, PromiseKind
from .words.prompts import Prompt
from .words.text import Paragraph, Section, Text
from .words.volunteers import Volunteers
from .words.work import (
    Carry,
    Deadline,
    Effect,
    Fact,
    Feedback,
    Kind,
    Move,
    Outcome,
    Photos,
    Register,
    Route,
    Stage,
)

__all__ = [
    "LABELLED",
    "Addressee",
    "Agreement",
    "Carry",
    "Category",
    "CodeList",
    "ContactPoint",
    "Counted",
    "Deadline",
    "Editing",
    "Effect",
    "Entry",
    "Everywhere",
    "Fact",
    "Feedback",
    "Grant",
    "Indicator",
    "Intervention",
    "Invitation",
    "Keyed",
    "Keys",
    "Kind",
    "Letter",
    "Migration",
    "Move",
    "Never",
    "Outcome",
    "Paper",
    "Paragraph",
    "Parameter",
    "Passage",
    "PersonRole",
    "Photos",
    "Promise",
    "PromiseKind",
    "Prompt",
    "ReferralTarget",
    "Register",
    "Reporter",
    "Reporting",
    "Retention",
    "Role",
    "Route",
    "Seat",
    "Section",
    "Signatory",
    "Stage",
    "Subdistrict",
    "Successor",
    "Tenure",
    "Term",
    "Text",
    "Texts",
    "Triage",
    "Unit",
    "Volunteers",
]
