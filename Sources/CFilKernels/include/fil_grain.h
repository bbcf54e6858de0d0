// The Grain linear feedback shift register as Poseidon uses it to draw its round constants.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Draws `count` elements of the scalar field of BLS12-381 (four words each, in Montgomery form, see fil_fr.h) for a
/// Poseidon instance with the S-box x^5: 255-bit numbers, those that are not below the prime drawn again.
void fil_grain_draw(uint64_t *out, size_t count, size_t width, size_t full_rounds, size_t partial_rounds);
