# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of the demo: all fictional, named after what they do."""

from dataclasses import dataclass
from datetime import datetime

from ...access.accounts import account_for, invite, mark_fictional
from ...access.actor import Actor, actor_of, memberships
from ...access.books import in_force
from ...running.within import connected_as

HOST = "voorbeeld.invalid"


@dataclass(frozen=True)
class Persona:
    """Somebody in the demo: a key, a name, and for which circle in which function."""

    key: str
    name: str
    party: str = ""
    function: str = ""
    districts: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """An address at a host that does not exist."""
        return f"{self.key}@{HOST}"


CAST = (
    Persona("lead", "Cora Voorbeeld", "u_centraal_casemanagement", "coordinator"),
    Persona("manager", "Casper Voorbeeld", "u_centraal_casemanagement", "case_manager"),
    Persona("other_manager", "Carlijn Voorbeeld", "u_centraal_casemanagement", "case_manager"),
    Persona("landlord", "Koen Voorbeeld", "portaal", "consultant"),
    Persona(
        "landlord_other_district",
        "Kim Voorbeeld",
        "portaal",
        "consultant",
        ("vleuten_de_meern",),
    ),
    Persona("landlord_excluded", "Karin Voorbeeld", "portaal", "consultant"),
    Persona("other_landlord", "Kees Voorbeeld", "bo_ex", "consultant"),
    Persona("social_team", "Bas Voorbeeld", "buurtteam_sociaal", "team_worker"),
    Persona("youth_team", "Bente Voorbeeld", "lokalis", "team_worker"),
    Persona("care", "Chantal Voorbeeld", "lister", "care_worker"),
    Persona("former_participant", "Zoë Voorbeeld", "lister", "care_worker"),
    Persona("police", "Wim Voorbeeld", "politie", "officer"),
    Persona("executor", "Teun Voorbeeld", "het_vierde_huis", "trajectory_guide"),
    Persona("mediation_lead", "Mirjam Voorbeeld", "u_centraal_bemiddeling", "coordinator"),
    Persona("mediator", "Vera Voorbeeld", "u_centraal_bemiddeling", "mediator"),
    Persona("adviser", "Olga Voorbeeld", "gemeente_oov", "adviser"),
    Persona("debt_adviser", "Daan Voorbeeld", "gemeente_werk_inkomen", "debt_adviser"),
    Persona("hygiene_expert", "Hanna Voorbeeld", "gemeente_volksgezondheid", "hygiene_expert"),
    Persona("secretary", "Sem Voorbeeld", "gemeente", "secretary"),
    Persona("privacy_officer", "Petra Voorbeeld", "gemeente", "privacy_officer"),
    Persona("functional_manager", "Femke Voorbeeld", "gemeente", "functional_manager"),
    Persona("nobody", "Niels Voorbeeld"),
)


def make_cast(at: datetime) -> None:
    """Make an account for everybody in the cast, each with their membership."""
    with connected_as("owner"):
        for persona in CAST:
            if persona.party:
                invite(
                    persona.email,
                    name=persona.name,
                    party=persona.party,
                    functions=[persona.function],
                    districts=persona.districts,
                    at=at,
                )
            account_for(persona.email, name=persona.name)


def offer_cast() -> None:
    """Let the role switcher offer them; that also says that the world is whole."""
    with connected_as("owner"):
        for persona in CAST:
            mark_fictional(account_for(persona.email, name=persona.name))


def actor(key: str, at: datetime) -> Actor:
    """
    Return somebody of the cast as who acts.

    :raises StopIteration: if they act for nobody
    """
    account = account_for(f"{key}@{HOST}", name=key)
    seat = next(iter(memberships(account, at=at)))
    labels = in_force(at.date(), seat.party.key).labels["functions"]
    return actor_of(account, seat, labels)
