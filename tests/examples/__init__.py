# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The worked cases beside an agreement, performed by the real verbs.

``docs/worked-cases.md`` explains the words.  Each hard rule is named by a case that no longer comes
out as it says once that rule is taken from the agreement.
"""
