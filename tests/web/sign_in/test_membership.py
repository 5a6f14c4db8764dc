# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works for several parties says for which one; nobody says it for somebody else."""

from django.test import Client
from django.utils import timezone

from tests.web.sign_in import people
from woonvrede.records.account import Membership
from woonvrede.running.within import connected_as


def arrived(key: str, *parties: str) -> Client:
    client, _ = people.with_two_factors(people.somebody(key, *parties))
    return client


def test_one_membership_needs_no_choice() -> None:
    client = arrived("roos", "portaal")
    answer = client.get("/wie-bent-u/", {"next": "/casussen/"})
    assert answer.headers["Location"] == "/casussen/"


def test_several_memberships_are_a_choice() -> None:
    client = arrived("roos", "portaal", "politie")
    page = client.get("/wie-bent-u/").content.decode()
    assert "Voor wie werkt u vandaag?" in page
    assert "Portaal" in page
    assert "membership" not in client.session


def test_the_choice_is_kept() -> None:
    client = arrived("roos", "portaal", "politie")
    seat = Membership.objects.latest("pk")
    answer = client.post("/wie-bent-u/", {"membership": str(seat.pk), "next": "/casussen/"})
    assert answer.headers["Location"] == "/casussen/"
    assert client.session["membership"] == seat.pk


def test_somebody_elses_membership_is_no_choice() -> None:
    client = arrived("roos", "portaal", "politie")
    theirs = people.somebody("piet", "u_centraal_casemanagement").memberships.get()
    client.post("/wie-bent-u/", {"membership": str(theirs.pk)})
    assert "membership" not in client.session


def test_without_a_membership_there_is_nothing_to_do() -> None:
    page = arrived("niels").get("/wie-bent-u/").content.decode()
    assert "U werkt nu voor geen enkele partij" in page


def test_a_membership_that_ended_is_no_choice() -> None:
    client = arrived("roos", "portaal")
    with connected_as("owner"):
        Membership.objects.update(until=timezone.now())
    assert "U werkt nu voor geen enkele partij" in client.get("/wie-bent-u/").content.decode()
