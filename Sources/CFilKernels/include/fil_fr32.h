// Fr32: bytes read as one little-endian bit string, cut in pieces of 254 bits, each stored in 32 bytes with two zero
// bits on top.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Pads `length` bytes at `raw` to the ceil(8 * length / 254) * 32 bytes at `out`; what is missing in the last element
/// is zero.
void fil_fr32_pad(const uint8_t *raw, size_t length, uint8_t *out);

/// Extracts the raw bytes from `offset` to `offset + length` of the padded stream that starts at `padded`. Reads only
/// the elements that hold them.
void fil_fr32_unpad(const uint8_t *padded, size_t offset, size_t length, uint8_t *out);
