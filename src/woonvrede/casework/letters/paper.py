# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting a letter on paper with Typst: an accessible file to keep, or a picture to look at."""

import base64
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import fontpkg_noto_sans
import typst

from .aloud import lines_of

KEPT = ["a-2a", "ua-1"]  # to be archived, and read aloud in the right order
SHARP = 80  # dots per inch: enough to read on a screen

WHOLE = b'#metadata(include "letter.typ") <whole>'


class Unprintable(Exception):
    """
    Typst cannot make this letter, or warns of it: because of a sign that is in no font, or of the
    template.  What the error says may quote what was typed: it is for no page and no log.
    """


def on_paper(template: str, sheet: str, letter: Mapping[str, Any]) -> bytes:
    """
    Return a letter as PDF/A-2a with PDF/UA-1 tags.

    :raises Unprintable: if the template cannot be compiled without a warning
    """
    (pdf,) = _made(template, sheet, letter, format="pdf", pdf_standards=KEPT)
    return pdf


def to_look_at(template: str, sheet: str, letter: Mapping[str, Any]) -> tuple[str, ...]:
    """
    Return each page of a letter as a PNG picture, in base64 as a page of the screen takes it.

    :raises Unprintable: as :func:`on_paper`
    """
    pictures = _made(template, sheet, letter, format="png", ppi=SHARP)
    return tuple(base64.b64encode(each).decode() for each in pictures)


def to_read_aloud(template: str, sheet: str, letter: Mapping[str, Any]) -> tuple[str, ...]:
    """
    Return the lines that stand in a letter, as its template prints them.

    :raises Unprintable: if the template cannot be read
    """
    sources = {"main.typ": WHOLE, "letter.typ": template.encode(), "sheet.typ": sheet.encode()}
    inputs = {"letter": json.dumps(letter)}
    try:
        # Its types forget what it takes, as compiling does: sources by name.
        found = typst.query(  # type: ignore[type-var]
            sources, "<whole>", field="value", one=True, sys_inputs=inputs, font_paths=_fonts()
        )
    except typst.TypstError:
        raise Unprintable from None
    return lines_of(json.loads(found))


def _made(template: str, sheet: str, letter: Mapping[str, Any], **how: Any) -> list[bytes]:
    """
    Compile a template with the data of a letter beside it, which are never read as markup.

    Only what is given here can be read: no file of the machine, no font of it, no package.
    """
    sources = {"main.typ": template.encode(), "sheet.typ": sheet.encode()}
    inputs = {"letter": json.dumps(letter)}
    try:
        made, warnings = typst.compile_with_warnings(
            sources, sys_inputs=inputs, font_paths=_fonts(), **how
        )
    except typst.TypstError:
        raise Unprintable from None
    if warnings:
        raise Unprintable
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> typst.Fonts:
    folder = fontpkg_noto_sans.ROOT / "files"
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
