# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Making a photo anew from what somebody sent, in a process of its own: what it decodes comes from
outside, and may be made to break whoever opens it.
"""

import subprocess
import sys
from pathlib import Path

from ...access.refusals import Invalid

MOST_BYTES = 10_000_000
BEGINS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")  # of a JPEG and of a PNG
CHILD = Path(__file__).with_name("child.py")
SECONDS = 10  # less than the database lets a transaction wait for what happens outside it
TOO_LARGE = 3  # what the child ends with when there are more pixels than it may open
NONE = "Kies een foto."
TOO_HEAVY = "Deze foto is te groot: hooguit 10 MB."
UNKNOWN = "Dit is geen foto die kan worden bewaard. Kies een jpg of een png."
TOO_MANY_PIXELS = "Deze foto is te groot: hooguit 40 megapixel."
BROKEN = "Deze foto kan niet worden geopend. Maak of kies een andere."


def remade(sent: bytes) -> bytes:
    """
    Return what was sent as a JPEG of at most 2,000 pixels a side, without anything that stood
    beside the picture: where, when and with what it was taken.

    :raises Invalid: if it is no JPEG or PNG, too large, or cannot be opened
    """
    if not sent:
        raise Invalid({"photo": NONE})
    if len(sent) > MOST_BYTES:
        raise Invalid({"photo": TOO_HEAVY})
    if not sent.startswith(BEGINS):
        raise Invalid({"photo": UNKNOWN})
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", str(CHILD)],
            input=sent,
            capture_output=True,
            timeout=SECONDS,
            env={},
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Invalid({"photo": BROKEN}) from None
    if done.returncode == TOO_LARGE:
        raise Invalid({"photo": TOO_MANY_PIXELS})
    if done.returncode or not done.stdout.startswith(BEGINS[0]):
        raise Invalid({"photo": BROKEN})
    return done.stdout
