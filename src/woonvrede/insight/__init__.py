# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What it adds up to: the figures of §5, counted without anybody counting."""
