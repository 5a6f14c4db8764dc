# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ways to break the sound little agreement, each with the one fault that follows."""

import shutil
from pathlib import Path
from typing import NamedTuple

SOUND = Path(__file__).parent / "sound"
SHARED = "agreement.toml"
VISIT = "interventions/visit.toml"
REPAIR = "interventions/repair.toml"
TEXT = "text.toml"
TEXTS = "letters/texts.toml"


class Expected(NamedTuple):
    """A fault as a test expects it."""

    rule: str
    file: str
    entry: str


class Break(NamedTuple):
    """Replacements in one file, each of a text that stands there once, and the fault."""

    file: str
    edits: tuple[tuple[str, str], ...]
    fault: Expected


def broken(folder: Path, *breaks: Break) -> Path:
    """Return a copy of the sound agreement, broken in these ways."""
    copy = folder / "broken"
    shutil.copytree(SOUND, copy)
    for each in breaks:
        path = copy / each.file
        text = path.read_text(encoding="utf-8")
        for old, new in each.edits:
            assert text.count(old) == 1, f"{text.count(old)} times: {old!r}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    return copy


def _break(file: str, rule: str, entry: str, *edits: tuple[str, str]) -> Break:
    return Break(file, edits, Expected(rule, file, entry))


OF_ALL = """[everywhere]
category = "secret"
purpose = "help"
ground = "task"
source = "§4"

[[everywhere.{word}]]
key = "asked"
label = "Gevraagd"
{rest}

[[questions]]
"""
WELCOME = Expected("unwritten_letter", VISIT, "letters.welcome")
PHOTOS = """[photos]
category = "story"
stages = ["closed"]
most = 3
source = "§3.1"

"""
PROMPT = """[[prompts]]
key = "safe"
label = "Is het veilig?"
says = "Denk aan de veiligheid."
to = ["desk"]
stages = ["busy"]
any_of = { reason = ["good", "best"] }
source = "§3.1"

"""
VOLUNTEERS = (
    'volunteers = { role = "helper", kept_by = ["worker"], skills = "reason", languages = "reason",'
    ' trainings = "reason", availability = "reason", about = "reason", language = "reason",'
    ' when = "reason", hours_a_case = "term", warning = "term", reasons = "outcome",'
    ' source = "§3.1" }\n'
)
GRANT = """[[grants]]
role = "{role}"
see = {see}
write = {write}
stages = ["busy"]
purpose = "help"
ground = "{ground}"
source = "§3.1"

[[invitations]]
"""
QUESTION = """[[questions]]
key = "former_bsn"
label = "Nummer"
kind = "text"
category = "story"
source = "§3"

[[questions]]
"""
MIGRATION = """[[migrations]]
former = "{former}"
source = "§9"
[[migrations.interventions]]
intervention = "visit"
stages = {{ {former_stage} = "{stage}" }}

[[questions]]
"""
ASIDE = """[[migrations]]
former = "dorp-0"
source = "§9"
[[migrations.interventions]]
intervention = "repair"
to = "visit"

[[questions]]
"""
SPARE = """\
  { key = "spare", label = "Over", value = 1, unit = "weeks", source = "§3" },
"""
TWICE = """[[letters]]
key = "welcome"
label = "Welkom"
to = ["landlord"]
source = "§3.1"

[[letters]]
"""
DONE = '  { key = "closed", label = "Klaar", final = true, source = "§3.1" },\n'
TRAP = '  { key = "trap", label = "Val", source = "§3.1" },\n'
HIDDEN = """[[facts]]
key = "hidden"
label = "Verborgen"
kind = "text"
category = "secret"
stages = ["asked"]
source = "§3.2"

[[facts]]
"""
AGREED = """[[facts]]
key = "agreed"
label = "Is het goed?"
kind = "yes_no"
category = "outcome"
stages = ["busy"]
source = "§3.1"

[[registers]]
"""
DAY = """[[facts]]
key = "begun_on"
label = "Begonnen op"
kind = "date"
category = "story"
stages = ["open"]
source = "§3.1"

[[registers]]
"""
ASKED_ON = """[[facts]]
key = "asked_on"
label = "Gevraagd op"
kind = "date"
category = "outcome"
stages = ["busy"]
source = "§3.1"

"""
DEAD_END = """[[moves]]
key = "stray"
label = "Verdwalen"
origin = ["open"]
to = "trap"
by = ["helper"]
source = "§3.1"

[[routes]]
"""
INTO_THE_TRAP = """[[moves]]
key = "stumble"
label = "In de val lopen"
origin = ["busy", "trap"]
to = "trap"
by = ["desk"]
source = "§3.1"

[[routes]]
"""


def _grant(role: str, see: str, write: str, ground: str = "task") -> tuple[str, str]:
    more = GRANT.format(role=role, see=see, write=write, ground=ground)
    return "[[invitations]]\n", more


def _migration(former: str, former_stage: str, stage: str) -> tuple[str, str]:
    words = {"former": former, "former_stage": former_stage, "stage": stage}
    return "[[questions]]\n", MIGRATION.format(**words)


def _everywhere(rule: str, word: str, rest: str) -> Break:
    """Break what all interventions have: one fault, of the shared file, and not one of each."""
    edit = ("[[questions]]\n", OF_ALL.format(word=word, rest=rest))
    return _break(SHARED, rule, f"everywhere.{word}.asked", edit)


BREAKS = {
    "a fact of all without a source": _everywhere(
        "missing_source", "facts", 'kind = "date"\nsource = ""'
    ),
    "a letter of all that nobody wrote": _everywhere(
        "unwritten_letter", "letters", 'to = ["somebody"]\nsource = "§4"'
    ),
    "a word of no language in what all have": _everywhere(
        "unreadable", "facts", 'kind = "date"\nsource = "§4"\ncolour = "rood"'
    ),
    "a section without one of its paragraphs": _break(
        TEXT, "missing_paragraph", "sections 1 (De aanpakken)", ("length = 2", "length = 3")
    ),
    "a paragraph of which nothing is said": _break(
        TEXT,
        "unmapped_paragraph",
        "sections 1 (De aanpakken).paragraphs 2",
        ('not_modelled = "Daar is geen gegeven van."\n', ""),
    ),
    "a paragraph that is said and is not": _break(
        TEXT,
        "unmapped_paragraph",
        "sections 1 (De aanpakken).paragraphs 2",
        ("not_modelled", 'entries = ["repair"]\nnot_modelled'),
    ),
    "a paragraph about a step that is not there": _break(
        TEXT,
        "unknown_name",
        "sections 1 (De aanpakken).paragraphs 1",
        ("repair/moves.mend", "repair/moves.build"),
    ),
    "a word that is not of the text": _break(
        TEXT, "unreadable", "sections 1", ("length = 2", "length = 2\npages = 1")
    ),
    "a text in the shared file": _break(
        SHARED, "unreadable", "kop", ('version = "1"', 'version = "1"\ntext = "Alles."')
    ),
    "a contact point without a function": _break(
        SHARED,
        "unknown_name",
        "contact_points 1 (helpers)",
        (
            'contact_points = [{ party = "helpers", functions = ["worker"]',
            'contact_points = [{ party = "helpers", functions = ["x"]',
        ),
    ),
    "a part of no district": _break(
        SHARED, "unknown_name", "subdistricts.hoek", ('of = "noord"', 'of = "zuid"')
    ),
    "a file is no TOML": _break(REPAIR, "unreadable", "kop", ("tenures = [", "tenures [")),
    "a word of no language": _break(
        REPAIR, "unreadable", "facts.wish", ('label = "Wens"', 'label = "Wens"\ncolour = "rood"')
    ),
    "a word is missing": _break(REPAIR, "unreadable", "moves.mend", ('label = "Herstellen"\n', "")),
    "a value that does not exist": _break(
        REPAIR, "unreadable", "indicators.R-1", ('unit = "order"', 'unit = "orders"')
    ),
    "an intervention names itself": _break(
        REPAIR, "unreadable", "kop", ('lead = "landlord"', 'key = "mend"\nlead = "landlord"')
    ),
    "a start that is no stage": _break(
        VISIT, "unknown_name", "kop", ('start = "open"', 'start = "opened"')
    ),
    "a reporter without a function": _break(
        SHARED,
        "unknown_name",
        "reporters 1 (helpers)",
        (
            '"helpers", functions = ["worker"], source = "§3"',
            '"helpers", functions = ["x"], source = "§3"',
        ),
    ),
    "a seat for nobody": _break(
        SHARED,
        "unknown_name",
        "steering 1 (niemand)",
        ('{ party = "gemeente", seat', '{ party = "niemand", seat'),
    ),
    "a question without a category": _break(
        SHARED,
        "unknown_name",
        "questions.urgent",
        ('kind = "yes_no"\ncategory = "story"\n', 'kind = "yes_no"\n'),
    ),
    "a choice without options": _break(
        VISIT, "unknown_name", "facts.reason", ('options = "reason"\n', "")
    ),
    "a condition that nobody judges": _break(
        VISIT, "unknown_name", "moves.begin", ('needs = ["urgent"]', 'needs = ["in_a_hurry"]')
    ),
    "a step that brings in one of two": _break(
        VISIT,
        "unclear_party",
        "moves.give_help",
        ('effect = "assign"\nrole = "helper"', 'effect = "call_in"\nrole = "landlord"'),
    ),
    "an assignment without a role": _break(
        VISIT,
        "unknown_name",
        "moves.give_help",
        ('effect = "assign"\nrole = "helper"', 'effect = "assign"'),
    ),
    "a pair of nobody": _break(
        VISIT,
        "unfit_volunteers",
        "moves.give_help",
        ('effect = "assign"', 'effect = "assign_pair"'),
    ),
    "volunteers of another than who leads": _break(
        VISIT, "unfit_volunteers", "volunteers", ("stages = [\n", f"{VOLUNTEERS}stages = [\n")
    ),
    "a carry of unlike facts": _break(
        VISIT, "unknown_name", "carries 1 (repair)", ('wish = "story"', 'wish = "reason"')
    ),
    "a term of no length": _break(
        VISIT, "unknown_name", "deadlines.soon", ('length = "term"', 'length = "long"')
    ),
    "a question that waits for itself": _break(
        SHARED,
        "untimely_condition",
        "questions.urgent",
        ('label = "Is er haast?"', 'label = "Is er haast?"\nwhen = ["urgent"]'),
    ),
    "a person who is asked for by what need not be known": _break(
        SHARED,
        "untimely_condition",
        "person_roles.complainant",
        ('label = "Wie klaagt"', 'label = "Wie klaagt", when = ["urgent"]'),
    ),
    "a person on a condition whom no report asks for": _break(
        SHARED,
        "untimely_condition",
        "person_roles.resident",
        (
            'source = "§3" },\n  { key = "alleged',
            'source = "§3", when = ["corporation_dwelling"] },\n  { key = "alleged',
        ),
    ),
    "a question on a condition that nobody judges": _break(
        SHARED,
        "unknown_name",
        "questions.urgent",
        ('label = "Is er haast?"', 'label = "Is er haast?"\nnever_when = ["in_a_hurry"]'),
    ),
    "a term on a condition that nobody judges": _break(
        VISIT,
        "unknown_name",
        "deadlines.soon",
        ('length = "term"', 'length = "term"\nwhen = ["in_a_hurry"]'),
    ),
    "a term from something that is no day": _break(
        VISIT,
        "unknown_name",
        "deadlines.soon",
        ('length = "term"', 'length = "term"\ndated_by = "story"'),
    ),
    "a term that a step meets, on a condition": _break(
        VISIT,
        "lost_term",
        "deadlines.soon",
        ('length = "term"', 'length = "term"\nwhen = ["urgent"]\nmet_by = ["begin"]'),
    ),
    "a term that a step meets, from a day": _break(
        VISIT,
        "lost_term",
        "deadlines.soon",
        ("[[registers]]\n", DAY),
        ('length = "term"', 'length = "term"\ndated_by = "begun_on"\nmet_by = ["begin"]'),
    ),
    "a term that tells who must meet it what they may not see": _break(
        VISIT,
        "unseen_term",
        "deadlines.soon",
        ("[[registers]]\n", DAY),
        ('owner = "helper"\nsource', 'owner = "landlord"\ndated_by = "begun_on"\nsource'),
    ),
    "a term that a step meets, and a fact ends": _break(
        VISIT,
        "lost_term",
        "deadlines.soon",
        ('length = "term"', 'length = "term"\nended_by = ["story"]\nmet_by = ["begin"]'),
    ),
    "a term that ends with what nobody asks while it runs": _break(
        VISIT,
        "unwritable_fact",
        "deadlines.soon",
        ("[[registers]]\n", DAY),
        ('category = "story"\nstages = ["open"]', 'category = "story"\nstages = ["busy"]'),
        ('length = "term"', 'length = "term"\nended_by = ["begun_on"]'),
    ),
    "a story that is not before a day": _break(
        VISIT,
        "unfit_order",
        "facts.story",
        ("[[registers]]\n", DAY),
        ('label = "Wat speelt er?"', 'label = "Wat speelt er?"\nnot_before = "begun_on"'),
    ),
    "a column that is not before a day": _break(
        VISIT,
        "unfit_order",
        "registers.visits.columns.visited_on",
        ("[[registers]]\n", DAY),
        (
            'label = "Datum", kind = "date"',
            'label = "Datum", kind = "date", not_before = "begun_on"',
        ),
    ),
    "a day that is not before itself": _break(
        VISIT,
        "unfit_order",
        "facts.begun_on",
        ("[[registers]]\n", DAY.replace('kind = "date"', 'kind = "date"\nnot_before = "begun_on"')),
    ),
    "a day held against another that its writer does not see": _break(
        VISIT,
        "unfit_order",
        "facts.begun_on",
        ("[[registers]]\n", DAY.replace('kind = "date"', 'kind = "date"\nnot_before = "asked_on"')),
        ('[[facts]]\nkey = "reason"', ASKED_ON + '[[facts]]\nkey = "reason"'),
    ),
    "a step that opens what nothing is carried to": _break(
        VISIT,
        "unknown_name",
        "moves.accept",
        ('effect = "accept_hand_over"', 'effect = "open_beside"\nopens = "repair"'),
    ),
    "a step that records in a list that is not there": _break(
        VISIT,
        "unknown_name",
        "moves.begin",
        ('offers = ["story"]', 'offers = ["story"]\nrecords = "calls"'),
    ),
    "a column that is not what the fact with its name is": _break(
        VISIT,
        "unknown_name",
        "moves.begin",
        ('offers = ["story"]', 'offers = ["story"]\nrecords = "visits"'),
        ('{ key = "visited_on", label = "Datum"', '{ key = "story", label = "Datum"'),
    ),
    "a step that sets what is not there": _break(
        VISIT,
        "unknown_name",
        "moves.begin",
        ('offers = ["story"]', 'offers = ["story"]\nsettles = { done = "ja" }'),
    ),
    "a step that refers nowhere": _break(
        VISIT,
        "unknown_name",
        "moves.begin",
        ('offers = ["story"]', 'offers = ["story"]\neffect = "refer"'),
    ),
    "a target to which a complainant goes along": _break(
        SHARED,
        "unknown_name",
        "referral_targets.elsewhere",
        (
            'label = "Elders", source',
            'label = "Elders", sends = ["complainant"], ground = "task", source',
        ),
    ),
    "a target to which something goes without a ground": _break(
        SHARED,
        "unknown_name",
        "referral_targets.elsewhere",
        ('label = "Elders", source', 'label = "Elders", sends = ["dwelling"], source'),
    ),
    "an explanation of a choice that is not there": _break(
        SHARED,
        "unknown_name",
        "codes.reason",
        (
            'key = "reason"\nlabel = "Reden"\nsource = "§5"\n',
            'key = "reason"\nlabel = "Reden"\nsource = "§5"\nhelps = { no = "Nee." }\n',
        ),
    ),
    "a reminder of what nobody can answer": _break(
        VISIT,
        "unknown_name",
        "prompts.safe",
        ('[[grants]]\nrole = "desk"', PROMPT + '[[grants]]\nrole = "desk"'),
    ),
    "a text where only choices stand": _break(
        SHARED,
        "forbidden_fact",
        "person_roles.complainant",
        ('explains = "Hoe het afliep.",', 'explains = "Hoe het afliep.", coded = true,'),
        ('label = "Wie klaagt", category = "story"', 'label = "Wie klaagt", category = "outcome"'),
    ),
    "photos that nobody may add": _break(
        VISIT,
        "unwritable_fact",
        "photos",
        (
            '[[grants]]\nrole = "desk"',
            PHOTOS + '[[grants]]\nrole = "desk"',
        ),
    ),
    "a hand-over that nobody is asked for": _break(
        VISIT, "unknown_name", "carries 1 (repair)", ('asks = "landlord"\n', "")
    ),
    "a figure on no day": _break(
        VISIT,
        "unknown_name",
        "indicators.V-1",
        ('counts = "case_closed"', 'counts = "case_closed"\ndated_by = "day"'),
    ),
    "no word for a dwelling of which nobody knows more": _break(
        SHARED,
        "unknown_name",
        "kop",
        ('{ key = "unknown", label = "Onbekend"', '{ key = "mystery", label = "Onbekend"'),
    ),
    "an outcome of what never comes next": _break(
        VISIT,
        "unknown_name",
        "outcomes.good",
        ('when = ["urgent"]\nsuccess', 'unless_next = ["moon"]\nsuccess'),
    ),
    "a letter to nobody": _break(
        VISIT, "unknown_name", "letters.welcome", ('to = ["landlord"]', 'to = ["neighbour"]')
    ),
    "a letter without a text": Break(
        TEXTS, (('[welcome]\nsubject = "Welkom"', "[welcome]"),), WELCOME
    ),
    "a letter with a text too many": Break(
        TEXTS,
        (("[welcome]", '[welcome]\nextra = "Nog iets."'),),
        WELCOME,
    ),
    "a letter that says what it may not": Break(
        TEXTS, (("{story}", "{reason}"),), WELCOME._replace(rule="unsayable")
    ),
    "a letter of who does not see what it says": _break(
        VISIT, "unsayable", "letters.welcome", ('by = ["helper"]\nstages', 'by = ["desk"]\nstages')
    ),
    "a text of no letter": Break(
        TEXTS, (("[shared]", "[goodbye]\n[shared]"),), Expected("unknown_name", TEXTS, "goodbye")
    ),
    "a name that no address can hold": _break(
        SHARED, "unfit_key", "kop", ('key = "dorp-1"', 'key = "../../dorp 1"')
    ),
    "a figure with a space in its name": _break(
        VISIT, "unfit_key", "indicators.V 1", ('key = "V-1"', 'key = "V 1"')
    ),
    "a code that is no name": _break(
        SHARED, "unfit_key", "codes.reason", ('bad = "Niet goed"', '"very bad" = "Niet goed"')
    ),
    "a district twice": _break(
        SHARED,
        "duplicate_key",
        "districts.noord",
        ("districts = [\n", 'districts = [\n  { key = "noord", label = "N", source = "§1" },\n'),
    ),
    "a letter twice": _break(VISIT, "duplicate_key", "letters.welcome", ("[[letters]]\n", TWICE)),
    "a target without a source": _break(
        SHARED,
        "missing_source",
        "referral_targets.elsewhere",
        ('label = "Elders", source = "§3"', 'label = "Elders"'),
    ),
    "a term without a source": _break(
        VISIT,
        "missing_source",
        "deadlines.soon",
        ('owner = "helper"\nsource = "§3.1"', 'owner = "helper"'),
    ),
    "a question for a forbidden number": _break(
        SHARED, "forbidden_fact", "questions.former_bsn", ("[[questions]]\n", QUESTION)
    ),
    "a column about income": _break(
        VISIT,
        "forbidden_fact",
        "registers.visits.columns.income_on",
        ('key = "visited_on"', 'key = "income_on"'),
    ),
    "a seal that is gone": _break(
        SHARED, "broken_seal", "sealed", ('version = "1"', 'version = "1"\nsealed = 2020-01-01')
    ),
    "a stage to which nothing leads": _break(
        VISIT, "unreachable_stage", "stages.busy", ('to = "busy"', 'to = "closed"')
    ),
    "a stage to fall into": _break(
        VISIT,
        "inescapable_stage",
        "stages.trap",
        (DONE, TRAP + DONE),
        ("[[routes]]\n", INTO_THE_TRAP),
        ('stages = ["busy", "closed"]', 'stages = ["busy", "trap", "closed"]'),
    ),
    "a stage without a way out": _break(
        VISIT,
        "inescapable_stage",
        "stages.trap",
        (DONE, TRAP + DONE),
        ("[[routes]]\n", DEAD_END),
        ('stages = ["busy", "closed"]', 'stages = ["busy", "trap", "closed"]'),
    ),
    "a stage that only who is not there sees": _break(
        VISIT,
        "unseen_stage",
        "stages.open",
        ('opens_with = ["landlord", "helper"]', 'opens_with = ["landlord"]'),
    ),
    "an end that nobody sees": _break(
        REPAIR, "unseen_stage", "stages.done", ('stages = ["asked", "done"]', 'stages = ["asked"]')
    ),
    "a start that its mover does not see": _break(
        VISIT, "unmoved_stage", "stages.open", ('by = ["helper"]\nneeds', 'by = ["desk"]\nneeds')
    ),
    "a move of who did not sign": _break(
        VISIT,
        "unsigned_move",
        "moves.begin",
        ('by = ["helper"]\nneeds', 'by = ["helper", "builder"]\nneeds'),
    ),
    "an order of who did not sign": Break(
        SHARED,
        (('by_order_of = ["gemeente"]', 'by_order_of = ["buitenstaander"]'),),
        Expected("unsigned_move", REPAIR, "moves.mend"),
    ),
    "a right of a stranger": _break(
        VISIT, "unsigned_role", "grants 4 (stranger)", _grant("stranger", '["process"]', "[]")
    ),
    "a stranger beside who signed": _break(
        SHARED,
        "unsigned_role",
        "roles.helper",
        ('parties = ["helpers"]', 'parties = ["helpers", "buitenstaander"]'),
    ),
    "an invited stranger": _break(
        VISIT,
        "unsigned_role",
        "invitations 1 (stranger)",
        ('role = "helper"\nby', 'role = "stranger"\nby'),
    ),
    "a stranger from the start": _break(
        VISIT,
        "unsigned_role",
        "kop",
        ('opens_with = ["landlord", ', 'opens_with = ["stranger", "landlord", '),
    ),
    "a stranger who judges": _break(
        VISIT,
        "unsigned_role",
        "triage",
        ('triage = { party = "balie"', 'triage = { party = "buitenstaander"'),
    ),
    "a reason that comes too late": _break(
        VISIT,
        "unwritable_fact",
        "moves.finish",
        ('category = "outcome"\nstages = ["busy"]', 'category = "outcome"\nstages = ["closed"]'),
    ),
    "a story that nobody may write": _break(
        VISIT, "unwritable_fact", "facts.story", ('write = ["story"]\n', "")
    ),
    "a wish that nobody may write": _break(
        REPAIR, "unwritable_fact", "moves.mend", ('write = ["story"]\n', "")
    ),
    "a register that nobody has a right to": _break(
        VISIT,
        "category_without_ground",
        "registers.visits",
        ('category = "story"\nstages = ["busy"]', 'category = "secret"\nstages = ["busy"]'),
    ),
    "a right on no ground": _break(
        REPAIR, "unknown_name", "grants 1 (landlord)", ('ground = "contract"', 'ground = ""')
    ),
    "a right for no purpose": _break(
        REPAIR,
        "unknown_name",
        "grants 1 (landlord)",
        ('purpose = "mend"\nground', 'purpose = ""\nground'),
    ),
    "a question to which nobody has a right": _break(
        SHARED,
        "category_without_ground",
        "questions.urgent",
        ('kind = "yes_no"\ncategory = "story"', 'kind = "yes_no"\ncategory = "secret"'),
    ),
    "people whom nobody may know": _break(
        SHARED,
        "category_without_ground",
        "person_roles.resident",
        ('label = "Bewoner", category = "story"', 'label = "Bewoner", category = "secret"'),
    ),
    "a fact that nobody may see": _break(
        REPAIR,
        "category_without_ground",
        "facts.hidden",
        ("[[facts]]\n", HIDDEN),
    ),
    "a condition that nobody may write": _break(
        VISIT,
        "unwritable_fact",
        "moves.begin",
        ('needs = ["urgent"]', 'needs = ["urgent", "agreed"]'),
        ("[[registers]]\n", AGREED),
    ),
    "a figure of nobody": _break(
        VISIT, "indicator_without_reporter", "indicators.V-1", ('reported_by = "gemeente"\n', "")
    ),
    "a figure of a stranger": _break(
        VISIT,
        "indicator_without_reporter",
        "indicators.V-1",
        ('"gemeente"\nsource', '"helpers"\nsource'),
    ),
    "a figure of who may be absent": _break(
        REPAIR,
        "indicator_without_reporter",
        "indicators.R-1",
        ('reported_by_role = "landlord"', 'reported_by_role = "builder"'),
    ),
    "a figure of two": _break(
        REPAIR,
        "indicator_without_reporter",
        "indicators.R-1",
        ("reported_by_role", 'reported_by = "gemeente"\nreported_by_role'),
    ),
    "a right on two grounds": _break(
        VISIT, "two_reasons", "grants 4 (helper)", _grant("helper", '["story"]', "[]", "contract")
    ),
    "a blind writer": _break(
        VISIT, "write_without_see", "grants 4 (helper)", _grant("helper", "[]", '["outcome"]')
    ),
    "an owned house handed over": _break(
        VISIT,
        "hand_over_tenure",
        "carries 1 (repair)",
        ('tenures = ["rent"]', 'tenures = ["rent", "owned"]'),
    ),
    "a secret that stays to be seen": _break(
        VISIT,
        "seen_too_long",
        "grants 1 (desk)",
        ('months = 12\noutcomes = ["good"]', 'months = 0\ncategories = ["outcome"]'),
    ),
    "a number for nothing": _break(
        SHARED,
        "unread_parameter",
        "parameters.spare",
        ("parameters = [\n", f"parameters = [\n{SPARE}"),
    ),
    "kept as long as nobody judges": _break(
        VISIT,
        "unknown_name",
        "retention.short",
        ("months = 12", 'months = 12\nwhen = ["ugly"]'),
    ),
    "a step that settles what is no answer": _break(
        VISIT,
        "unknown_name",
        "moves.finish",
        ('requires = ["reason"]', 'settles = { reason = "ugly" }'),
    ),
    "a question that needs something": _break(
        SHARED,
        "untimely_condition",
        "questions.urgent",
        ('label = "Is er haast?"', 'label = "Is er haast?"\nneeds = ["corporation_dwelling"]'),
    ),
    "an end that is told elsewhere": Break(
        REPAIR,
        (('see = ["process", "story"]', 'see = ["process", "story", "outcome"]'),),
        Expected("broken_promise", SHARED, "promises.the_end_stays_here"),
    ),
    "a promise about nothing": _break(
        SHARED,
        "unknown_name",
        "promises.the_end_stays_here",
        ('categories = ["outcome"], interventions', "interventions"),
    ),
    "a promise about more than its kind": _break(
        SHARED,
        "unknown_name",
        "promises.the_end_stays_here",
        ('categories = ["outcome"]', 'categories = ["outcome"], roles = ["helper"]'),
    ),
    "a promise about what does not exist": _break(
        SHARED,
        "unknown_name",
        "promises.the_end_stays_here",
        ('categories = ["outcome"]', 'categories = ["ending"]'),
    ),
    "a migration to a stage that is not there": _break(
        SHARED,
        "unknown_name",
        "migrations 1.interventions 1",
        _migration("dorp-0", "started", "elsewhere"),
    ),
    "a migration from itself": _break(
        SHARED, "unknown_name", "migrations 1", _migration("dorp-1", "open", "busy")
    ),
    "a migration to the end": _break(
        SHARED,
        "moved_to_end",
        "migrations 1.interventions 1",
        _migration("dorp-0", "started", "closed"),
    ),
    "a migration past a step": _break(
        SHARED,
        "moved_ahead",
        "migrations 1.interventions 1",
        _migration("dorp-0", "open", "busy"),
    ),
    "a migration to another purpose": _break(
        SHARED,
        "moved_elsewhere",
        "migrations 1.interventions 1 (visit)",
        ("[[questions]]\n", ASIDE),
    ),
}
