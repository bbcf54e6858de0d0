// Inverses by the division steps of Bernstein and Yang ("Fast constant-time gcd computation and modular inversion",
// 2019). A step takes (delta, f, g), f odd, to (1 - delta, g, (g - f) / 2) if delta is positive and g odd, and else to
// (1 + delta, f, (g + (g mod 2) f) / 2). From f = p and g = a, after 1101 steps g is 0 and f is 1 or -1. The steps look
// only at the low bits, so 62 of them are collected in a matrix and then applied to the whole numbers at once. Beside
// f and g go d and e with d a = f c and e a = g c modulo p, where c is what e begins with.
#include "fil_fp.h"
#include <string.h>

typedef __int128 i128;

enum { LIMBS = 7, BITS = 62, ROUNDS = 18 };
static const uint64_t MASK = UINT64_MAX >> 2;

/// A signed integer in limbs of 62 bits, the highest with the sign.
typedef struct {
  int64_t limb[LIMBS];
} signed62;

static const uint64_t P[6] = {0xb9feffffffffaaab, 0x1eabfffeb153ffff, 0x6730d2a0f6b0f624,
                              0x64774b84f38512bf, 0x4b1ba7b6434bacd7, 0x1a0111ea397fe69a};
// -1 / p modulo 2^62.
static const uint64_t N0 = 0x09f3fffcfffcfffd;
// 2^768 modulo p: takes the inverse of a number in Montgomery form into Montgomery form.
static const uint64_t C[6] = {0xf4df1f341c341746, 0x0a76e6a609d104f1, 0x8de5476c4c95b6d5,
                              0x67eb88a9939d83c0, 0x9a793e85b519952d, 0x11988fe592cae3aa};

static void split(signed62 *out, const uint64_t *limbs) {
  for (int i = 0; i < LIMBS; i++) {
    int word = BITS * i / 64, shift = BITS * i % 64;
    uint64_t x = word < 6 ? limbs[word] >> shift : 0;
    if (shift > 2 && word + 1 < 6) x |= limbs[word + 1] << (64 - shift);
    out->limb[i] = (int64_t)(x & MASK);
  }
}

static void join(uint64_t *limbs, const signed62 *a) {
  memset(limbs, 0, 6 * sizeof *limbs);
  for (int i = 0; i < LIMBS; i++) {
    int word = BITS * i / 64, shift = BITS * i % 64;
    if (word < 6) limbs[word] |= (uint64_t)a->limb[i] << shift;
    if (shift > 2 && word + 1 < 6) limbs[word + 1] |= (uint64_t)a->limb[i] >> (64 - shift);
  }
}

int64_t fil_fp_divsteps_portable(int64_t delta, uint64_t f, uint64_t g, int64_t matrix[4]) {
  uint64_t u = 1, v = 0, q = 0, r = 1;
  for (int i = 0; i < BITS; i++) {
    uint64_t odd = 0 - (g & 1);
    uint64_t swap = odd & (uint64_t)((-delta) >> 63);
    uint64_t x = (f ^ g) & swap, y = (u ^ q) & swap, z = (v ^ r) & swap;
    f ^= x, u ^= y, v ^= z;
    g = ((g ^ x) ^ swap) - swap;
    q = ((q ^ y) ^ swap) - swap;
    r = ((r ^ z) ^ swap) - swap;
    delta = (int64_t)(((uint64_t)delta ^ swap) - swap) + 1;
    g = (g + (f & odd)) >> 1;
    q += u & odd;
    r += v & odd;
    u <<= 1;
    v <<= 1;
  }
  matrix[0] = (int64_t)u, matrix[1] = (int64_t)v, matrix[2] = (int64_t)q, matrix[3] = (int64_t)r;
  return delta;
}

#if defined(__x86_64__)
int64_t fil_fp_divsteps_x86_64(int64_t delta, uint64_t f, uint64_t g, int64_t matrix[4]);
#else
#define fil_fp_divsteps_x86_64 fil_fp_divsteps_portable
#endif

/// (f, g) = matrix * (f, g) / 2^62, which is a whole number.
static void update_fg(signed62 *f, signed62 *g, const int64_t m[4]) {
  i128 a = (i128)m[0] * f->limb[0] + (i128)m[1] * g->limb[0];
  i128 b = (i128)m[2] * f->limb[0] + (i128)m[3] * g->limb[0];
  for (int i = 1; i < LIMBS; i++) {
    a = (a >> BITS) + (i128)m[0] * f->limb[i] + (i128)m[1] * g->limb[i];
    b = (b >> BITS) + (i128)m[2] * f->limb[i] + (i128)m[3] * g->limb[i];
    f->limb[i - 1] = (int64_t)((uint64_t)a & MASK);
    g->limb[i - 1] = (int64_t)((uint64_t)b & MASK);
  }
  f->limb[LIMBS - 1] = (int64_t)(a >> BITS);
  g->limb[LIMBS - 1] = (int64_t)(b >> BITS);
}

/// One row of (d, e) = matrix * (d, e) / 2^62 modulo p, from -2p to p.
static void update_row(signed62 *out, const signed62 *d, const signed62 *e, int64_t u, int64_t v,
                       const signed62 *p) {
  // Negative inputs count as raised by p; then a multiple of p makes the low 62 bits zero.
  int64_t multiple = (u & (d->limb[LIMBS - 1] >> 63)) + (v & (e->limb[LIMBS - 1] >> 63));
  i128 a = (i128)u * d->limb[0] + (i128)v * e->limb[0] + (i128)multiple * p->limb[0];
  uint64_t clear = ((uint64_t)a * N0) & MASK;
  // Down to the representative next below zero keeps the sum in range.
  int64_t correction = (int64_t)clear - (int64_t)(MASK + 1) * (clear != 0);
  a += (i128)correction * p->limb[0];
  multiple += correction;
  for (int i = 1; i < LIMBS; i++) {
    a = (a >> BITS) + (i128)u * d->limb[i] + (i128)v * e->limb[i] + (i128)multiple * p->limb[i];
    out->limb[i - 1] = (int64_t)((uint64_t)a & MASK);
  }
  out->limb[LIMBS - 1] = (int64_t)(a >> BITS);
}

static void carry(signed62 *a) {
  for (int i = 0; i < LIMBS - 1; i++) {
    a->limb[i + 1] += a->limb[i] >> BITS;
    a->limb[i] &= (int64_t)MASK;
  }
}

/// The number from 0 to p - 1 that is `a`, or -a if `negative` is all ones, modulo p; `a` is from -2p to p.
static void normalize(signed62 *a, int64_t negative, const signed62 *p) {
  int64_t raise = a->limb[LIMBS - 1] >> 63;
  for (int i = 0; i < LIMBS; i++) a->limb[i] = ((a->limb[i] + (p->limb[i] & raise)) ^ negative) - negative;
  carry(a);
  raise = a->limb[LIMBS - 1] >> 63;
  for (int i = 0; i < LIMBS; i++) a->limb[i] += p->limb[i] & raise;
  carry(a);
}

void fil_fp_inverse_path(fil_fp *out, const fil_fp *a, fil_fp_path path) {
  signed62 p, f, g, d = {{0}}, e;
  split(&p, P);
  f = p;
  split(&g, a->limb);
  split(&e, C);
  int64_t delta = 1, m[4];
  for (int i = 0; i < ROUNDS; i++) {
    uint64_t f0 = (uint64_t)f.limb[0] | (uint64_t)f.limb[1] << BITS;
    uint64_t g0 = (uint64_t)g.limb[0] | (uint64_t)g.limb[1] << BITS;
    delta = path == FIL_FP_PORTABLE ? fil_fp_divsteps_portable(delta, f0, g0, m)
                                    : fil_fp_divsteps_x86_64(delta, f0, g0, m);
    signed62 d1, e1;
    update_row(&d1, &d, &e, m[0], m[1], &p);
    update_row(&e1, &d, &e, m[2], m[3], &p);
    d = d1, e = e1;
    update_fg(&f, &g, m);
  }
  // f is now 1 or -1, or p for a = 0, when d is 0.
  normalize(&d, f.limb[LIMBS - 1] >> 63, &p);
  join(out->limb, &d);
}

void fil_fp_inverse(fil_fp *out, const fil_fp *a) { fil_fp_inverse_path(out, a, FIL_FP_BEST); }
