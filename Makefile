# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
.PHONY: setup
setup:
	@python3 scripts/setup.py --dev
