// The base field of BLS12-381 and its quadratic extension. Elements are kept in Montgomery form (times 2^384), always
// fully reduced, limbs little-endian. No function here takes time that depends on values, except on the exponent of
// `fil_fp_pow` and on a decoder's verdict.
#pragma once
#include <stdint.h>

/// An integer modulo p, in Montgomery form.
typedef struct {
  uint64_t limb[6];
} fil_fp;

/// c0 + c1 u with u^2 = -1.
typedef struct {
  fil_fp c0, c1;
} fil_fp2;

/// A product of two elements that is not reduced yet.
typedef struct {
  uint64_t limb[12];
} fil_fp_wide;

/// Which code a call runs.
typedef enum { FIL_FP_BEST = 0, FIL_FP_PORTABLE = 1 } fil_fp_path;

/// Whether this processor runs the assembly (mulx, adcx, adox).
int fil_fp_has_assembly(void);

/// The products and sums of the field, by the code that `path` names; for tests that compare the two.
void fil_fp_mul_path(fil_fp *out, const fil_fp *a, const fil_fp *b, fil_fp_path path);
void fil_fp_add_path(fil_fp *out, const fil_fp *a, const fil_fp *b, fil_fp_path path);
void fil_fp_sub_path(fil_fp *out, const fil_fp *a, const fil_fp *b, fil_fp_path path);
void fil_fp_inverse_path(fil_fp *out, const fil_fp *a, fil_fp_path path);
void fil_fp2_mul_path(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b, fil_fp_path path);
void fil_fp2_sqr_path(fil_fp2 *out, const fil_fp2 *a, fil_fp_path path);

void fil_fp_mul(fil_fp *out, const fil_fp *a, const fil_fp *b);
void fil_fp_add(fil_fp *out, const fil_fp *a, const fil_fp *b);
void fil_fp_sub(fil_fp *out, const fil_fp *a, const fil_fp *b);
void fil_fp2_mul(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b);
void fil_fp2_sqr(fil_fp2 *out, const fil_fp2 *a);
void fil_fp2_add(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b);
void fil_fp2_sub(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b);

/// Raises `a` to the power of the integer whose `count` little-endian limbs are at `exponent`.
void fil_fp_pow(fil_fp *out, const fil_fp *a, const uint64_t *exponent, int count);

/// The inverse of `a`; zero for zero.
void fil_fp_inverse(fil_fp *out, const fil_fp *a);

/// a^((p - 3) / 4): from it come square roots, inverse square roots and Legendre's symbol.
void fil_fp_root_power(fil_fp *out, const fil_fp *a);

/// Whether the element, read as an integer from 0 to p - 1, is greater than (p - 1) / 2.
int fil_fp_is_larger_half(const fil_fp *a);

/// Whether the element, read as an integer from 0 to p - 1, is odd.
int fil_fp_is_odd(const fil_fp *a);

/// Takes an integer below 2^384 into Montgomery form.
void fil_fp_from_integer(fil_fp *out, const uint64_t *limbs);

/// Copies item `index` of `count` items of `limbs` 64-bit words each, reading them all, so that memory accesses do not
/// tell which one was meant.
void fil_fp_select(uint64_t *out, const uint64_t *table, int count, int limbs, int index);

/// Divides a 256-bit integer by one of at most 128 bits, not zero: quotient and remainder, in time that depends on neither.
void fil_fp_divide(uint64_t quotient[4], uint64_t remainder[2], const uint64_t dividend[4], const uint64_t divisor[2]);

/// Reads 48 big-endian bytes; returns 0, and leaves zero, if the integer is p or more.
int fil_fp_decode(fil_fp *out, const uint8_t *bytes);

/// Writes 48 big-endian bytes.
void fil_fp_encode(uint8_t *bytes, const fil_fp *a);

/// Reads an integer of 64 big-endian bytes modulo p.
void fil_fp_reduce_bytes64(fil_fp *out, const uint8_t *bytes);

// The same by value, for callers that have no addresses to give.
static inline fil_fp fil_fp_product(fil_fp a, fil_fp b) {
  fil_fp r;
  fil_fp_mul(&r, &a, &b);
  return r;
}
static inline fil_fp fil_fp_sum(fil_fp a, fil_fp b) {
  fil_fp r;
  fil_fp_add(&r, &a, &b);
  return r;
}
static inline fil_fp fil_fp_difference(fil_fp a, fil_fp b) {
  fil_fp r;
  fil_fp_sub(&r, &a, &b);
  return r;
}
static inline fil_fp2 fil_fp2_product(fil_fp2 a, fil_fp2 b) {
  fil_fp2 r;
  fil_fp2_mul(&r, &a, &b);
  return r;
}
static inline fil_fp2 fil_fp2_square(fil_fp2 a) {
  fil_fp2 r;
  fil_fp2_sqr(&r, &a);
  return r;
}
static inline fil_fp2 fil_fp2_sum(fil_fp2 a, fil_fp2 b) {
  fil_fp2 r;
  fil_fp2_add(&r, &a, &b);
  return r;
}
static inline fil_fp2 fil_fp2_difference(fil_fp2 a, fil_fp2 b) {
  fil_fp2 r;
  fil_fp2_sub(&r, &a, &b);
  return r;
}
static inline int fil_fp_equal(fil_fp a, fil_fp b) {
  uint64_t d = 0;
  for (int i = 0; i < 6; i++) d |= a.limb[i] ^ b.limb[i];
  return d == 0;
}
static inline int fil_fp_is_zero(fil_fp a) {
  return (a.limb[0] | a.limb[1] | a.limb[2] | a.limb[3] | a.limb[4] | a.limb[5]) == 0;
}
