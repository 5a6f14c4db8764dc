# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a case: one verb per file, each a transaction, each ends in the timeline."""
