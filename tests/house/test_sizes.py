# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Modules, functions and packages stay small enough to read in one go.

A function is measured by its body, without signature and docstring: words that explain it and
arguments that are named cost nothing.  ``WHOLE`` lists the modules that are one list of
declarations, which reads better whole, each with the size beyond which it must be looked at again.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/woonvrede"
MODULE, FUNCTION, PACKAGE = 200, 30, 16
WHOLE = {
    "casework/story/happenings.py": 360,  # a class per thing that can happen
    "settings.py": 240,
}
LISTS = {"casework/page/case.py: read_case": 45}  # every part of the page, one on a line

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[Path]:
    found = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
    assert found
    yield from found


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(text: str) -> Iterator[Function]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            yield node


def body_of(function: Function) -> int:
    """Return how many lines a function does its work in."""
    rest = function.body[1:] if ast.get_docstring(function) else function.body
    if not rest:
        return 0
    assert function.end_lineno is not None
    return function.end_lineno - rest[0].lineno + 1


def test_modules_are_small() -> None:
    lines = {name_of(path): len(path.read_text().splitlines()) for path in sources()}
    assert {name: n for name, n in lines.items() if n > WHOLE.get(name, MODULE)} == {}
    assert [name for name in WHOLE if lines.get(name, 0) <= MODULE] == [], "no longer needed"


def test_functions_are_small() -> None:
    lines = {
        f"{name_of(path)}: {function.name}": body_of(function)
        for path in sources()
        for function in functions(path.read_text())
    }
    assert {name: n for name, n in lines.items() if n > LISTS.get(name, FUNCTION)} == {}


def test_packages_are_small() -> None:
    folders = {path.parent for path in sources()}
    modules = {name_of(each): len(list(each.glob("[!_]*.py"))) for each in folders}
    assert {name: n for name, n in modules.items() if n > PACKAGE} == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('def f(\n    a,\n):\n    """Do\n    it."""\n    b = a\n    return b\n', 2),
        ("def f():\n    return (\n        1,\n    )\n", 3),
        ('def f():\n    """Only words."""\n', 0),
    ],
)
def test_a_function_is_measured_by_its_body(text: str, lines: int) -> None:
    assert [body_of(function) for function in functions(text)] == [lines]
