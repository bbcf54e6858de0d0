// Sixteen SHA-256 hashes of 64 bytes each side by side, one in each 32-bit lane of AVX-512 registers.
#include "fil_sha256_lanes.h"
#include <string.h>

#if defined(__x86_64__)

static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// The same plus the message schedule of the block that pads 64 bytes.
static const uint32_t K_PADDING[64] = {
    0xc28a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf374,
    0x649b69c1, 0xf0fe4786, 0x0fe1edc6, 0x240cf254, 0x4fe9346f, 0x6cc984be, 0x61b9411e, 0x16f988fa,
    0xf2c65152, 0xa88e5a6d, 0xb019fc65, 0xb9d99ec7, 0x9a1231c3, 0xe70eeaa0, 0xfdb1232b, 0xc7353eb0,
    0x3069bad5, 0xcb976d5f, 0x5a0f118f, 0xdc1eeefd, 0x0a35b689, 0xde0b7a04, 0x58f4ca9d, 0xe15d5b16,
    0x007f3e86, 0x37088980, 0xa507ea32, 0x6fab9537, 0x17406110, 0x0d8cd6f1, 0xcdaa3b6d, 0xc0bbbe37,
    0x83613bda, 0xdb48a363, 0x0b02e931, 0x6fd15ca7, 0x521afaca, 0x31338431, 0x6ed41a95, 0x6d437890,
    0xc39c91f2, 0x9eccabbd, 0xb5c9a0e6, 0x532fb63c, 0xd2c741c6, 0x07237ea3, 0xa4954b68, 0x4c191d76};

static const uint32_t INITIAL[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// Swaps the bytes of each word, in each 16 bytes.
static const uint8_t SWAP[16] = {3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12};

// Byte offsets of sixteen pairs, and of sixteen digests.
static const uint32_t PAIRS[16] = {0, 64, 128, 192, 256, 320, 384, 448, 512, 576, 640, 704, 768, 832, 896, 960};
static const uint32_t DIGESTS[16] = {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448, 480};

int fil_sha256_lanes_available(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
}

// Assembly, so that it costs the same in a debug build. zmm0...7 hold the state, zmm16...31 the last sixteen words of
// the message schedule, zmm8...11 what is in between.
#define Z(N) "%%zmm" #N
#define XOR3 "vpternlogd $0x96, %%zmm10, %%zmm9, %%zmm8\n\t"
#define ROTATE(COUNT, FROM, TO) "vprord $" COUNT ", " FROM ", " TO "\n\t"
#define SHIFT(COUNT, FROM, TO) "vpsrld $" COUNT ", " FROM ", " TO "\n\t"
#define ADD(FROM, TO) "vpaddd " FROM ", " TO ", " TO "\n\t"
#define WORD(N) ADD(N, "%%zmm11")
#define NO_WORD(N)
// A round; KEY is the offset of its constant, ADD_WORD adds the word W or nothing.
#define ROUND(A, B, C, D, E, F, G, H, KEY, ADD_WORD, W)                                               \
  "vpaddd " KEY "(%[k])%{1to16%}, " H ", %%zmm11\n\t" ADD_WORD(W)                                     \
  ROTATE("6", E, Z(8)) ROTATE("11", E, Z(9)) ROTATE("25", E, Z(10)) XOR3 ADD(Z(8), Z(11))             \
  "vmovdqa32 " E ", %%zmm9\n\t vpternlogd $0xca, " G ", " F ", %%zmm9\n\t" ADD(Z(9), Z(11))         \
  ADD(Z(11), D)                                                                                       \
  ROTATE("2", A, Z(8)) ROTATE("13", A, Z(9)) ROTATE("22", A, Z(10)) XOR3 ADD(Z(8), Z(11))             \
  "vmovdqa32 " A ", %%zmm9\n\t vpternlogd $0xe8, " C ", " B ", %%zmm9\n\t"                          \
  "vpaddd %%zmm9, %%zmm11, " H "\n\t"
// The word sixteen places on in place of W0.
#define NEXT_WORD(W0, W1, W9, W14)                                                                    \
  ROTATE("7", W1, Z(8)) ROTATE("18", W1, Z(9)) SHIFT("3", W1, Z(10)) XOR3 ADD(Z(8), W0) ADD(W9, W0)   \
  ROTATE("17", W14, Z(8)) ROTATE("19", W14, Z(9)) SHIFT("10", W14, Z(10)) XOR3 ADD(Z(8), W0)
#define NO_NEXT_WORD(W0, W1, W9, W14)
#define EIGHT_ROUNDS(K0, K1, K2, K3, K4, K5, K6, K7, ADD_WORD, NEXT, W0, W1, W2, W3, W4, W5, W6, W7, W8, W9, W10, W11, \
                     W12, W13, W14, W15)                                                              \
  ROUND(Z(0), Z(1), Z(2), Z(3), Z(4), Z(5), Z(6), Z(7), K0, ADD_WORD, W0) NEXT(W0, W1, W9, W14)       \
  ROUND(Z(7), Z(0), Z(1), Z(2), Z(3), Z(4), Z(5), Z(6), K1, ADD_WORD, W1) NEXT(W1, W2, W10, W15)      \
  ROUND(Z(6), Z(7), Z(0), Z(1), Z(2), Z(3), Z(4), Z(5), K2, ADD_WORD, W2) NEXT(W2, W3, W11, W0)       \
  ROUND(Z(5), Z(6), Z(7), Z(0), Z(1), Z(2), Z(3), Z(4), K3, ADD_WORD, W3) NEXT(W3, W4, W12, W1)       \
  ROUND(Z(4), Z(5), Z(6), Z(7), Z(0), Z(1), Z(2), Z(3), K4, ADD_WORD, W4) NEXT(W4, W5, W13, W2)       \
  ROUND(Z(3), Z(4), Z(5), Z(6), Z(7), Z(0), Z(1), Z(2), K5, ADD_WORD, W5) NEXT(W5, W6, W14, W3)       \
  ROUND(Z(2), Z(3), Z(4), Z(5), Z(6), Z(7), Z(0), Z(1), K6, ADD_WORD, W6) NEXT(W6, W7, W15, W4)       \
  ROUND(Z(1), Z(2), Z(3), Z(4), Z(5), Z(6), Z(7), Z(0), K7, ADD_WORD, W7) NEXT(W7, W8, W0, W5)
#define SIXTEEN_ROUNDS(ADD_WORD, NEXT)                                                                \
  EIGHT_ROUNDS("0", "4", "8", "12", "16", "20", "24", "28", ADD_WORD, NEXT, Z(16), Z(17), Z(18), Z(19), Z(20), Z(21), \
               Z(22), Z(23), Z(24), Z(25), Z(26), Z(27), Z(28), Z(29), Z(30), Z(31))                  \
  EIGHT_ROUNDS("32", "36", "40", "44", "48", "52", "56", "60", ADD_WORD, NEXT, Z(24), Z(25), Z(26), Z(27), Z(28),      \
               Z(29), Z(30), Z(31), Z(16), Z(17), Z(18), Z(19), Z(20), Z(21), Z(22), Z(23))           \
  "addq $64, %[k]\n\t"
#define GATHER(OFFSET, N)                                                                             \
  "kxnorw %%k1, %%k1, %%k1\n\t vpgatherdd " OFFSET "(%[data],%%zmm12), " Z(N) "%{%%k1%}\n\t"           \
  "vpshufb %%zmm13, " Z(N) ", " Z(N) "\n\t"
#define SCATTER(N, OFFSET)                                                                            \
  "vpshufb %%zmm13, " Z(N) ", " Z(N) "\n\t kxnorw %%k1, %%k1, %%k1\n\t"                             \
  "vpscatterdd " Z(N) ", " OFFSET "(%[out],%%zmm12)%{%%k1%}\n\t"
#define START(N, OFFSET) "vpbroadcastd " OFFSET "(%[initial]), " Z(N) "\n\t"
#define ADD_START(N, OFFSET) "vpaddd " OFFSET "(%[initial])%{1to16%}, " Z(N) ", " Z(N) "\n\t"
#define STORE(N, OFFSET) "vmovdqu32 " Z(N) ", " OFFSET "(%[state])\n\t"
#define ADD_STORED(N, OFFSET) "vpaddd " OFFSET "(%[state]), " Z(N) ", " Z(N) "\n\t"
#define CLOBBERS                                                                                      \
  "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11",   \
      "xmm12", "xmm13", "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23",       \
      "xmm24", "xmm25", "xmm26", "xmm27", "xmm28", "xmm29", "xmm30", "xmm31", "k1", "cc", "memory"

// Hashes the data block of sixteen messages to `state`, word by word.
__attribute__((target("avx512f,avx512bw"))) static void data_block(const uint8_t *data, uint32_t state[8][16]) {
  const uint32_t *k = K;
  __asm__ volatile(
      "vmovdqu32 (%[pairs]), %%zmm12\n\t vbroadcasti32x4 (%[swap]), %%zmm13\n\t"
      GATHER("0", 16) GATHER("4", 17) GATHER("8", 18) GATHER("12", 19) GATHER("16", 20) GATHER("20", 21)
      GATHER("24", 22) GATHER("28", 23) GATHER("32", 24) GATHER("36", 25) GATHER("40", 26) GATHER("44", 27)
      GATHER("48", 28) GATHER("52", 29) GATHER("56", 30) GATHER("60", 31)
      START(0, "0") START(1, "4") START(2, "8") START(3, "12") START(4, "16") START(5, "20") START(6, "24")
      START(7, "28")
      "movl $3, %%ecx\n\t 1:\n\t" SIXTEEN_ROUNDS(WORD, NEXT_WORD) "subl $1, %%ecx\n\t jnz 1b\n\t"
      SIXTEEN_ROUNDS(WORD, NO_NEXT_WORD)
      ADD_START(0, "0") ADD_START(1, "4") ADD_START(2, "8") ADD_START(3, "12") ADD_START(4, "16")
      ADD_START(5, "20") ADD_START(6, "24") ADD_START(7, "28")
      STORE(0, "0") STORE(1, "64") STORE(2, "128") STORE(3, "192") STORE(4, "256") STORE(5, "320")
      STORE(6, "384") STORE(7, "448")
      : [k] "+r"(k)
      : [data] "r"(data), [state] "r"(state), [pairs] "r"(PAIRS), [swap] "r"(SWAP), [initial] "r"(INITIAL)
      : "rcx", CLOBBERS);
}

#define LOAD(OFFSET, N) "vmovdqu32 " OFFSET "(%[state]), " Z(N) "\n\t"

// Goes on from `state` with the padding block, and writes the digests without their two top bits.
__attribute__((target("avx512f,avx512bw"))) static void padding_block(const uint32_t state[8][16], uint8_t *out) {
  static const uint32_t mask = 0xffffff3f;
  const uint32_t *k = K_PADDING;
  __asm__ volatile(
      "vmovdqu32 (%[digests]), %%zmm12\n\t vbroadcasti32x4 (%[swap]), %%zmm13\n\t"
      LOAD("0", 0) LOAD("64", 1) LOAD("128", 2) LOAD("192", 3) LOAD("256", 4) LOAD("320", 5) LOAD("384", 6)
      LOAD("448", 7)
      "movl $4, %%ecx\n\t 1:\n\t" SIXTEEN_ROUNDS(NO_WORD, NO_NEXT_WORD) "subl $1, %%ecx\n\t jnz 1b\n\t"
      ADD_STORED(0, "0") ADD_STORED(1, "64") ADD_STORED(2, "128") ADD_STORED(3, "192") ADD_STORED(4, "256")
      ADD_STORED(5, "320") ADD_STORED(6, "384") ADD_STORED(7, "448")
      "vpandd (%[mask])%{1to16%}, %%zmm7, %%zmm7\n\t"
      SCATTER(0, "0") SCATTER(1, "4") SCATTER(2, "8") SCATTER(3, "12") SCATTER(4, "16") SCATTER(5, "20")
      SCATTER(6, "24") SCATTER(7, "28")
      : [k] "+r"(k)
      : [out] "r"(out), [state] "r"(state), [digests] "r"(DIGESTS), [swap] "r"(SWAP), [mask] "r"(&mask)
      : "rcx", CLOBBERS);
}

void fil_sha256_lanes_trunc254_pairs(const uint8_t *pairs, uint8_t *out) {
  uint32_t state[8][16];
  data_block(pairs, state);
  padding_block((const uint32_t(*)[16])state, out);
}

#else

int fil_sha256_lanes_available(void) { return 0; }

void fil_sha256_lanes_trunc254_pairs(const uint8_t *pairs, uint8_t *out) {
  // Never called: the lanes are not available.
  (void)pairs, (void)out;
}

#endif
