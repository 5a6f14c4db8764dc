# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The process that opens a photo: from standard input to a JPEG on standard output, within limits.

It is a program of its own and knows nothing of the rest.  It ends with 3 when there are more pixels
than it may open, and otherwise than with 0 when it could not do it.
"""

import io
import resource
import sys

from PIL import Image, ImageOps

MOST_PIXELS = 40_000_000
LONGEST = 2_000
QUALITY = 85
TOO_LARGE = 3
LIMITS = {
    resource.RLIMIT_AS: 1_000_000_000,
    resource.RLIMIT_CPU: 8,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NOFILE: 16,
}


def main() -> int:
    """Make one photo anew."""
    for limit, most in LIMITS.items():
        resource.setrlimit(limit, (most, most))
    Image.MAX_IMAGE_PIXELS = None  # judged here, with an answer of its own
    picture = Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=["JPEG", "PNG"])
    if picture.width * picture.height > MOST_PIXELS:
        return TOO_LARGE
    picture.draft("RGB", (LONGEST, LONGEST))  # a large JPEG is read no larger than it will be
    picture.thumbnail((LONGEST, LONGEST))
    turned = ImageOps.exif_transpose(picture).convert("RGBA")
    # On a new sheet: nothing that came beside the picture comes along.
    sheet = Image.new("RGB", turned.size, "white")
    sheet.paste(turned, mask=turned.getchannel("A"))
    made = io.BytesIO()
    sheet.save(made, "JPEG", quality=QUALITY)
    sys.stdout.buffer.write(made.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
