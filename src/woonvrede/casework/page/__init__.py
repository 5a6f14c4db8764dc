# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case as one person may see it: words for a page, and nothing that reaches further."""
