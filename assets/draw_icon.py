"""Draws icon.png, 48 by 48: a railway signal with its lamps. Usage: python3 assets/draw_icon.py

Circles and a rectangle, four samples a pixel in each direction, written as a palette PNG that needs no library.
"""

import struct
import zlib
from pathlib import Path

SIDE = 48
SAMPLES = 4
CLEAR, PLATE, RED, GREEN = 0, 1, 2, 3
PALETTE = [(0, 0, 0), (38, 50, 56), (239, 83, 80), (102, 187, 106)]


def color_at(x: float, y: float) -> int:
    """The color at a point, in pixels from the upper left corner."""
    for center, color in ((15.5, RED), (32.5, GREEN)):
        if (x - 24) ** 2 + (y - center) ** 2 <= 5.5**2:
            return color
    across = abs(x - 24)
    along = max(abs(y - 24) - 10, 0)
    return PLATE if across**2 + along**2 <= 12**2 else CLEAR


def pixel(column: int, row: int) -> int:
    """The color that most samples of a pixel have."""
    offsets = [(n + 0.5) / SAMPLES for n in range(SAMPLES)]
    samples = [color_at(column + dx, row + dy) for dx in offsets for dy in offsets]
    return max(range(len(PALETTE)), key=samples.count)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file with its length and checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def rows() -> bytes:
    """All rows, each with filter 0 and two bits a pixel."""
    packed = bytearray()
    for row in range(SIDE):
        packed.append(0)
        for start in range(0, SIDE, 4):
            byte = 0
            for column in range(start, start + 4):
                byte = byte << 2 | pixel(column, row)
            packed.append(byte)
    return bytes(packed)


def main() -> None:
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 2, 3, 0, 0, 0)
    palette = b"".join(bytes(color) for color in PALETTE)
    parts = [(b"IHDR", header), (b"PLTE", palette), (b"tRNS", b"\x00"), (b"IDAT", zlib.compress(rows(), 9)), (b"IEND", b"")]
    picture = b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)
    Path(__file__).with_name("icon.png").write_bytes(picture)


if __name__ == "__main__":
    main()
