# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What requests cost, in worlds of different sizes, beside a server that does next to nothing."""
