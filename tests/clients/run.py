"""Drives Microsoft's own clients against a server of the project, and writes down what works.

    python run.py --server PROGRAM --az PROGRAM [--matrix FILE] [NAME...]

Each test begins with the demonstration's records. The last line is like that of Rust's test runner.
"""

import argparse
import sys
import time
import traceback
from pathlib import Path

import az
import others  # noqa: F401 (its tests)
import reservations  # noqa: F401 (its tests)
from authority import Issuer
from desk import Desk, Server
from matrix import AZURE_CLI, TESTS, written


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--server", required=True, help="the program of the server")
    parser.add_argument("--az", required=True, help="the program of azure-cli")
    parser.add_argument("--matrix", type=Path, help="where to write what works, if everything does")
    parser.add_argument("names", nargs="*", help="parts of names of tests; without any all of them")
    chosen = parser.parse_args()
    server = Server(chosen.server)
    issuer = Issuer(server.authority)
    try:
        desk = Desk(server.url, server.authority, server.context)
        shell = az.Shell(chosen.az, desk, issuer.url)
        tests = [one for one in TESTS if any(part in one[2].__name__ for part in chosen.names or [""])]
        proven, failed = {}, 0
        for package, operations, test in tests:
            name = test.__name__.replace("_", " ")
            if attempt(package, operations, test, desk, shell if package == AZURE_CLI else desk):
                proven |= {(package, operation): name for operation in operations}
            else:
                failed += 1
        if failed:
            print(f"\nThe server has said:\n{server.said()[-4000:]}", file=sys.stderr)
        elif chosen.matrix and not chosen.names:
            chosen.matrix.write_text(written(proven, desk.seen, shell.version()))
    finally:
        issuer.stop()
        server.stop()
    outcome = "FAILED" if failed else "ok"
    print(f"\ntest result: {outcome}. {len(tests) - failed} passed; {failed} failed; 0 ignored")
    return 1 if failed or not tests else 0


def attempt(package: str, operations, test, desk: Desk, subject) -> bool:
    """Runs a test, and sees that it asked on behalf of each operation that it proves."""
    started = time.monotonic()
    try:
        desk.start_over()
        test(subject)
        if package != AZURE_CLI:
            missing = [one for one in operations if (package, one) not in desk.seen.requests]
            assert not missing, f"{missing} asked nothing"
        outcome = "ok"
    except Exception:
        traceback.print_exc(limit=-4, file=sys.stdout)
        outcome = "FAILED"
    print(f"test {package}: {test.__name__} ... {outcome} ({time.monotonic() - started:.1f} s)", flush=True)
    return outcome == "ok"


if __name__ == "__main__":
    sys.exit(main())
