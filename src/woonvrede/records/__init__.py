# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is remembered: one noun per file, constraints, no decisions."""
