// Inside the kernels: eight Poseidon permutations side by side, one in each 64-bit lane of AVX-512 registers.
#pragma once
#include "fil_fr.h"
#include "fil_poseidon.h"

#define FIL_POSEIDON_LANES 8

/// Whether this processor can run them.
int fil_poseidon_lanes_available(void);

/// Hashes eight preimages; element `j` of preimage `i` is at `inputs[j] + i * stride`, all below the prime.
void fil_poseidon_lanes_hash(const fil_poseidon *instance, const uint8_t *const *inputs, size_t stride, uint8_t *out);
