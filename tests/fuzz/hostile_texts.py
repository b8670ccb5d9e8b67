"""Texts made to slow a regular expression down, from the expression itself, and every expression tried on its own.

    python tests/fuzz/hostile_texts.py PACKAGE …

prints one line of JSON for each expression that the modules of the packages hold: its name, the longest it took in
processor seconds, and the beginning of the text that took it.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import resource
import signal
import sys
import time
from collections.abc import Iterator
from re import _constants as opcodes  # type: ignore[attr-defined]  # there is no public way to the parsed expression
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

LENGTH = 100_000
# What is square in the length takes several seconds at this one, what is linear some hundredths.
SECONDS = 1.0
# Expressions that are only given shorter texts, and how long these are at most: what cuts them is named.
BOUNDED = {
    "pipelines.articles.authors.PERSON": 60,  # LONGEST_LINE
    "pipelines.articles.bylines.ENGLISH_NAME": 300,  # names_in
    "pipelines.articles.bylines.LINES": 120,  # LONGEST_LINE
    "pipelines.articles.bylines.LISTED": 300,  # foreign_names
    "pipelines.articles.bylines.NAMES_BEFORE_ROLE": 300,  # names_in
    "pipelines.articles.bylines.PREFIXES": 120,  # LONGEST_LINE
    "pipelines.articles.bylines.SEPARATORS": 300,  # names_in
    "pipelines.articles.bylines.SUFFIXES": 120,  # LONGEST_LINE
    "pipelines.articles.furniture.AFTER_CAPTION": 200,  # LONGEST_NOTICE
    "pipelines.articles.furniture.LINES": 200,  # LONGEST_NOTICE
    "pipelines.articles.quotations.REPORTED": 12,  # what follows a quotation
    "pipelines.articles.sentences.DATE_GOES_ON": 30,  # what follows a full stop
    "pipelines.articles.sentences.ENGLISH_SPEAKER": 200,  # what stands beside a quotation
    "pipelines.articles.sentences.LAST_WORD": 20,  # what stands before a full stop
    "pipelines.articles.sentences.NEXT_WORD": 30,  # what follows a full stop
    "pipelines.articles.sentences.NUMBER_LIST": 9,  # the end of a sentence
    "pipelines.articles.times.ISO": 200,  # LONGEST, twice
    "pipelines.articles.titles": 1_000,  # MAX_FIELD
}
# Expressions that are only given texts without two spaces on end, as `blocks.clean` leaves them.
CLEANED = (
    "pipelines.articles.authors",
    "pipelines.articles.bylines",
    "pipelines.articles.furniture",
    "pipelines.articles.times",
    "pipelines.articles.titles",
)
# Expressions that are only tried at the beginning of a text.
AT_THE_BEGINNING = ("pipelines.landing.responses.LOOKS_LIKE_HTML",)
# Of as many short texts as LENGTH has room for, one in so many is read.
SAMPLED = 10
MOST_TEXTS = 10
PROCESSOR_SECONDS = 600
# One character of each class of characters, and one that hardly any expression takes.
OF_CLASS = {
    opcodes.CATEGORY_SPACE: " ",
    opcodes.CATEGORY_DIGIT: "1",
    opcodes.CATEGORY_WORD: "a",
    opcodes.CATEGORY_NOT_SPACE: "a",
    opcodes.CATEGORY_NOT_DIGIT: "a",
    opcodes.CATEGORY_NOT_WORD: "-",
}
ENDS = ("", "\x01")
REPEATED = ("a", "가", " ", "1", "<", "\n")


class TooSlowError(Exception):
    """A search has taken more processor time than it may."""


def expressions(packages: list[str]) -> dict[str, re.Pattern[Any]]:
    """Every compiled expression in the modules of the packages, also inside tuples, mappings and objects, by name."""
    found: dict[str, re.Pattern[Any]] = {}
    for package in packages:
        root = importlib.import_module(package)
        for module in (package, *(one.name for one in pkgutil.walk_packages(root.__path__, f"{package}."))):
            for name, value in vars(importlib.import_module(module)).items():
                for suffix, pattern in _inside(value, 0):
                    known = {(one.pattern, one.flags) for one in found.values()}
                    if (pattern.pattern, pattern.flags) not in known:
                        found[f"{module}.{name}{suffix}"] = pattern
    return found


def _inside(value: object, depth: int) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield "", value
    elif depth < 4 and isinstance(value, tuple | list | set | frozenset):
        for number, one in enumerate(value):
            for suffix, pattern in _inside(one, depth + 1):
                yield f"[{number}]{suffix}", pattern
    elif depth < 4 and isinstance(value, dict):
        for key, one in value.items():
            for suffix, pattern in _inside(one, depth + 1):
                yield f"[{key!r}]{suffix}", pattern
    elif depth < 4 and hasattr(type(value), "__dataclass_fields__"):
        for key in type(value).__dataclass_fields__:
            for suffix, pattern in _inside(getattr(value, key), depth + 1):
                yield f".{key}{suffix}", pattern


def texts(pattern: re.Pattern[Any], length: int = LENGTH) -> list[str]:
    """Texts of some `length` that begin to match again and again, and never match to the end."""
    parsed = parser.parse(pattern.pattern, pattern.flags)
    begun = list(dict.fromkeys(one[:200] for one in _begun(parsed) if one))
    # The ways to begin that differ most: evenly over all of them.
    begun = begun[:: max(1, len(begun) // MOST_TEXTS + (len(begun) > MOST_TEXTS))][:MOST_TEXTS]
    found: list[str] = []
    for one in (*REPEATED, *begun):
        found.append(one * (length // len(one)) + "\x01")
        if len(one) > 1:
            found.append(one + one[-1] * length + "\x01")
    return list(dict.fromkeys(found))


def _begun(parsed: Any) -> Iterator[str]:
    """What a text may begin with that matches the first parts of an expression, one more part at a time."""
    text = ""
    for opcode, argument in parsed:
        if opcode is opcodes.BRANCH:
            for one in argument[1]:
                yield from (text + begun for begun in _begun(one))
        elif opcode in {opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT}:
            for begun in _begun(argument[2]):
                yield text + begun
                yield text + begun * 2
        elif opcode is opcodes.SUBPATTERN:
            yield from (text + begun for begun in _begun(argument[-1]))
        elif opcode is opcodes.ATOMIC_GROUP:
            yield from (text + begun for begun in _begun(argument))
        text += _example(opcode, argument)
        yield text


def _example(opcode: Any, argument: Any) -> str:
    """A text that one part of an expression matches, or nearly."""
    if opcode is opcodes.LITERAL:
        return chr(argument)
    if opcode is opcodes.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if opcode is opcodes.ANY:
        return "a"
    if opcode is opcodes.IN:
        return _member(argument)
    if opcode is opcodes.BRANCH:
        return _examples(argument[1][0])
    if opcode in {opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT}:
        return _examples(argument[2]) * max(1, min(argument[0], 8))
    if opcode is opcodes.SUBPATTERN:
        return _examples(argument[-1])
    if opcode is opcodes.ATOMIC_GROUP:
        return _examples(argument)
    return ""


def _examples(parsed: Any) -> str:
    return "".join(_example(opcode, argument) for opcode, argument in parsed)


def _member(members: Any) -> str:
    opcode, argument = members[0]
    if opcode is opcodes.NEGATE:
        taken = re.compile(f"[{''.join(_written(one) for one in members[1:])}]")
        return next(one for one in "a1 가-\x02" if not taken.match(one))
    if opcode is opcodes.RANGE:
        return chr(argument[0])
    return OF_CLASS.get(argument, "a") if opcode is opcodes.CATEGORY else chr(argument)


def _written(member: Any) -> str:
    opcode, argument = member
    if opcode is opcodes.RANGE:
        return f"\\U{argument[0]:08x}-\\U{argument[1]:08x}"
    if opcode is opcodes.CATEGORY:
        return {
            opcodes.CATEGORY_SPACE: r"\s",
            opcodes.CATEGORY_DIGIT: r"\d",
            opcodes.CATEGORY_WORD: r"\w",
            opcodes.CATEGORY_NOT_SPACE: r"\S",
            opcodes.CATEGORY_NOT_DIGIT: r"\D",
            opcodes.CATEGORY_NOT_WORD: r"\W",
        }[argument]
    return f"\\U{argument:08x}"


def slowest(name: str, pattern: re.Pattern[Any]) -> tuple[float, str]:
    """The processor seconds of the slowest search, and how its text begins; stops at the first that is too slow.

    Where an expression is only given short texts, it is the seconds for as many of them as LENGTH has room for.
    """
    length = next((most for bounded, most in BOUNDED.items() if name.startswith(bounded)), LENGTH)
    times = max(1, LENGTH // length // SAMPLED)
    scale = LENGTH / length / times
    worst = 0.0, ""
    for text in texts(pattern, length):
        cleaned = " ".join(text.split()) if name.startswith(CLEANED) else text
        subject: Any = cleaned.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else cleaned
        start = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS / scale)
        try:
            for _ in range(times):
                if name in AT_THE_BEGINNING:
                    pattern.match(subject)
                else:
                    pattern.findall(subject)
        except TooSlowError:
            return SECONDS, text[:60]
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        worst = max(worst, ((time.process_time() - start) * scale, text[:60]))
    return worst


def _stop(signal_number: int, frame: FrameType | None) -> None:
    raise TooSlowError


def main(packages: list[str]) -> None:
    """Try every expression of the packages."""
    signal.signal(signal.SIGVTALRM, _stop)
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, resource.RLIM_INFINITY))
    for name, pattern in expressions(packages).items():
        seconds, text = slowest(name, pattern)
        print(json.dumps({"name": name, "seconds": seconds, "text": text}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
