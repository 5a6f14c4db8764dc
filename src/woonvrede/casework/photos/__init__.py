# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos in a case: only where the agreement says so, and gone when it closes."""
