"""The one kind of error that people see: a clear sentence, a code that programs can test, and what to do."""
from __future__ import annotations

from functools import partial

WRONG_USE = 2
FAILED = 1


class Problem(Exception):
    """Something the user or the caller can act on.

    `status` is the HTTP status of the API's answer, `exit_status` that of the command line.
    """

    def __init__(
        self, code: str, message: str, hint: str = "", *, status: int = 400, exit_status: int = FAILED
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.status = status
        self.exit_status = exit_status

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled whole: an Exception by itself would be made again from its message alone."""
        make = partial(Problem, status=self.status, exit_status=self.exit_status)
        return make, (self.code, self.message, self.hint)

    def as_json(self) -> dict[str, dict[str, str]]:
        """The error shape of every API answer: {"error": {"code", "message", "hint"}}."""
        return {"error": {"code": self.code, "message": self.message, "hint": self.hint}}

    def as_lines(self) -> str:
        """The form the command line prints on stderr."""
        return f"{self.message} [{self.code}]" + (f"\n  {self.hint}" if self.hint else "")
