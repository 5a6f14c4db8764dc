# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compile every template of ours, so that a broken tag is found before its page is asked for."""

import sys
from pathlib import Path

import django
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template

TEMPLATES = Path(__file__).resolve().parents[1] / "src" / "woonvrede" / "web" / "templates"


def main() -> int:
    """Print each template that does not compile, with why."""
    django.setup()
    names = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*"))
    faults = [fault for name in names if (fault := _fault(name))]
    print("\n".join(faults) or f"{len(names)} templates compile")
    return 1 if faults or not names else 0


def _fault(name: str) -> str | None:
    try:
        get_template(name)
    except (TemplateSyntaxError, TemplateDoesNotExist) as fault:
        return f"{name}: {fault}"
    return None


if __name__ == "__main__":
    sys.exit(main())
