#include "fil_sha256.h"
#include <string.h>
#include "fil_sha256_lanes.h"

static const uint32_t K[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static const uint32_t INITIAL[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

static inline uint32_t rotate(uint32_t x, int n) { return (x >> n) | (x << (32 - n)); }

static inline uint32_t load_be(const uint8_t *p) {
  uint32_t x;
  memcpy(&x, p, 4);
  return __builtin_bswap32(x);
}

static void compress_portable(uint32_t state[8], const uint8_t *data, size_t blocks) {
  for (; blocks > 0; blocks--, data += 64) {
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++) w[i] = load_be(data + 4 * i);
    for (int i = 16; i < 64; i++) {
      uint32_t a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)) + w[i - 7] +
             (rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10));
    }
    memcpy(s, state, sizeof s);
    for (int i = 0; i < 64; i++) {
      uint32_t t1 = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) +
                    ((s[4] & s[5]) ^ (~s[4] & s[6])) + K[i] + w[i];
      uint32_t t2 = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) +
                    ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
      memmove(s + 1, s, 7 * sizeof *s);
      s[4] += t1;
      s[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) state[i] += s[i];
  }
}

#if defined(__x86_64__)
// Assembly, so that it costs the same in a debug build. xmm1 and xmm2 hold the state as the instructions want it (a, b,
// e, f and c, d, g, h), xmm3...6 the last sixteen words of the message schedule, xmm8 and xmm9 the state before.
#define LOAD_WORDS(OFFSET, M) "movdqu " OFFSET "(%[data]), " M "\n\t pshufb %%xmm10, " M "\n\t"
#define FOUR_ROUNDS(OFFSET, M)                                                                     \
  "movdqa " M ", %%xmm0\n\t paddd " OFFSET "(%[k]), %%xmm0\n\t"                                    \
  "sha256rnds2 %%xmm0, %%xmm1, %%xmm2\n\t pshufd $0x0e, %%xmm0, %%xmm0\n\t"                        \
  "sha256rnds2 %%xmm0, %%xmm2, %%xmm1\n\t"
// The next four words in place of the first four, M0.
#define NEXT_WORDS(M0, M1, M2, M3)                                                                 \
  "movdqa " M3 ", %%xmm7\n\t palignr $4, " M2 ", %%xmm7\n\t sha256msg1 " M1 ", " M0 "\n\t"         \
  "paddd %%xmm7, " M0 "\n\t sha256msg2 " M3 ", " M0 "\n\t"
#define SIXTEEN_ROUNDS(O0, O1, O2, O3, NEXT0, NEXT1, NEXT2, NEXT3)                                 \
  FOUR_ROUNDS(O0, "%%xmm3") NEXT0 FOUR_ROUNDS(O1, "%%xmm4") NEXT1                                  \
  FOUR_ROUNDS(O2, "%%xmm5") NEXT2 FOUR_ROUNDS(O3, "%%xmm6") NEXT3
#define SIXTEEN_ROUNDS_AND_WORDS(O0, O1, O2, O3)                                                   \
  SIXTEEN_ROUNDS(O0, O1, O2, O3, NEXT_WORDS("%%xmm3", "%%xmm4", "%%xmm5", "%%xmm6"),               \
                 NEXT_WORDS("%%xmm4", "%%xmm5", "%%xmm6", "%%xmm3"),                               \
                 NEXT_WORDS("%%xmm5", "%%xmm6", "%%xmm3", "%%xmm4"),                               \
                 NEXT_WORDS("%%xmm6", "%%xmm3", "%%xmm4", "%%xmm5"))

__attribute__((target("sha,sse4.1,ssse3"))) static void compress_ni(uint32_t state[8], const uint8_t *data,
                                                                    size_t blocks) {
  static const uint8_t swap[16] __attribute__((aligned(16))) = {3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12};
  if (blocks == 0) return;
  __asm__ volatile(
      "movdqu (%[state]), %%xmm1\n\t movdqu 16(%[state]), %%xmm2\n\t movdqa (%[swap]), %%xmm10\n\t"
      "pshufd $0xb1, %%xmm1, %%xmm1\n\t pshufd $0x1b, %%xmm2, %%xmm2\n\t movdqa %%xmm1, %%xmm7\n\t"
      "palignr $8, %%xmm2, %%xmm1\n\t pblendw $0xf0, %%xmm7, %%xmm2\n\t"
      "1:\n\t movdqa %%xmm1, %%xmm8\n\t movdqa %%xmm2, %%xmm9\n\t"
      LOAD_WORDS("0", "%%xmm3") LOAD_WORDS("16", "%%xmm4") LOAD_WORDS("32", "%%xmm5") LOAD_WORDS("48", "%%xmm6")
      SIXTEEN_ROUNDS_AND_WORDS("0", "16", "32", "48")
      SIXTEEN_ROUNDS_AND_WORDS("64", "80", "96", "112")
      SIXTEEN_ROUNDS_AND_WORDS("128", "144", "160", "176")
      SIXTEEN_ROUNDS("192", "208", "224", "240", "", "", "", "")
      "paddd %%xmm8, %%xmm1\n\t paddd %%xmm9, %%xmm2\n\t"
      "addq $64, %[data]\n\t subq $1, %[blocks]\n\t jnz 1b\n\t"
      "pshufd $0x1b, %%xmm1, %%xmm1\n\t pshufd $0xb1, %%xmm2, %%xmm2\n\t movdqa %%xmm1, %%xmm7\n\t"
      "pblendw $0xf0, %%xmm2, %%xmm1\n\t palignr $8, %%xmm7, %%xmm2\n\t"
      "movdqu %%xmm1, (%[state])\n\t movdqu %%xmm2, 16(%[state])"
      : [data] "+r"(data), [blocks] "+r"(blocks)
      : [state] "r"(state), [k] "r"(K), [swap] "r"(swap)
      : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "cc", "memory");
}
#endif

int fil_sha256_has(fil_sha256_path path) {
  if (path != FIL_SHA256_NI) return 1;
#if defined(__x86_64__)
  return __builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1");
#else
  return 0;
#endif
}

void fil_sha256_compress(uint32_t state[8], const uint8_t *data, size_t blocks, fil_sha256_path path) {
#if defined(__x86_64__)
  if (path == FIL_SHA256_NI || (path == FIL_SHA256_BEST && fil_sha256_has(FIL_SHA256_NI))) {
    compress_ni(state, data, blocks);
    return;
  }
#endif
  compress_portable(state, data, blocks);
}

static void store_digest(const uint32_t state[8], uint8_t out[32]) {
  for (int i = 0; i < 8; i++) {
    uint32_t word = __builtin_bswap32(state[i]);
    memcpy(out + 4 * i, &word, 4);
  }
}

void fil_sha256(const uint8_t *data, size_t length, uint8_t out[32]) {
  uint32_t state[8];
  uint8_t tail[128] = {0};
  size_t whole = length / 64, rest = length % 64, tail_blocks = rest < 56 ? 1 : 2;
  memcpy(state, INITIAL, sizeof state);
  fil_sha256_compress(state, data, whole, FIL_SHA256_BEST);
  if (rest > 0) memcpy(tail, data + 64 * whole, rest);
  tail[rest] = 0x80;
  uint64_t bits = __builtin_bswap64((uint64_t)length * 8);
  memcpy(tail + 64 * tail_blocks - 8, &bits, 8);
  fil_sha256_compress(state, tail, tail_blocks, FIL_SHA256_BEST);
  store_digest(state, out);
}

void fil_sha256_trunc254_pairs(const uint8_t *pairs, size_t count, uint8_t *out) {
  uint8_t padding[64] = {0x80};
  padding[62] = 0x02;  // 512 bits, big-endian
  size_t i = 0;
  if (fil_sha256_lanes_available()) {
    for (; count - i >= FIL_SHA256_LANES; i += FIL_SHA256_LANES)
      fil_sha256_lanes_trunc254_pairs(pairs + 64 * i, out + 32 * i);
  }
  for (; i < count; i++) {
    uint32_t state[8];
    memcpy(state, INITIAL, sizeof state);
    fil_sha256_compress(state, pairs + 64 * i, 1, FIL_SHA256_BEST);
    fil_sha256_compress(state, padding, 1, FIL_SHA256_BEST);
    store_digest(state, out + 32 * i);
    out[32 * i + 31] &= 0x3f;
  }
}
