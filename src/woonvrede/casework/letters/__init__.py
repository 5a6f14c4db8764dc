# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters: what they say, how they are put on paper, and how they go out."""
