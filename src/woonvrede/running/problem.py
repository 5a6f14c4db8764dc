# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong around the product, said in one line."""


class Problem(Exception):
    """Something an operator can mend; its text is one line that says what to do."""
