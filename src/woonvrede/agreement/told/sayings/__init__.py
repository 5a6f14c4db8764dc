# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How each word of the language is told to a reader: the term before it, and its value in Dutch.

A word without a line here is told by its own name, so that a reader never misses one;
``tests/agreement/test_told.py`` asks a line for every word.
"""

from .beside import BESIDE
from .shared import SHARED
from .within import WITHIN

SAID = SHARED | WITHIN | BESIDE
