// SHA-256 (FIPS 180-4): the compression function and the whole hash.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Which code a call runs; `FIL_SHA256_BEST` picks what the processor has.
typedef enum { FIL_SHA256_BEST = 0, FIL_SHA256_PORTABLE = 1, FIL_SHA256_NI = 2 } fil_sha256_path;

/// Whether `path` can run on this processor.
int fil_sha256_has(fil_sha256_path path);

/// Runs the compression function over `blocks` blocks of 64 bytes at `data`.
void fil_sha256_compress(uint32_t state[8], const uint8_t *data, size_t blocks, fil_sha256_path path);

/// Hashes `length` bytes at `data` to the 32 bytes at `out`.
void fil_sha256(const uint8_t *data, size_t length, uint8_t out[32]);

/// Hashes `count` pairs of 32 bytes each at `pairs` to `count` digests at `out`, the two top bits of the last byte of
/// each digest cleared. `out` may be `pairs` itself.
void fil_sha256_trunc254_pairs(const uint8_t *pairs, size_t count, uint8_t *out);
