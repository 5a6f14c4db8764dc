# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names: which there are, which an entry uses, and what follows from one that is wrong."""
