// The scalar field of BLS12-381: integers modulo
// p = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001.
//
// Elements are four 64-bit words, least significant first, in Montgomery form (x * 2^256 mod p), always below p.
// Every output may be one of the inputs.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Which code a call runs; `FIL_FR_BEST` picks what the processor has.
typedef enum { FIL_FR_BEST = 0, FIL_FR_PORTABLE = 1, FIL_FR_ADX = 2 } fil_fr_path;

/// Whether `path` can run on this processor.
int fil_fr_has(fil_fr_path path);

/// out = a * b.
void fil_fr_mul(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]);

/// out = a * b, by the code that `path` names.
void fil_fr_mul_by(uint64_t out[4], const uint64_t a[4], const uint64_t b[4], fil_fr_path path);

/// out = a + b.
void fil_fr_add(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]);

/// out = a - b.
void fil_fr_sub(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]);

/// out = a raised to the exponent of four words, least significant first. Takes time that depends on the exponent.
void fil_fr_pow(uint64_t out[4], const uint64_t a[4], const uint64_t exponent[4]);

/// out = 1 / a, zero for zero.
void fil_fr_inverse(uint64_t out[4], const uint64_t a[4]);

/// Reads 32 bytes, least significant first. Returns 0 and leaves `out` alone if the value is not below p, else 1.
int fil_fr_from_bytes(uint64_t out[4], const uint8_t bytes[32]);

/// Writes the canonical 32 bytes, least significant first.
void fil_fr_to_bytes(uint8_t bytes[32], const uint64_t a[4]);

/// out = a * b for square matrices of `n` rows, stored row by row. `out` must not overlap the inputs.
void fil_fr_matrix_mul(uint64_t *out, const uint64_t *a, const uint64_t *b, size_t n);

/// out = the inverse of a square matrix of `n` rows, by elimination; `work` has room for `n * n` elements and is
/// overwritten. Returns 0 if the matrix has no inverse, else 1. No two of the three may overlap.
int fil_fr_matrix_inverse(uint64_t *out, const uint64_t *a, uint64_t *work, size_t n);

/// Adds `count` pairs of values of 32 canonical bytes each, modulo p, into `out`. Returns how many were done: fewer
/// than `count` if an input is not below p.
size_t fil_fr_bytes_add(uint8_t *out, const uint8_t *a, const uint8_t *b, size_t count);

/// As `fil_fr_bytes_add`, but subtracts `b` from `a`.
size_t fil_fr_bytes_sub(uint8_t *out, const uint8_t *a, const uint8_t *b, size_t count);
