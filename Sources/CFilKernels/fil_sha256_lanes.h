// Inside the kernels: sixteen SHA-256 hashes side by side.
#pragma once
#include <stdint.h>

#define FIL_SHA256_LANES 16

/// Whether this processor can run them.
int fil_sha256_lanes_available(void);

/// Hashes sixteen pairs as `fil_sha256_trunc254_pairs` does. `out` may be `pairs` itself.
void fil_sha256_lanes_trunc254_pairs(const uint8_t *pairs, uint8_t *out);
