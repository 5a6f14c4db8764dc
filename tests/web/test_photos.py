# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Photos of a dwelling (§3.5, decision record 31): in the shielded part alone, made anew, and gone
when the case closes.
"""

import io
import struct
import zlib

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.story import Story
from tests.support.neighbours import DONE, hygiene, picture
from tests.world import signed_in, told
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.casework.people.invite import invite
from woonvrede.casework.photos.add import add_photo
from woonvrede.casework.photos.remake import remade
from woonvrede.records.case import Case
from woonvrede.records.entry import Photo
from woonvrede.records.event import Event

pytestmark = pytest.mark.usefixtures("people")

CANARY = "camera van de verpleegkundige"


def with_a_place() -> bytes:
    """Return a photo that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = CANARY
    exif[0x8825] = {1: "N", 2: (52.0, 5.0, 24.0)}
    return picture(exif=exif, comment=CANARY.encode())


def bomb() -> bytes:
    """Return a PNG of a few bytes that says it is 20,000 by 20,000."""
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def url(story: Story, more: str = "") -> str:
    return f"/casussen/{story.reference}/fotos/{more}"


def sent(content: bytes, name: str = "IMG_2026.jpg") -> dict[str, object]:
    return {"photo": SimpleUploadedFile(name, content, content_type="image/jpeg")}


def there(story: Story) -> list[Photo]:
    with acting(story.as_("hygiene_expert")):
        return list(Photo.objects.filter(case__reference=story.reference).order_by("pk"))


def test_what_is_kept_is_made_anew_and_tells_nothing_of_where_it_was_taken() -> None:
    story = hygiene("visit")
    answer = signed_in("hygiene_expert").post(url(story), sent(with_a_place()), follow=True)
    assert "De foto is opgeslagen." in answer.content.decode()
    kept = bytes(there(story)[0].content)
    opened = Image.open(io.BytesIO(kept))
    assert (opened.format, opened.size, dict(opened.getexif())) == ("JPEG", (64, 48), {})
    assert CANARY.encode() not in kept
    assert "IMG_2026" not in answer.content.decode()


def test_one_sees_it_through_the_door_and_that_is_written_down(
    maintenance: "psycopg.Connection",
) -> None:
    story = hygiene("visit")
    story.do("hygiene_expert", add_photo, story.reference, picture())
    number = there(story)[0].pk
    answer = signed_in("hygiene_expert").get(url(story, f"{number}/"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Disposition"].startswith("inline")
    assert answer.content.startswith(b"\xff\xd8\xff")
    read = maintenance.execute(
        "select categories, why from records_reading where action = 'photo' and not refused"
    ).fetchall()
    assert [categories for categories, _ in read] == [["health", "process"]]
    page = signed_in("hygiene_expert").get(url(story)).content.decode()
    assert f'src="{url(story, f"{number}/")}"' in page
    assert 'capture="environment"' in page


@pytest.mark.parametrize("who", ["social_team", "landlord", "police", "lead", "care"])
def test_nobody_but_the_centre_sees_that_there_are_any(who: str) -> None:
    """Wet BIG art. 88: also not the team that takes part."""
    story = hygiene("visit")
    story.do("hygiene_expert", invite, story.reference, "social_team", "buurtteam_sociaal")
    story.do("hygiene_expert", add_photo, story.reference, picture())
    number = there(story)[0].pk
    client = signed_in(who)
    assert client.get(url(story)).status_code == 404
    assert client.get(url(story, f"{number}/")).status_code == 404
    assert client.post(url(story), sent(picture())).status_code in (404, 409)
    assert client.get(url(story, f"{number}/wissen/")).status_code == 404
    assert client.post(url(story, f"{number}/wissen/")).status_code == 404
    assert len(there(story)) == 1
    if who == "social_team":
        page = story.seen_by(who)
        assert page.photos is None
        assert "Foto" not in repr(page.timeline)


def test_a_photo_of_another_case_is_not_there() -> None:
    story, other = hygiene("visit"), hygiene("visit")
    story.do("hygiene_expert", add_photo, story.reference, picture())
    number = there(story)[0].pk
    client = signed_in("hygiene_expert")
    assert client.get(url(other, f"{number}/")).status_code == 404
    assert client.post(url(other, f"{number}/wissen/")).status_code == 404


BAD = {
    "nothing": (b"", "Kies een foto"),
    "text": (b"geen foto", "jpg of een png"),
    "a gif": (picture("GIF"), "jpg of een png"),
    "a drawing that can do things": (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "jpg of een png",
    ),
    "a page that begins as a photo": (
        b"\xff\xd8\xff<script>alert(1)</script>",
        "niet worden geopend",
    ),
    "half a photo": (picture(size=(2000, 2000))[:800], "niet worden geopend"),
    "a bomb": (bomb(), "40 megapixel"),
    "too many pixels": (picture("PNG", (7000, 6000)), "40 megapixel"),
    "too many bytes": (picture() + bytes(10_000_001), "10 MB"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_photo_gets_a_clear_answer_and_changes_nothing(what: str) -> None:
    content, says = BAD[what]
    story = hygiene("visit")
    answer = signed_in("hygiene_expert").post(url(story), sent(content) if content else {})
    assert answer.status_code == 400
    assert says in answer.content.decode()
    with pytest.raises(Invalid):
        remade(content)
    assert there(story) == []


def test_a_large_photo_becomes_no_larger_than_a_page_shows() -> None:
    kept = Image.open(io.BytesIO(remade(picture(size=(6000, 5000)))))
    assert max(kept.size) == 2000
    seen_through = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(seen_through, "PNG")
    white = Image.open(io.BytesIO(remade(seen_through.getvalue())))
    assert white.getpixel((5, 5)) == (255, 255, 255)


def test_a_case_holds_no_more_than_was_agreed() -> None:
    story = hygiene("visit")
    with acting(story.as_("hygiene_expert")):
        who, case = story.as_("hygiene_expert"), there_is(story)
        Photo.objects.bulk_create(
            Photo(
                case_id=case,
                category="health",
                party_id=who.party,
                account_id=who.account,
                at=story.at,
                content=b"x",
            )
            for _ in range(20)
        )
    answer = signed_in("hygiene_expert").post(url(story), sent(picture()))
    assert answer.status_code == 409
    assert "al 20 foto" in answer.content.decode()
    assert len(there(story)) == 20


def there_is(story: Story) -> int:
    return Case.objects.get(reference=story.reference).pk


@pytest.mark.parametrize("stage", ["triage", "closed"])
def test_photos_belong_to_the_stages_in_which_the_centre_is_there(stage: str) -> None:
    story = hygiene(stage)
    with pytest.raises(Refused):
        story.do("hygiene_expert", add_photo, story.reference, picture())
    assert signed_in("hygiene_expert").post(url(story), sent(picture())).status_code == 409


def test_an_intervention_without_photos_has_none() -> None:
    """The never list of each says so; here only housing hygiene has the word."""
    story = told("execution")
    client = signed_in("manager")
    assert client.get(url(story)).status_code == 404
    assert client.post(url(story), sent(picture())).status_code == 404


def test_they_go_in_the_step_that_closes_the_case_and_do_not_come_back() -> None:
    story = hygiene("approach")
    for _ in range(2):
        story.do("hygiene_expert", add_photo, story.reference, picture())
    story.step("hygiene_expert", "close", **DONE)
    assert there(story) == []
    with acting(story.as_("hygiene_expert")):
        told_of = Event.objects.get(kind="PhotosRemoved", case__reference=story.reference)
    assert (told_of.facts, told_of.personal, told_of.category) == ({"number": 2}, {}, "health")
    story.step("hygiene_expert", "reopen")
    assert there(story) == []


def test_one_can_be_taken_away_before() -> None:
    story = hygiene("visit")
    story.do("hygiene_expert", add_photo, story.reference, picture())
    number = there(story)[0].pk
    client, gone = signed_in("hygiene_expert"), url(story, f"{number}/wissen/")
    assert f'href="{gone}"' in client.get(url(story)).content.decode()
    asked = client.get(gone).content.decode()
    assert "Foto wissen?" in asked
    assert f'href="{url(story)}">Niet wissen' in asked
    assert len(there(story)) == 1
    assert "De foto is gewist." in client.post(gone, follow=True).content.decode()
    assert there(story) == []
    assert client.get(gone).status_code == 404


def test_a_file_that_is_sent_elsewhere_is_let_go() -> None:
    story = hygiene("visit")
    page = signed_in("hygiene_expert").post(
        f"/casussen/{story.reference}/notitie/", {"text": "", **sent(picture())}
    )
    assert page.status_code == 400
