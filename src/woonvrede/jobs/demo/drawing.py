# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A photo of no real dwelling: a room full of boxes, drawn, and it says so."""

import io
from random import Random

from PIL import Image, ImageDraw, ImageFont

SIZE = (480, 360)
WALL, FLOOR, EDGE = "#e8e1d2", "#b8a888", "#4a4238"
BOXES = ("#c79a5b", "#a9763f", "#8d6e4b", "#7f8c8d", "#6b8e72")
FLOOR_AT = 230
SAYS = "VERZONNEN: GETEKEND VOOR DE DEMO"


def drawn(dice: Random) -> bytes:
    """Return a drawn room as a PNG; the dice decide what stands in it."""
    picture = Image.new("RGB", SIZE, WALL)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, FLOOR_AT, *SIZE), fill=FLOOR)
    pen.rectangle((190, 60, 280, 260), fill="#d8cfbd", outline=EDGE, width=3)  # a door, behind it
    for _ in range(dice.randint(14, 22)):
        left, wide, high = dice.randint(-20, 440), dice.randint(40, 100), dice.randint(30, 80)
        bottom = dice.randint(FLOOR_AT, 350)
        box = (left, bottom - high, left + wide, bottom)
        pen.rectangle(box, fill=dice.choice(BOXES), outline=EDGE, width=2)
    pen.rectangle((0, 0, SIZE[0], 36), fill="#7a1f1f")
    pen.text((12, 8), SAYS, fill="white", font=ImageFont.load_default(18))
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
