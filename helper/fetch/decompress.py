"""Bodies unpacked without ever holding more than was asked for: a small file can unpack to gigabytes."""
from __future__ import annotations

import zlib
from collections.abc import Iterable

GZIP = 16 + zlib.MAX_WBITS
CHUNK = 65536


class TooLarge(Exception):
    """There is more than may be held."""


class BadEncoding(Exception):
    """The bytes are not packed as they say."""


def unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The body of `chunks`. `encoding` is the value of Content-Encoding. Raises TooLarge, BadEncoding."""
    names = [name.strip() for name in encoding.lower().split(",") if name.strip() not in ("", "identity")]
    if not names:
        return _bounded(chunks, limit)
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise BadEncoding(encoding)
    return _bounded(_inflated(chunks, deflate=names[0] == "deflate"), limit)


def gunzip(data: bytes, limit: int) -> bytes:
    """The content of a .gz file. Raises TooLarge, BadEncoding."""
    return _bounded(_inflated([data], deflate=False), limit)


def _bounded(chunks: Iterable[bytes], limit: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise TooLarge
    return bytes(body)


def _inflated(chunks: Iterable[bytes], *, deflate: bool) -> Iterable[bytes]:
    inflater = None
    for chunk in chunks:
        if inflater is None:
            # "deflate" is zlib by the standard and raw by old servers (RFC 9110, section 8.4.1.2)
            zlib_header = len(chunk) > 1 and chunk[0] & 0x0F == 8 and (chunk[0] << 8 | chunk[1]) % 31 == 0
            window = GZIP if not deflate else zlib.MAX_WBITS if zlib_header else -zlib.MAX_WBITS
            inflater = zlib.decompressobj(window)
        rest = chunk
        while rest and not inflater.eof:
            try:
                yield inflater.decompress(rest, CHUNK)
            except zlib.error as error:
                raise BadEncoding(str(error)) from error
            rest = inflater.unconsumed_tail
    if inflater is not None and not inflater.eof:
        yield inflater.flush(CHUNK)
