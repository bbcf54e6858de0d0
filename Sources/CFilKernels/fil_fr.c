#include "fil_fr.h"
#include <string.h>

typedef unsigned __int128 wide;

static const uint64_t P[4] = {0xffffffff00000001, 0x53bda402fffe5bfe, 0x3339d80809a1d805, 0x73eda753299d7d48};
static const uint64_t ONE[4] = {0x00000001fffffffe, 0x5884b7fa00034802, 0x998c4fefecbc4ff5, 0x1824b159acc5056f};
// 2^512 mod p.
static const uint64_t R2[4] = {0xc999e990f3f29c6d, 0x2b6cedcb87925c23, 0x05d314967254398f, 0x0748d9d99f59ff11};
// -1/p mod 2^64.
#define NEGATED_INVERSE 0xfffffffeffffffffULL

// Subtracts p if the value is not below it, without a branch.
static inline void reduce(uint64_t out[4], const uint64_t t[4]) {
  uint64_t s[4], borrow = 0;
  for (int i = 0; i < 4; i++) {
    wide d = (wide)t[i] - P[i] - borrow;
    s[i] = (uint64_t)d;
    borrow = (uint64_t)(d >> 64) & 1;
  }
  uint64_t keep = 0 - borrow;
  for (int i = 0; i < 4; i++) out[i] = (t[i] & keep) | (s[i] & ~keep);
}

// Montgomery multiplication, one word of b at a time. As p is below 2^255 the running sum fits five words.
static void mul_portable(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]) {
  uint64_t t[5] = {0};
  for (int i = 0; i < 4; i++) {
    wide c = 0;
    for (int j = 0; j < 4; j++) {
      c += (wide)a[j] * b[i] + t[j];
      t[j] = (uint64_t)c;
      c >>= 64;
    }
    t[4] = (uint64_t)c;
    uint64_t q = t[0] * NEGATED_INVERSE;
    c = ((wide)q * P[0] + t[0]) >> 64;
    for (int j = 1; j < 4; j++) {
      c += (wide)q * P[j] + t[j];
      t[j - 1] = (uint64_t)c;
      c >>= 64;
    }
    t[3] = t[4] + (uint64_t)c;
  }
  reduce(out, t);
}

#if defined(__x86_64__)
// One row: t += a * b[OFFSET / 8], then a multiple of p that clears the lowest word, and a shift by one word.
// The sums run on two carry chains (adcx, adox) at once. r8...r11 hold t, r12 its fifth word.
#define ROW(OFFSET)                                                                                          \
  "xorl %%eax, %%eax\n\t"                                                                                    \
  "movq " OFFSET "(%[b]), %%rdx\n\t"                                                                         \
  "mulxq 0(%[a]), %%rax, %%r12\n\t  adoxq %%rax, %%r8\n\t  adcxq %%r12, %%r9\n\t"                             \
  "mulxq 8(%[a]), %%rax, %%r12\n\t  adoxq %%rax, %%r9\n\t  adcxq %%r12, %%r10\n\t"                            \
  "mulxq 16(%[a]), %%rax, %%r12\n\t adoxq %%rax, %%r10\n\t adcxq %%r12, %%r11\n\t"                            \
  "mulxq 24(%[a]), %%rax, %%r12\n\t adoxq %%rax, %%r11\n\t"                                                   \
  "movl $0, %%eax\n\t adcxq %%rax, %%r12\n\t adoxq %%rax, %%r12\n\t" REDUCE

#define REDUCE                                                                                               \
  "movq %[inverse], %%rdx\n\t imulq %%r8, %%rdx\n\t xorl %%eax, %%eax\n\t"                                    \
  "mulxq 0(%[p]), %%rax, %%r13\n\t  adcxq %%r8, %%rax\n\t  movq %%r13, %%r8\n\t"                              \
  "adcxq %%r9, %%r8\n\t   mulxq 8(%[p]), %%rax, %%r9\n\t   adoxq %%rax, %%r8\n\t"                             \
  "adcxq %%r10, %%r9\n\t  mulxq 16(%[p]), %%rax, %%r10\n\t adoxq %%rax, %%r9\n\t"                             \
  "adcxq %%r11, %%r10\n\t mulxq 24(%[p]), %%rax, %%r11\n\t adoxq %%rax, %%r10\n\t"                            \
  "movl $0, %%eax\n\t adcxq %%rax, %%r11\n\t adoxq %%r12, %%r11\n\t"

// Assembly, so that it costs the same in a debug build.
static void mul_adx(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]) {
  __asm__("xorl %%r8d, %%r8d\n\t xorl %%r9d, %%r9d\n\t xorl %%r10d, %%r10d\n\t xorl %%r11d, %%r11d\n\t"
          ROW("0") ROW("8") ROW("16") ROW("24")
          "movq %%r8, %%rax\n\t movq %%r9, %%rdx\n\t movq %%r10, %%r12\n\t movq %%r11, %%r13\n\t"
          "subq 0(%[p]), %%r8\n\t sbbq 8(%[p]), %%r9\n\t sbbq 16(%[p]), %%r10\n\t sbbq 24(%[p]), %%r11\n\t"
          "cmovcq %%rax, %%r8\n\t cmovcq %%rdx, %%r9\n\t cmovcq %%r12, %%r10\n\t cmovcq %%r13, %%r11\n\t"
          "movq %%r8, 0(%[out])\n\t movq %%r9, 8(%[out])\n\t movq %%r10, 16(%[out])\n\t movq %%r11, 24(%[out])"
          :
          : [out] "r"(out), [a] "r"(a), [b] "r"(b), [p] "r"(P), [inverse] "i"(NEGATED_INVERSE)
          : "rax", "rdx", "r8", "r9", "r10", "r11", "r12", "r13", "cc", "memory");
}

static inline int has_adx(void) { return __builtin_cpu_supports("adx") && __builtin_cpu_supports("bmi2"); }
#endif

int fil_fr_has(fil_fr_path path) {
  if (path != FIL_FR_ADX) return 1;
#if defined(__x86_64__)
  return has_adx();
#else
  return 0;
#endif
}

void fil_fr_mul(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]) {
#if defined(__x86_64__)
  if (has_adx()) {
    mul_adx(out, a, b);
    return;
  }
#endif
  mul_portable(out, a, b);
}

void fil_fr_mul_by(uint64_t out[4], const uint64_t a[4], const uint64_t b[4], fil_fr_path path) {
  if (path == FIL_FR_PORTABLE) {
    mul_portable(out, a, b);
  } else {
    fil_fr_mul(out, a, b);
  }
}

void fil_fr_add(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]) {
  uint64_t t[4];
  wide c = 0;
  for (int i = 0; i < 4; i++) {
    c += (wide)a[i] + b[i];
    t[i] = (uint64_t)c;
    c >>= 64;
  }
  reduce(out, t);
}

void fil_fr_sub(uint64_t out[4], const uint64_t a[4], const uint64_t b[4]) {
  uint64_t t[4], borrow = 0;
  for (int i = 0; i < 4; i++) {
    wide d = (wide)a[i] - b[i] - borrow;
    t[i] = (uint64_t)d;
    borrow = (uint64_t)(d >> 64) & 1;
  }
  uint64_t mask = 0 - borrow;
  wide c = 0;
  for (int i = 0; i < 4; i++) {
    c += (wide)t[i] + (P[i] & mask);
    out[i] = (uint64_t)c;
    c >>= 64;
  }
}

void fil_fr_pow(uint64_t out[4], const uint64_t a[4], const uint64_t exponent[4]) {
  uint64_t base[4], result[4];
  memcpy(base, a, sizeof base);
  memcpy(result, ONE, sizeof result);
  for (int bit = 255; bit >= 0; bit--) {
    fil_fr_mul(result, result, result);
    if (exponent[bit / 64] >> (bit % 64) & 1) fil_fr_mul(result, result, base);
  }
  memcpy(out, result, sizeof result);
}

void fil_fr_inverse(uint64_t out[4], const uint64_t a[4]) {
  const uint64_t exponent[4] = {P[0] - 2, P[1], P[2], P[3]};  // Fermat's little theorem.
  fil_fr_pow(out, a, exponent);
}

static inline int is_canonical(const uint64_t a[4]) {
  for (int i = 3; i >= 0; i--) {
    if (a[i] != P[i]) return a[i] < P[i];
  }
  return 0;
}

static inline uint64_t little(uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(word);
#else
  return word;
#endif
}

static inline void load_words(uint64_t out[4], const uint8_t bytes[32]) {
  memcpy(out, bytes, 32);
  for (int i = 0; i < 4; i++) out[i] = little(out[i]);
}

static inline void store_words(uint8_t bytes[32], const uint64_t a[4]) {
  uint64_t words[4] = {little(a[0]), little(a[1]), little(a[2]), little(a[3])};
  memcpy(bytes, words, 32);
}

int fil_fr_from_bytes(uint64_t out[4], const uint8_t bytes[32]) {
  uint64_t words[4];
  load_words(words, bytes);
  if (!is_canonical(words)) return 0;
  fil_fr_mul(out, words, R2);
  return 1;
}

void fil_fr_to_bytes(uint8_t bytes[32], const uint64_t a[4]) {
  static const uint64_t one[4] = {1, 0, 0, 0};
  uint64_t words[4];
  fil_fr_mul(words, a, one);
  store_words(bytes, words);
}

void fil_fr_matrix_mul(uint64_t *out, const uint64_t *a, const uint64_t *b, size_t n) {
  memset(out, 0, 32 * n * n);
  for (size_t i = 0; i < n; i++) {
    for (size_t k = 0; k < n; k++) {
      for (size_t j = 0; j < n; j++) {
        uint64_t term[4], *cell = out + 4 * (i * n + j);
        fil_fr_mul(term, a + 4 * (i * n + k), b + 4 * (k * n + j));
        fil_fr_add(cell, cell, term);
      }
    }
  }
}

static inline int is_zero(const uint64_t a[4]) { return (a[0] | a[1] | a[2] | a[3]) == 0; }

static void swap_rows(uint64_t *a, size_t n, size_t i, size_t j) {
  for (size_t k = 0; k < 4 * n; k++) {
    uint64_t x = a[4 * n * i + k];
    a[4 * n * i + k] = a[4 * n * j + k];
    a[4 * n * j + k] = x;
  }
}

static void scale_row(uint64_t *a, size_t n, size_t i, const uint64_t factor[4]) {
  for (size_t k = 0; k < n; k++) fil_fr_mul(a + 4 * (n * i + k), a + 4 * (n * i + k), factor);
}

// Row i -= factor * row j.
static void subtract_row(uint64_t *a, size_t n, size_t i, size_t j, const uint64_t factor[4]) {
  for (size_t k = 0; k < n; k++) {
    uint64_t term[4], *cell = a + 4 * (n * i + k);
    fil_fr_mul(term, a + 4 * (n * j + k), factor);
    fil_fr_sub(cell, cell, term);
  }
}

int fil_fr_matrix_inverse(uint64_t *out, const uint64_t *a, uint64_t *work, size_t n) {
  memcpy(work, a, 32 * n * n);
  memset(out, 0, 32 * n * n);
  for (size_t i = 0; i < n; i++) memcpy(out + 4 * (n * i + i), ONE, sizeof ONE);
  for (size_t column = 0; column < n; column++) {
    size_t pivot = column;
    while (pivot < n && is_zero(work + 4 * (n * pivot + column))) pivot++;
    if (pivot == n) return 0;
    swap_rows(work, n, pivot, column);
    swap_rows(out, n, pivot, column);
    uint64_t factor[4];
    fil_fr_inverse(factor, work + 4 * (n * column + column));
    scale_row(work, n, column, factor);
    scale_row(out, n, column, factor);
    for (size_t i = 0; i < n; i++) {
      if (i == column) continue;
      memcpy(factor, work + 4 * (n * i + column), sizeof factor);
      subtract_row(work, n, i, column, factor);
      subtract_row(out, n, i, column, factor);
    }
  }
  return 1;
}

size_t fil_fr_bytes_add(uint8_t *out, const uint8_t *a, const uint8_t *b, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t x[4], y[4];
    load_words(x, a + 32 * i);
    load_words(y, b + 32 * i);
    if (!is_canonical(x) || !is_canonical(y)) return i;
    fil_fr_add(x, x, y);
    store_words(out + 32 * i, x);
  }
  return count;
}

size_t fil_fr_bytes_sub(uint8_t *out, const uint8_t *a, const uint8_t *b, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t x[4], y[4];
    load_words(x, a + 32 * i);
    load_words(y, b + 32 * i);
    if (!is_canonical(x) || !is_canonical(y)) return i;
    fil_fr_sub(x, x, y);
    store_words(out + 32 * i, x);
  }
  return count;
}
