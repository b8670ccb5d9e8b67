"""Whether LZ4 data ends with a whole frame. The blocks are stepped over and not unpacked (LZ4 Frame Format 1.6)."""

from __future__ import annotations

from typing import BinaryIO

from pipelines.landing.bodies import CorruptError, TruncatedError

MAGIC = b"\x04\x22\x4d\x18"
SKIPPABLE = range(0x184D2A50, 0x184D2A60)
# Bits of the frame's first byte after the magic number.
BLOCK_CHECKSUM, CONTENT_SIZE, CONTENT_CHECKSUM, DICTIONARY = 0x10, 0x08, 0x04, 0x01
STORED = 0x80000000


def check_frames(file: BinaryIO, size: int) -> None:
    """Step over the frames from where `file` stands to its end at `size`; raises TruncatedError or CorruptError."""
    while file.tell() < size:
        magic = _taken(file, 4)
        if int.from_bytes(magic, "little") in SKIPPABLE:
            _skip(file, _number(file), size)
            continue
        if magic != MAGIC:
            raise CorruptError("not LZ4 data from here on")
        flags = _taken(file, 2)[0]
        header_rest = 1 + (8 if flags & CONTENT_SIZE else 0) + (4 if flags & DICTIONARY else 0)
        _skip(file, header_rest, size)
        while length := _number(file):
            _skip(file, (length & ~STORED) + (4 if flags & BLOCK_CHECKSUM else 0), size)
        _skip(file, 4 if flags & CONTENT_CHECKSUM else 0, size)


def _taken(file: BinaryIO, count: int) -> bytes:
    data = file.read(count)
    if len(data) < count:
        raise TruncatedError("the LZ4 data ends early")
    return data


def _number(file: BinaryIO) -> int:
    return int.from_bytes(_taken(file, 4), "little")


def _skip(file: BinaryIO, count: int, size: int) -> None:
    if file.tell() + count > size:
        raise TruncatedError("the LZ4 data ends early")
    file.seek(count, 1)
