# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of a case: what is asked, and what a form shows beside it."""
