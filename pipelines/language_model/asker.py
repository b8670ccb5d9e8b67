"""Asks for many answers at once: in turn, again where that may help, within the budget, and in a fixed order.

Which documents are asked about is settled in their order before any request goes, so that no number of threads and no
order of answers changes it; only repeated requests, which faults cause, draw on what is left while they happen.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pipelines.claims.answers import AnswerError, parse_answer
from pipelines.language_model.budget import Budget
from pipelines.language_model.client import Client
from pipelines.language_model.model import Answer, Limits, RefusedError, TransientError
from pipelines.language_model.pacing import Pace, SystemClock

FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
# A model that twice wrote something else than it was asked for at temperature 0 will do so again.
MALFORMED_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """How asking about one document ended: an answer, or a reason and its detail. `used` counts tokens."""

    answer: Answer | None
    reason: str = ""
    detail: str = ""
    used: int = 0


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks one endpoint. `budget` and `pace` last for a run."""

    client: Client
    limits: Limits
    budget: Budget
    pace: Pace
    clock: SystemClock

    def ask_all(self, bodies: Sequence[tuple[bytes, int]]) -> list[Outcome]:
        """One outcome for each request, in their order. Each comes with the tokens that were set aside for it.

        Raises LanguageModelError.
        """
        with ThreadPoolExecutor(self.limits.concurrency) as pool:
            futures = [pool.submit(self._ask, body, set_aside) for body, set_aside in bodies]
            try:
                return [future.result() for future in futures]
            except BaseException:
                self.clock.stop()
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _ask(self, body: bytes, set_aside: int) -> Outcome:
        used = malformed = 0
        for attempt in range(self.limits.attempts):
            self.pace.wait_for_turn()
            if self.clock.stopped:
                return Outcome(None, "no_answer", "the run was stopped", used)
            try:
                answer = _checked(self.client.ask(body))
                return Outcome(answer, used=used + answer.tokens)
            except TransientError as error:
                failed: RefusedError = error
                used += error.tokens
                malformed += error.reason == "malformed_answer"
                wait = min(LONGEST_WAIT, FIRST_WAIT * 2**attempt) if error.wait is None else error.wait
                if malformed == MALFORMED_ATTEMPTS or wait > LONGEST_WAIT or attempt + 1 == self.limits.attempts:
                    break
                if not self.budget.take(set_aside):
                    return Outcome(None, "over_budget", f"{error}; nothing is left to ask again", used)
                # What was set aside for this attempt is settled here, for the first one by the caller.
                self.budget.give_back(set_aside)
                if error.wait is None:
                    self.clock.wait(wait)
                else:
                    self.pace.hold(wait)
            except RefusedError as error:
                failed = error
                used += error.tokens
                break
        return Outcome(None, failed.reason, str(failed), used)


def _checked(answer: Answer) -> Answer:
    """The answer, if it can be read at all."""
    try:
        parse_answer(answer.content)
    except AnswerError as error:
        raise TransientError("malformed_answer", str(error), answer.tokens) from None
    return answer
