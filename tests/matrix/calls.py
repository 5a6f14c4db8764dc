# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Every call that the walk makes: each address with each of its methods and arguments, the right
that decides, and a form that is out of date or empty, so that the right is decided and nothing
changes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from tests.matrix import drafts
from tests.matrix.expectation import Sources
from tests.matrix.marked_book import AGREEMENT
from tests.matrix.telling import LEADERS, LEADS
from tests.matrix.worlds import WITH_PHOTOS, Known, World
from tests.oracle.read_oracle import (
    cells,
    fields,
    indicators,
    invitations,
    keeping,
    taking_out,
    visible,
)
from tests.oracle.read_urls import answers
from tests.oracle.vocabulary import CATEGORIES, INDICATORS, LETTERS, MOVES
from woonvrede.access.books import book

NEVER_INVITED = "mediation_lead"  # a role into which nobody is invited, anywhere
OUTSIDE = "nuisance_families"  # a target to which something may go along
NOT_HERE = "altrecht"  # a party that takes part in nothing
PERIOD = "2026-H1"
SHARES = 3  # less than an intervention has stages, so that everybody gets each share
TAKEN_OUT = ("severe_nuisance", "last_chance")  # lists that are taken out as a file
OUT_OF_DATE = {"version": "0"}
COLLEAGUES = ("landlord_other_district", "landlord_excluded")

IN_NO_REGISTER = 10**9  # the number of no volunteer


@dataclass(frozen=True)
class Call:
    """One request: what it asks for, and of which case or report."""

    url: str
    method: str
    path: str
    thing: str = ""
    about: str = ""
    data: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.data or ''}".strip()


def of_case(known: Known, somebody: int, *, full: bool) -> Iterator[Call]:
    """Yield every call about one case; not ``full`` leaves out categories that nobody has here."""
    categories = CATEGORIES if full else _known_here(known)
    for url, things in _arguments(known, categories).items():
        for thing, arguments in things.items():
            path = reverse(url, args=[known.reference, *arguments])
            yield Call(url, "GET", path, thing, known.reference)
            for data in _forms(known, url, thing, somebody, categories):
                yield Call(url, "POST", path, data.pop("thing", thing), known.reference, data)
    chosen = f"{reverse('case-list-reassign')}?casus={known.reference}"
    yield Call("case-list-reassign", "GET", chosen, about=known.reference)
    if known.task:
        done = reverse("case-task-done", args=[known.reference, known.done])
        yield Call("case-task-done", "POST", done, LEADS[known.intervention], known.reference)
        open_ = reverse("case-task-done", args=[known.reference, known.task])
        yield Call("case-task-done", "GET", open_, LEADS[known.intervention], known.reference)


def of_report(reference: str, *, undecided: bool) -> Iterator[Call]:
    """Yield every call about one report; a decision without a route decides nothing."""
    path = reverse("report", args=[reference])
    yield Call("report", "GET", path, about=reference)
    yield from _both("report-handed", reverse("report-handed", args=[reference]), reference)
    if undecided:
        yield Call("report", "POST", path, about=reference, data={"version": "1"})
        path = reverse("report-refer", args=[reference, OUTSIDE])
        yield Call("report-refer", "GET", path, about=reference)
        yield Call("report-refer", "POST", path, about=reference, data={"version": "1"})


def of_cases() -> Iterator[Call]:
    """Yield a look at each list in which a case or a report can stand."""
    for url in ("work", "case-list", "reports"):
        yield Call(url, "GET", reverse(url))


def of_lists() -> Iterator[Call]:
    """Yield every call about no case or report in particular."""
    for url in ("work", "case-list", "monitoring", "reports"):
        yield from _both(url, reverse(url))
    for which in ("te-beoordelen", "beoordeeld", "onze"):
        yield Call("reports", "GET", f"{reverse('reports')}?lijst={which}")
    for indicator in (*INDICATORS, "no-such-indicator"):
        path = f"{reverse('monitoring-behind', args=[indicator])}?periode={PERIOD}"
        yield Call("monitoring-behind", "GET", path, indicator)
    yield Call("monitoring-behind", "POST", path)
    yield from _both("letters-to-post", reverse("letters-to-post"))
    yield from _both("letter-texts", reverse("letter-texts"))
    yield from _both("letter-text", reverse("letter-text", args=["bb_confirm_a"]))
    yield from _both("monitoring-excel", f"{reverse('monitoring-excel')}?periode={PERIOD}")
    yield from _both("report-new", reverse("report-new"))
    yield from _both("case-list-excel", reverse("case-list-excel"))
    for key in TAKEN_OUT:
        path = f"{reverse('case-list-excel')}?aanpak={key}"
        form = {"purpose": book(AGREEMENT).interventions[key].purpose, "reason": "divide_work"}
        yield Call("case-list-excel", "POST", path, data=form)
    yield from _both("case-list-reassign", reverse("case-list-reassign"))
    yield from _both("case-list-filters", f"{reverse('case-list-filters')}?partij={NOT_HERE}")
    for url in ("volunteers", "volunteer-new"):
        yield from _both(url, reverse(url))
    for url in ("volunteer", "volunteer-gone"):
        yield from _both(url, reverse(url, args=[IN_NO_REGISTER]))
    yield from _both("case-list-filter-gone", reverse("case-list-filter-gone", args=[1]))


def of_drafts(somebody: str) -> Iterator[Call]:
    """
    Yield every call about reports that are being written: those of one, and one that is not there.

    Who wrote a draft throws away none, and sends none that could be sent.
    """
    for key in (*drafts.KEYS, drafts.NOBODYS):
        about = drafts.OF if key in drafts.KEYS else "draft"
        for page in drafts.PAGES:
            path = reverse("report-question", args=[key, page])
            yield Call("report-question", "GET", path, about=about)
        yield Call("report-check", "GET", reverse("report-check", args=[key]), about=about)
        if key == drafts.WHOLE and somebody == drafts.WRITER:
            continue
        path = reverse("report-question", args=[key, "adres"])
        yield Call("report-question", "POST", path, about=about)
        yield Call("report-check", "POST", reverse("report-check", args=[key]), about=about)
        yield Call("report-throw-away", "GET", reverse("report-throw-away", args=[key]))
        if about != f"draft {somebody}":
            yield Call("report-throw-away", "POST", reverse("report-throw-away", args=[key]))


def of_agreement() -> Iterator[Call]:
    """Yield every call about what was agreed; one intervention is as the others."""
    each = next(iter(LEADERS))
    yield from _both("agreement", reverse("agreement"))
    for url in ("agreement-one", "agreement-assumed", "agreement-text"):
        yield from _both(url, reverse(url, args=[AGREEMENT]))
    for url in ("agreement-intervention", "agreement-drawing"):
        yield from _both(url, reverse(url, args=[AGREEMENT, each]))


def of_accounts() -> Iterator[Call]:
    """Yield every call about who somebody is; signing out comes last."""
    arguments = {
        "account_reset_password_from_key": {"uidb36": "1", "key": "x-y"},
        "mfa_remove_webauthn": {"pk": "1"},
    }
    names = {each.url for each, answer in answers().items() if answer.right == "account"}
    for url in sorted(names - {"account_logout"}):
        yield from _both(url, reverse(url, kwargs=arguments.get(url, {})))
    yield from _both("account_logout", reverse("account_logout"))


def one_of_each(calls: Iterator[Call], turn: int) -> Iterator[Call]:
    """Yield of each address and method one call, another one each turn."""
    found: dict[tuple[str, str], list[Call]] = {}
    for call in calls:
        found.setdefault((call.url, call.method), []).append(call)
    for same in found.values():
        yield same[turn % len(same)]


def one_address(calls: Iterable[Call], turn: int) -> Iterator[Call]:
    """Yield the calls of one address, another one each turn."""
    calls = list(calls)
    urls = sorted({call.url for call in calls})
    yield from (call for call in calls if call.url == urls[turn % len(urls)])


def a_share(calls: Iterable[Call], turn: int) -> Iterator[Call]:
    """Yield every so manieth call, others each turn, and always the look at the case itself."""
    for number, call in enumerate(calls):
        if number % SHARES == turn % SHARES or (call.url, call.method) == ("case", "GET"):
            yield call


def a_refusal_each(calls: Iterable[Call], may: Callable[[Call], bool], turn: int) -> Iterator[Call]:
    """Yield what somebody may, and of each address and method two more, others each turn."""
    calls = list(calls)
    yield from filter(may, calls)
    refused = [call for call in calls if not may(call)]
    for half in (refused[::2], refused[1::2]):
        yield from one_of_each(iter(half), turn)


def entitled(right: str, call: Call, sources: Sources, world: World) -> bool:
    """Do the sources give this right to this persona, for what this call is about?"""
    return RIGHTS[right](call, sources, world)


def aware(call: Call, sources: Sources, world: World) -> bool:
    """May this persona know of what this call is about?"""
    if not call.about:
        return True
    if call.about.startswith("draft"):
        return _reporter(call, sources, world)
    for known in world.cases:
        if call.about == known.reference:
            return sources.knows(known)
    return _report(call, sources, world)


def _known_here(known: Known) -> tuple[str, ...]:
    """Return the categories of which somebody sees something in this intervention, and one more."""
    seen = {cell.category for cell in visible(cells(known.intervention))}
    return (*(key for key in CATEGORIES if key in seen), "health")


def _roles(known: Known) -> tuple[str, ...]:
    """Return the roles into which somebody may be invited in this intervention, and one more."""
    invited = {cell.role for cell in invitations() if cell.intervention == known.intervention}
    return (*sorted(invited), NEVER_INVITED)


def _both(url: str, path: str, about: str = "") -> Iterator[Call]:
    yield Call(url, "GET", path, about=about)
    yield Call(url, "POST", path, about=about)


def _arguments(known: Known, categories: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return of each address of a case the arguments, by what the right is asked about."""
    moves, roles = (*MOVES[known.intervention], "no-such-move"), _roles(known)
    registers: dict[str, tuple[str, ...]] = {
        f"{category} {each.key}": (each.key,)
        for each, category in fields().items()
        if (each.intervention, each.kind) == (known.intervention, "register")
    }
    letters = LETTERS.get(known.intervention, ())
    registers["nothing no-such-register"] = ("no-such-register",)
    return {
        "case": {"": ()},
        "case-step": {name: (name,) for name in moves},
        "case-facts": {name: (name,) for name in (*categories, "no-such-category")},
        "case-row": registers,
        "case-row-correction": {
            str(line.pk): (line.register, str(line.pk)) for line in known.lines
        },
        "case-note": {"": ()},
        "case-letter": {key: (key,) for key in (*letters, "no_such_letter")},
        "case-letter-file": {"": ("1",)},
        "case-letter-send": {"": ("1",)},
        "case-parties": {"": ()},
        "case-seat": {role: (role, NOT_HERE) for role in roles},
        "case-consent": {role: (role,) for role in roles},
        "case-withdrawal": {role: (role,) for role in roles},
        "case-person": {"": ()},
        "case-task": {"": ()},
        "case-photos": {"": ()},
        "case-photo": {"": (str(known.photo),)},
        "case-photo-gone": {"no-such-photo": ("0",)},
        "case-handed": {"": ("0",)},
        "case-outside": {"": ()},
    }


def _forms(
    known: Known, url: str, thing: str, somebody: int, categories: Sequence[str]
) -> Iterator[dict[str, str]]:
    """Yield the forms that are sent to an address."""
    if url == "case-note":
        yield from ({"category": key, "text": "", "thing": key} for key in categories)
    elif url == "case-parties":
        yield from ({"seat": f"{role}.{NOT_HERE}", "thing": role} for role in _roles(known))
    elif url == "case-person":
        kinds = {each.key: held for each, held in fields().items() if each.kind == "person"}
        yield from ({"role": key, "thing": held} for key, held in kinds.items())
    elif url == "case-outside":
        yield {"account": str(somebody)}
    elif url == "case-photo-gone":
        return  # to who may there is none of that number: tests/web/test_photos.py asks the others
    else:
        yield dict(OUT_OF_DATE)


def _case(call: Call, world: World) -> Known:
    return next(known for known in world.cases if known.reference == call.about)


def _know(call: Call, sources: Sources, world: World) -> bool:
    return sources.knows(_case(call, world))


def _move(call: Call, sources: Sources, world: World) -> bool:
    return sources.may_move(_case(call, world), call.thing)


def _write(call: Call, sources: Sources, world: World) -> bool:
    category = call.thing.split()[0] if call.thing else ""
    known = _case(call, world)
    return category in CATEGORIES and sources.case(known, category, own=True).writes


def _correct(call: Call, sources: Sources, world: World) -> bool:
    """A row is corrected by who wrote it, or by who leads the case."""
    known = _case(call, world)
    line = next(each for each in known.lines if str(each.pk) == call.thing)
    own, recipient = line.party == sources.party, sources.party in line.recipients
    sees = sources.case(known, line.category, own=own, recipient=recipient).sees
    writes = sources.case(known, line.category, own=True).writes
    return sees and writes and (own or sources.party == LEADS[known.intervention])


def _facts(call: Call, sources: Sources, world: World) -> bool:
    """There must be a fact of the category to be asked."""
    known = _case(call, world)
    asked = {
        held
        for each, held in fields().items()
        if (each.intervention, each.kind) == (known.intervention, "fact")
    }
    return call.thing in asked and _write(call, sources, world)


def _write_any(call: Call, sources: Sources, world: World) -> bool:
    known = _case(call, world)
    return any(sources.case(known, category, own=True).writes for category in CATEGORIES)


def _write_people(call: Call, sources: Sources, world: World) -> bool:
    known = _case(call, world)
    return any(
        sources.case(known, category, own=True).writes for category in ("resident", "complainant")
    )


def _photos(call: Call, sources: Sources, world: World) -> bool:
    """Only housing hygiene has photos, in the part of the nurse (domain §1.5)."""
    known = _case(call, world)
    return known.intervention == WITH_PHOTOS and sources.case(known, "health").sees


def _add_photos(call: Call, sources: Sources, world: World) -> bool:
    known = _case(call, world)
    return known.intervention == WITH_PHOTOS and sources.case(known, "health", own=True).writes


def _invite(call: Call, sources: Sources, world: World) -> bool:
    known = _case(call, world)
    if not call.thing:
        return sources.knows(known)
    return sources.may_invite(known, call.thing)


def _letter(call: Call, sources: Sources, world: World) -> bool:
    return sources.may_make(_case(call, world), call.thing)


def _write_texts(call: Call, sources: Sources, world: World) -> bool:
    """Texts are a functional manager's (domain §6, P14)."""
    del call, world
    return sources.persona == "functional_manager"


def _task(call: Call, sources: Sources, world: World) -> bool:
    return sources.knows(_case(call, world)) and sources.party == call.thing


def _lead(call: Call, sources: Sources, world: World) -> bool:
    return sources.persona == LEADERS[_case(call, world).intervention] and _know(
        call, sources, world
    )


def _report(call: Call, sources: Sources, world: World) -> bool:
    return sources.in_report("report", call.about)


def _triage(call: Call, sources: Sources, world: World) -> bool:
    del world
    return sources.triages(call.about)


def _indicator(call: Call, sources: Sources, world: World) -> bool:
    """Everybody of a party sees what it reports, whatever part they take in cases."""
    del world
    return (sources.persona, call.thing) in indicators()


def _register(call: Call, sources: Sources, world: World) -> bool:
    del call, world
    return sources.persona in keeping()


def _take_out(call: Call, sources: Sources, world: World) -> bool:
    """Which cases go out is another question: those that they know of."""
    del call, world
    return sources.persona in taking_out()


def _reporter(call: Call, sources: Sources, world: World) -> bool:
    """Colleagues elsewhere can make a report as well."""
    del call
    who = "landlord" if sources.persona in COLLEAGUES else sources.persona
    return Sources(who, world).reports_itself()


def _draft(call: Call, sources: Sources, world: World) -> bool:
    del world
    return call.about == f"draft {sources.persona}"


RIGHTS: dict[str, Callable[[Call, Sources, World], bool]] = {
    "member": lambda *_: True,
    "account": lambda *_: True,
    "none": lambda *_: False,  # of what is not there, such as a letter that nobody made
    "know": _know,
    "move": _move,
    "write": _write,
    "correct": _correct,
    "facts": _facts,
    "write_any": _write_any,
    "write_people": _write_people,
    "photos": _photos,
    "add_photos": _add_photos,
    "invite": _invite,
    "letter": _letter,
    "write_texts": _write_texts,
    "task": _task,
    "lead": _lead,
    "report": _report,
    "triage": _triage,
    "reporter": _reporter,
    "draft": _draft,
    "take_out": _take_out,
    "register": _register,
    "indicator": _indicator,
}
