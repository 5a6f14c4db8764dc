# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages on which an agreement can be read; they hold nothing of any case."""
