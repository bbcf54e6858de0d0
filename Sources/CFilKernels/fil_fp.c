#include "fil_fp.h"
#include <string.h>

typedef unsigned __int128 u128;

static const fil_fp P = {{0xb9feffffffffaaab, 0x1eabfffeb153ffff, 0x6730d2a0f6b0f624, 0x64774b84f38512bf,
                          0x4b1ba7b6434bacd7, 0x1a0111ea397fe69a}};
static const uint64_t N0 = 0x89f3fffcfffcfffd; // -1 / p modulo 2^64
// 2^768 modulo p: a product with it takes an integer into Montgomery form.
static const fil_fp R2 = {{0xf4df1f341c341746, 0x0a76e6a609d104f1, 0x8de5476c4c95b6d5, 0x67eb88a9939d83c0,
                           0x9a793e85b519952d, 0x11988fe592cae3aa}};
// 1 in Montgomery form: 2^384 modulo p.
static const fil_fp R = {{0x760900000002fffd, 0xebf4000bc40c0002, 0x5f48985753c758ba, 0x77ce585370525745,
                          0x5c071a97a256ec6d, 0x15f65ec3fa80e493}};
static const fil_fp UNIT = {{1}};

// MARK: Portable forms

static void subtract_p_if_not_below(fil_fp *a) {
  fil_fp t;
  u128 borrow = 0;
  for (int i = 0; i < 6; i++) {
    u128 d = (u128)a->limb[i] - P.limb[i] - borrow;
    t.limb[i] = (uint64_t)d;
    borrow = (uint64_t)(d >> 64) & 1;
  }
  uint64_t keep = 0 - (uint64_t)borrow;
  for (int i = 0; i < 6; i++) a->limb[i] = (a->limb[i] & keep) | (t.limb[i] & ~keep);
}

static void mul_wide_portable(fil_fp_wide *out, const fil_fp *a, const fil_fp *b) {
  uint64_t t[12] = {0};
  for (int i = 0; i < 6; i++) {
    uint64_t carry = 0;
    for (int j = 0; j < 6; j++) {
      u128 s = (u128)a->limb[j] * b->limb[i] + t[i + j] + carry;
      t[i + j] = (uint64_t)s;
      carry = (uint64_t)(s >> 64);
    }
    t[i + 6] = carry;
  }
  memcpy(out->limb, t, sizeof t);
}

static void reduce_portable(fil_fp *out, const fil_fp_wide *a) {
  uint64_t t[7];
  memcpy(t, a->limb, 6 * sizeof *t);
  t[6] = 0;
  for (int i = 0; i < 6; i++) {
    uint64_t m = t[0] * N0, carry = 0;
    for (int j = 0; j < 6; j++) {
      u128 s = (u128)m * P.limb[j] + t[j] + carry;
      if (j > 0) t[j - 1] = (uint64_t)s;
      carry = (uint64_t)(s >> 64);
    }
    t[5] = carry;
  }
  u128 carry = 0;
  for (int i = 0; i < 6; i++) {
    u128 s = (u128)t[i] + a->limb[i + 6] + carry;
    out->limb[i] = (uint64_t)s;
    carry = s >> 64;
  }
  subtract_p_if_not_below(out);
}

static void mul_portable(fil_fp *out, const fil_fp *a, const fil_fp *b) {
  fil_fp_wide t;
  mul_wide_portable(&t, a, b);
  reduce_portable(out, &t);
}

static void add_lazy_portable(fil_fp *out, const fil_fp *a, const fil_fp *b) {
  u128 carry = 0;
  for (int i = 0; i < 6; i++) {
    u128 s = (u128)a->limb[i] + b->limb[i] + carry;
    out->limb[i] = (uint64_t)s;
    carry = s >> 64;
  }
}

static void add_portable(fil_fp *out, const fil_fp *a, const fil_fp *b) {
  add_lazy_portable(out, a, b);
  subtract_p_if_not_below(out);
}

/// out = a - b over `count` limbs; all ones if that borrows.
static uint64_t subtract(uint64_t *out, const uint64_t *a, const uint64_t *b, int count) {
  uint64_t borrow = 0;
  for (int i = 0; i < count; i++) {
    u128 d = (u128)a[i] - b[i] - borrow;
    out[i] = (uint64_t)d;
    borrow = (uint64_t)(d >> 64) & 1;
  }
  return 0 - borrow;
}

static void add_masked_p(uint64_t *limbs, uint64_t mask) {
  u128 carry = 0;
  for (int i = 0; i < 6; i++) {
    u128 s = (u128)limbs[i] + (P.limb[i] & mask) + carry;
    limbs[i] = (uint64_t)s;
    carry = s >> 64;
  }
}

static void sub_portable(fil_fp *out, const fil_fp *a, const fil_fp *b) {
  add_masked_p(out->limb, subtract(out->limb, a->limb, b->limb, 6));
}

static void sub_wide_portable(fil_fp_wide *out, const fil_fp_wide *a, const fil_fp_wide *b) {
  add_masked_p(out->limb + 6, subtract(out->limb, a->limb, b->limb, 12));
}

// MARK: Choice

/// The operations that have two forms.
typedef struct {
  void (*mul)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*mul_wide)(fil_fp_wide *, const fil_fp *, const fil_fp *);
  void (*reduce)(fil_fp *, const fil_fp_wide *);
  void (*add_lazy)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*add)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*sub)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*sub_wide)(fil_fp_wide *, const fil_fp_wide *, const fil_fp_wide *);
} operations;

static const operations portable = {mul_portable, mul_wide_portable, reduce_portable, add_lazy_portable,
                                    add_portable, sub_portable,      sub_wide_portable};

#if defined(__x86_64__)
void fil_fp_mul_adx(fil_fp *out, const fil_fp *a, const fil_fp *b);
void fil_fp_mul_wide_adx(fil_fp_wide *out, const fil_fp *a, const fil_fp *b);
void fil_fp_reduce_adx(fil_fp *out, const fil_fp_wide *a);
void fil_fp_add_lazy_adx(fil_fp *out, const fil_fp *a, const fil_fp *b);
void fil_fp_add_adx(fil_fp *out, const fil_fp *a, const fil_fp *b);
void fil_fp_sub_adx(fil_fp *out, const fil_fp *a, const fil_fp *b);
void fil_fp_sub_wide_adx(fil_fp_wide *out, const fil_fp_wide *a, const fil_fp_wide *b);

static const operations assembly = {fil_fp_mul_adx, fil_fp_mul_wide_adx, fil_fp_reduce_adx, fil_fp_add_lazy_adx,
                                    fil_fp_add_adx, fil_fp_sub_adx,      fil_fp_sub_wide_adx};

int fil_fp_has_assembly(void) { return __builtin_cpu_supports("adx") && __builtin_cpu_supports("bmi2"); }

static inline const operations *best(void) { return fil_fp_has_assembly() ? &assembly : &portable; }
#else
int fil_fp_has_assembly(void) { return 0; }

static inline const operations *best(void) { return &portable; }
#endif

static inline const operations *chosen(fil_fp_path path) { return path == FIL_FP_PORTABLE ? &portable : best(); }

// MARK: Field

void fil_fp_mul_path(fil_fp *out, const fil_fp *a, const fil_fp *b, fil_fp_path path) { chosen(path)->mul(out, a, b); }
void fil_fp_add_path(fil_fp *out, const fil_fp *a, const fil_fp *b, fil_fp_path path) { chosen(path)->add(out, a, b); }
void fil_fp_sub_path(fil_fp *out, const fil_fp *a, const fil_fp *b, fil_fp_path path) { chosen(path)->sub(out, a, b); }

void fil_fp_mul(fil_fp *out, const fil_fp *a, const fil_fp *b) { best()->mul(out, a, b); }
void fil_fp_add(fil_fp *out, const fil_fp *a, const fil_fp *b) { best()->add(out, a, b); }
void fil_fp_sub(fil_fp *out, const fil_fp *a, const fil_fp *b) { best()->sub(out, a, b); }

void fil_fp_pow(fil_fp *out, const fil_fp *a, const uint64_t *exponent, int count) {
  const operations *o = best();
  fil_fp table[16], r = R;
  table[0] = R;
  for (int i = 1; i < 16; i++) o->mul(&table[i], &table[i - 1], a);
  for (int i = 16 * count - 1; i >= 0; i--) {
    for (int j = 0; j < 4; j++) o->mul(&r, &r, &r);
    int digit = (exponent[i / 16] >> (4 * (i % 16))) & 15;
    if (digit != 0) o->mul(&r, &r, &table[digit]);
  }
  *out = r;
}

void fil_fp_root_power(fil_fp *out, const fil_fp *a) {
  uint64_t exponent[6];
  for (int i = 0; i < 6; i++) exponent[i] = P.limb[i] >> 2 | (i < 5 ? P.limb[i + 1] << 62 : 0);
  fil_fp_pow(out, a, exponent, 6);
}

// MARK: Integers

static void from_montgomery(fil_fp *out, const fil_fp *a) { fil_fp_mul(out, a, &UNIT); }

int fil_fp_is_odd(const fil_fp *a) {
  fil_fp t;
  from_montgomery(&t, a);
  return t.limb[0] & 1;
}

int fil_fp_is_larger_half(const fil_fp *a) {
  // Greater than (p - 1) / 2 exactly if twice the integer is p or more.
  fil_fp t, d;
  from_montgomery(&t, a);
  add_lazy_portable(&t, &t, &t);
  return subtract(d.limb, t.limb, P.limb, 6) == 0;
}

void fil_fp_from_integer(fil_fp *out, const uint64_t *limbs) {
  fil_fp t;
  memcpy(t.limb, limbs, sizeof t.limb);
  fil_fp_mul(out, &t, &R2);
}

void fil_fp_select(uint64_t *out, const uint64_t *table, int count, int limbs, int index) {
  memset(out, 0, sizeof *out * (size_t)limbs);
  for (int i = 0; i < count; i++) {
    // All ones for the item asked for, zero for the others.
    uint64_t difference = (uint64_t)(i ^ index);
    uint64_t mask = ((difference | (0 - difference)) >> 63) - 1;
    for (int j = 0; j < limbs; j++) out[j] |= table[i * limbs + j] & mask;
  }
}

void fil_fp_divide(uint64_t quotient[4], uint64_t remainder[2], const uint64_t dividend[4],
                   const uint64_t divisor[2]) {
  const u128 d = (u128)divisor[1] << 64 | divisor[0];
  uint64_t q[4] = {0};
  u128 r = 0;
  for (int i = 255; i >= 0; i--) {
    // A top bit that the shift loses makes the remainder greater than the divisor.
    uint64_t top = (uint64_t)(r >> 127);
    r = r << 1 | (dividend[i / 64] >> (i % 64) & 1);
    u128 fits = (u128)0 - (top | (uint64_t)(r >= d));
    r -= d & fits;
    q[i / 64] |= (uint64_t)(fits & 1) << (i % 64);
  }
  memcpy(quotient, q, sizeof q);
  remainder[0] = (uint64_t)r;
  remainder[1] = (uint64_t)(r >> 64);
}

int fil_fp_decode(fil_fp *out, const uint8_t *bytes) {
  fil_fp t, d;
  for (int i = 0; i < 6; i++) {
    uint64_t x;
    memcpy(&x, bytes + 8 * (5 - i), 8);
    t.limb[i] = __builtin_bswap64(x);
  }
  if (subtract(d.limb, t.limb, P.limb, 6) == 0) {
    memset(out, 0, sizeof *out);
    return 0;
  }
  fil_fp_mul(out, &t, &R2);
  return 1;
}

void fil_fp_encode(uint8_t *bytes, const fil_fp *a) {
  fil_fp t;
  from_montgomery(&t, a);
  for (int i = 0; i < 6; i++) {
    uint64_t x = __builtin_bswap64(t.limb[5 - i]);
    memcpy(bytes + 8 * i, &x, 8);
  }
}

void fil_fp_reduce_bytes64(fil_fp *out, const uint8_t *bytes) {
  // high * 2^256 + low, both halves below 2^256 and so below p.
  uint8_t padded[48] = {0};
  fil_fp high, low, shift = {{0, 0, 0, 0, 1, 0}};
  memcpy(padded + 16, bytes, 32);
  fil_fp_decode(&high, padded);
  memcpy(padded + 16, bytes + 32, 32);
  fil_fp_decode(&low, padded);
  fil_fp_mul(&shift, &shift, &R2);
  fil_fp_mul(&high, &high, &shift);
  fil_fp_add(out, &high, &low);
}

// MARK: Quadratic extension

static void fp2_mul(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b, const operations *o) {
  fil_fp s, t;
  fil_fp_wide low, high, cross;
  o->add_lazy(&s, &a->c0, &a->c1);
  o->add_lazy(&t, &b->c0, &b->c1);
  o->mul_wide(&cross, &s, &t);
  o->mul_wide(&low, &a->c0, &b->c0);
  o->mul_wide(&high, &a->c1, &b->c1);
  o->sub_wide(&cross, &cross, &low);
  o->sub_wide(&cross, &cross, &high);
  o->sub_wide(&low, &low, &high);
  o->reduce(&out->c0, &low);
  o->reduce(&out->c1, &cross);
}

static void fp2_sqr(fil_fp2 *out, const fil_fp2 *a, const operations *o) {
  // (a0 + a1)(a0 - a1) + 2 a0 a1 u; one factor of each product may stay unreduced.
  fil_fp sum, difference, twice;
  o->add_lazy(&sum, &a->c0, &a->c1);
  o->sub(&difference, &a->c0, &a->c1);
  o->add_lazy(&twice, &a->c0, &a->c0);
  o->mul(&out->c1, &twice, &a->c1);
  o->mul(&out->c0, &sum, &difference);
}

void fil_fp2_mul_path(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b, fil_fp_path path) {
  fp2_mul(out, a, b, chosen(path));
}
void fil_fp2_sqr_path(fil_fp2 *out, const fil_fp2 *a, fil_fp_path path) { fp2_sqr(out, a, chosen(path)); }
void fil_fp2_mul(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b) { fp2_mul(out, a, b, best()); }
void fil_fp2_sqr(fil_fp2 *out, const fil_fp2 *a) { fp2_sqr(out, a, best()); }

void fil_fp2_add(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b) {
  const operations *o = best();
  o->add(&out->c0, &a->c0, &b->c0);
  o->add(&out->c1, &a->c1, &b->c1);
}

void fil_fp2_sub(fil_fp2 *out, const fil_fp2 *a, const fil_fp2 *b) {
  const operations *o = best();
  o->sub(&out->c0, &a->c0, &b->c0);
  o->sub(&out->c1, &a->c1, &b->c1);
}
