"""What tests assert, with messages that say what was found."""

import time

WAIT_SECONDS = 30


def equal(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


def is_in(wanted, rows):
    assert wanted in rows, f"{wanted!r} is not among {rows!r}"


def refused(kind, status: int, action):
    """The exception of an action that must be refused."""
    try:
        action()
    except kind as error:
        equal(type(error).__name__, kind.__name__)
        equal(error.status_code, status)
        return error
    raise AssertionError(f"it was not refused with {status}")


def wait_for(holds):
    """Asks until it is so."""
    deadline = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < deadline, f"not within {WAIT_SECONDS} s"
        time.sleep(0.5)
