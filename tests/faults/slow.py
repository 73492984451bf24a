"""A server for benchmarks, in a process of its own: any host, any page, each after some time.

python -m tests.faults.slow 0.02        prints its port, serves until its input ends
"""

from __future__ import annotations

import asyncio
import contextlib
import sys

PARAGRAPH = b"<p>The delegations spoke for three hours and agreed to meet again in a week.</p>\n"
BODY = b"<!doctype html><title>Talks</title><article>" + PARAGRAPH * 240 + b"</article>"  # 20 kB
PAGE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY
)
NO_ROBOTS = b"HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n"


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    """Requests on one connection, one after the other."""
    with contextlib.suppress(EOFError, OSError):
        while head := await reader.readuntil(b"\r\n\r\n"):
            await asyncio.sleep(delay)
            writer.write(NO_ROBOTS if head.startswith(b"GET /robots.txt ") else PAGE)
            await writer.drain()
    writer.close()


async def main(delay: float) -> None:
    server = await asyncio.start_server(lambda r, w: serve(r, w, delay), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1])))
