// Keccak-256 as Ethereum uses it: the sponge of SHA-3 with the padding that preceded the standard.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs the permutation Keccak-f[1600] on 25 lanes.
void fil_keccak_f1600(uint64_t state[25]);

/// Hashes `length` bytes at `data` to the 32 bytes at `out`.
void fil_keccak256(const uint8_t *data, size_t length, uint8_t *out);
