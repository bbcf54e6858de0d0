// RIPEMD-160 (Dobbertin, Bosselaers, Preneel 1996).
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Hashes `length` bytes at `data` to the 20 bytes at `out`.
void fil_ripemd160(const uint8_t *data, size_t length, uint8_t *out);
