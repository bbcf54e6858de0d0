// Elements are five words of 52 bits in Montgomery form (x * 2^260), below 2^260 and not always reduced: with that
// much room above the prime most additions are free, as the fused additions below take an addend.
#include "fil_poseidon_lanes.h"
#include <string.h>

#define LIMBS 5
#define MASK52 0xfffffffffffffULL

static void split(uint64_t out[LIMBS], const uint64_t words[4]) {
  out[0] = words[0] & MASK52;
  out[1] = (words[0] >> 52 | words[1] << 12) & MASK52;
  out[2] = (words[1] >> 40 | words[2] << 24) & MASK52;
  out[3] = (words[2] >> 28 | words[3] << 36) & MASK52;
  out[4] = words[3] >> 16;
}

void fil_poseidon_lane_constants(uint64_t *out, const uint64_t *elements, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t x[4];
    memcpy(x, elements + 4 * i, sizeof x);
    for (int j = 0; j < 4; j++) fil_fr_add(x, x, x);  // From 2^256 to 2^260.
    split(out + LIMBS * i, x);
  }
}

#if defined(__x86_64__)

// One limb of eight elements.
typedef struct {
  uint64_t lane[FIL_POSEIDON_LANES];
} __attribute__((aligned(64))) lanes;

// Eight elements.
typedef struct {
  lanes limb[LIMBS];
} element;

int fil_poseidon_lanes_available(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512ifma");
}

// -1/p mod 2^52, then the limbs of p, then the mask of a limb.
static const uint64_t FIELD[7] = {0xffffeffffffff,   0xfffff00000001, 0x2fffe5bfefff, 0x9a1d80553bda4,
                                  0x7d483339d8080, 0x73eda753299d,  MASK52};

// Assembly, so that it costs the same in a debug build. zmm0...4 hold the factor x, zmm5...14 the sums of low halves
// and zmm15...24 the sums of high halves of the ten columns of a product.
#define Z(N) "%%zmm" #N
#define CLEAR(N) "vpxorq " Z(N) ", " Z(N) ", " Z(N) "\n\t"
#define CLEAR_SUMS                                                                                        \
  CLEAR(5) CLEAR(6) CLEAR(7) CLEAR(8) CLEAR(9) CLEAR(10) CLEAR(11) CLEAR(12) CLEAR(13) CLEAR(14)          \
  CLEAR(16) CLEAR(17) CLEAR(18) CLEAR(19) CLEAR(20) CLEAR(21) CLEAR(22) CLEAR(23) CLEAR(24)
#define LOAD(OFFSET, N) "vmovdqu64 " OFFSET "(%[x]), " Z(N) "\n\t"
#define LOAD_X LOAD("0", 0) LOAD("64", 1) LOAD("128", 2) LOAD("192", 3) LOAD("256", 4)
#define LOW(Y, X, N) "vpmadd52luq " Y ", " Z(X) ", " Z(N) "\n\t"
#define HIGH(Y, X, N) "vpmadd52huq " Y ", " Z(X) ", " Z(N) "\n\t"
// Multiplies all limbs of x by one limb Y; L... and H... are the columns of its low and its high halves.
#define MULTIPLY_LIMB(Y, L0, L1, L2, L3, L4, H0, H1, H2, H3, H4)                                          \
  LOW(Y, 0, L0) HIGH(Y, 0, H0) LOW(Y, 1, L1) HIGH(Y, 1, H1) LOW(Y, 2, L2) HIGH(Y, 2, H2)                  \
  LOW(Y, 3, L3) HIGH(Y, 3, H3) LOW(Y, 4, L4) HIGH(Y, 4, H4)
#define MULTIPLY(Y0, Y1, Y2, Y3, Y4)                                                                      \
  MULTIPLY_LIMB(Y0, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20)                                                    \
  MULTIPLY_LIMB(Y1, 6, 7, 8, 9, 10, 17, 18, 19, 20, 21)                                                   \
  MULTIPLY_LIMB(Y2, 7, 8, 9, 10, 11, 18, 19, 20, 21, 22)                                                  \
  MULTIPLY_LIMB(Y3, 8, 9, 10, 11, 12, 19, 20, 21, 22, 23)                                                 \
  MULTIPLY_LIMB(Y4, 9, 10, 11, 12, 13, 20, 21, 22, 23, 24)
#define JOIN(H, N) "vpaddq " Z(H) ", " Z(N) ", " Z(N) "\n\t"
#define JOIN_SUMS                                                                                         \
  JOIN(16, 6) JOIN(17, 7) JOIN(18, 8) JOIN(19, 9) JOIN(20, 10) JOIN(21, 11) JOIN(22, 12) JOIN(23, 13) JOIN(24, 14)
#define BROADCAST(OFFSET, N) "vpbroadcastq " OFFSET "(%[field]), " Z(N) "\n\t"
// zmm25 holds -1/p, zmm26...30 the limbs of p, zmm31 the mask.
#define LOAD_FIELD                                                                                        \
  BROADCAST("0", 25) BROADCAST("8", 26) BROADCAST("16", 27) BROADCAST("24", 28) BROADCAST("32", 29)       \
  BROADCAST("40", 30) BROADCAST("48", 31)
// Adds the multiple of p that clears the low 52 bits of column C0, and carries what is above them.
#define CLEAR_COLUMN(C0, C1, C2, C3, C4, C5)                                                              \
  CLEAR(0) LOW(Z(C0), 25, 0)                                                                              \
  LOW(Z(26), 0, C0) HIGH(Z(26), 0, C1) LOW(Z(27), 0, C1) HIGH(Z(27), 0, C2) LOW(Z(28), 0, C2)             \
  HIGH(Z(28), 0, C3) LOW(Z(29), 0, C3) HIGH(Z(29), 0, C4) LOW(Z(30), 0, C4) HIGH(Z(30), 0, C5)            \
  CARRY(C0, C1)
#define CARRY(C0, C1) "vpsrlq $52, " Z(C0) ", %%zmm1\n\t vpaddq %%zmm1, " Z(C1) ", " Z(C1) "\n\t"
#define MASK(N) "vpandq %%zmm31, " Z(N) ", " Z(N) "\n\t"
#define STORE(N, OFFSET) "vmovdqu64 " Z(N) ", " OFFSET "(%[out])\n\t"
#define REDUCE_AND_STORE                                                                                  \
  CLEAR_COLUMN(5, 6, 7, 8, 9, 10) CLEAR_COLUMN(6, 7, 8, 9, 10, 11) CLEAR_COLUMN(7, 8, 9, 10, 11, 12)      \
  CLEAR_COLUMN(8, 9, 10, 11, 12, 13) CLEAR_COLUMN(9, 10, 11, 12, 13, 14)                                  \
  CARRY(10, 11) MASK(10) CARRY(11, 12) MASK(11) CARRY(12, 13) MASK(12) CARRY(13, 14) MASK(13)             \
  STORE(10, "0") STORE(11, "64") STORE(12, "128") STORE(13, "192") STORE(14, "256")
#define ADD(OFFSET, N) "vpaddq " OFFSET ", " Z(N) ", " Z(N) "\n\t"
#define ADD_UPPER(A0, A1, A2, A3, A4) ADD(A0, 10) ADD(A1, 11) ADD(A2, 12) ADD(A3, 13) ADD(A4, 14)
#define EVERY_LANE(OFFSET, BASE) OFFSET "(%[" BASE "])%{1to8%}"
#define CLOBBERS                                                                                          \
  "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11",       \
      "xmm12", "xmm13", "xmm14", "xmm15", "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22",  \
      "xmm23", "xmm24", "xmm25", "xmm26", "xmm27", "xmm28", "xmm29", "xmm30", "xmm31", "cc", "memory"

#define WITH_AVX512 __attribute__((target("avx512f,avx512ifma")))

// out = x * y + c, with c the same in every lane.
WITH_AVX512 static void multiply_add_constant(element *out, const element *x, const element *y, const uint64_t *c) {
  __asm__ volatile(
      CLEAR_SUMS LOAD_X MULTIPLY("0(%[y])", "64(%[y])", "128(%[y])", "192(%[y])", "256(%[y])") LOAD_FIELD JOIN_SUMS
      ADD_UPPER(EVERY_LANE("0", "c"), EVERY_LANE("8", "c"), EVERY_LANE("16", "c"), EVERY_LANE("24", "c"),
                EVERY_LANE("32", "c"))
      REDUCE_AND_STORE
      : : [out] "r"(out), [x] "r"(x), [y] "r"(y), [c] "r"(c), [field] "r"(FIELD) : CLOBBERS);
}

#define MULTIPLY_EVERY_LANE                                                                               \
  MULTIPLY(EVERY_LANE("0", "y"), EVERY_LANE("8", "y"), EVERY_LANE("16", "y"), EVERY_LANE("24", "y"),      \
           EVERY_LANE("32", "y"))

// out = x * y + z, with y the same in every lane.
WITH_AVX512 static void multiply_constant_add(element *out, const element *x, const uint64_t *y, const element *z) {
  __asm__ volatile(
      CLEAR_SUMS LOAD_X MULTIPLY_EVERY_LANE LOAD_FIELD JOIN_SUMS
      ADD_UPPER("0(%[z])", "64(%[z])", "128(%[z])", "192(%[z])", "256(%[z])") REDUCE_AND_STORE
      : : [out] "r"(out), [x] "r"(x), [y] "r"(y), [z] "r"(z), [field] "r"(FIELD) : CLOBBERS);
}

// out = the sum of x[i] * y[i], with the y[i] the same in every lane; one reduction for all.
WITH_AVX512 static void dot(element *out, const element *x, const uint64_t *y, size_t count) {
  __asm__ volatile(
      CLEAR_SUMS
      "1:\n\t" LOAD_X MULTIPLY_EVERY_LANE
      "addq $320, %[x]\n\t addq $40, %[y]\n\t subq $1, %[count]\n\t jnz 1b\n\t"
      LOAD_FIELD JOIN_SUMS REDUCE_AND_STORE
      : [x] "+r"(x), [y] "+r"(y), [count] "+r"(count) : [out] "r"(out), [field] "r"(FIELD) : CLOBBERS);
}

static const uint64_t ZERO[LIMBS] = {0};

// x = x^5 + constant.
static void power5(element *x, const uint64_t *constant) {
  element y;
  multiply_add_constant(&y, x, x, ZERO);
  multiply_add_constant(&y, &y, &y, ZERO);
  multiply_add_constant(x, x, &y, constant);
}

static void full_round(size_t width, element *state, const uint64_t *constants, const uint64_t *matrix) {
  element old[FIL_POSEIDON_MAX_WIDTH];
  for (size_t i = 0; i < width; i++) power5(state + i, constants ? constants + LIMBS * i : ZERO);
  memcpy(old, state, width * sizeof *old);
  for (size_t i = 0; i < width; i++) dot(state + i, old, matrix + LIMBS * width * i, width);
}

static void partial_round(size_t width, element *state, const uint64_t *constant, const uint64_t *sparse) {
  element first;
  power5(state, constant);
  first = state[0];
  dot(state, state, sparse, width);
  for (size_t i = 1; i < width; i++)
    multiply_constant_add(state + i, &first, sparse + LIMBS * (width + i - 1), state + i);
}

// 2^520 mod p: the factor that brings a value to Montgomery form.
static const uint64_t TO_MONTGOMERY[LIMBS] = {0x99103f29c6cf0, 0x57927663d999e, 0xa1c0ed631138b, 0x3c829f7715f1b, 0x9ff646cc027};
// 2^260 mod p: one in Montgomery form, a factor that only reduces.
static const uint64_t ONE[LIMBS] = {0x22ffffffdd, 0x9700396c23000, 0xedf77458d1293, 0xdf20ff1776e6a, 0x26821fa14f77};
// The factor that leaves Montgomery form.
static const uint64_t FROM_MONTGOMERY[LIMBS] = {1};

// How many partial rounds may pass before the elements that they only add to are reduced: each adds less than 1.2 p,
// and 32 p fit.
#define ROUNDS_BETWEEN_REDUCTIONS 12

static const element NOTHING;

static void partial_rounds(const fil_poseidon *instance, element *state, const uint64_t *constants,
                           const uint64_t *sparse) {
  size_t width = instance->width;
  for (size_t round = 0; round < instance->partial_rounds; round++) {
    partial_round(width, state, constants + LIMBS * round, sparse + LIMBS * (2 * width - 1) * round);
    if (round % ROUNDS_BETWEEN_REDUCTIONS != ROUNDS_BETWEEN_REDUCTIONS - 1) continue;
    for (size_t i = 1; i < width; i++) multiply_constant_add(state + i, state + i, ONE, &NOTHING);
  }
}

// Adds the first round constants while the elements are brought to Montgomery form.
static void load(const fil_poseidon *instance, element *state, const uint8_t *const *inputs, size_t stride) {
  uint64_t words[4], limbs[LIMBS];
  element constant;
  for (size_t j = 0; j < instance->width; j++) {
    element raw;
    for (size_t i = 0; i < FIL_POSEIDON_LANES; i++) {
      if (j > 0) {
        memcpy(words, inputs[j - 1] + i * stride, 32);
        split(limbs, words);
      } else {
        fil_poseidon_lane_constants(limbs, instance->tag, 1);
      }
      for (size_t k = 0; k < LIMBS; k++) {
        raw.limb[k].lane[i] = limbs[k];
        constant.limb[k].lane[i] = instance->lanes[LIMBS * j + k];
      }
    }
    multiply_constant_add(state + j, &raw, j > 0 ? TO_MONTGOMERY : ONE, &constant);
  }
}

static void store(uint8_t *out, const element *digest) {
  element plain;
  multiply_constant_add(&plain, digest, FROM_MONTGOMERY, &NOTHING);
  for (size_t i = 0; i < FIL_POSEIDON_LANES; i++) {
    uint64_t l[LIMBS], zero[4] = {0};
    for (size_t k = 0; k < LIMBS; k++) l[k] = plain.limb[k].lane[i];
    uint64_t words[4] = {l[0] | l[1] << 52, l[1] >> 12 | l[2] << 40, l[2] >> 24 | l[3] << 28, l[3] >> 36 | l[4] << 16};
    fil_fr_add(words, words, zero);  // The value may be p itself: this subtracts it.
    memcpy(out + 32 * i, words, 32);
  }
}

void fil_poseidon_lanes_hash(const fil_poseidon *instance, const uint8_t *const *inputs, size_t stride, uint8_t *out) {
  element state[FIL_POSEIDON_MAX_WIDTH];
  size_t width = instance->width, half = instance->full_rounds / 2;
  const uint64_t *constants = instance->lanes + LIMBS * width;
  const uint64_t *matrix = instance->lanes + LIMBS * (width * instance->full_rounds + instance->partial_rounds);
  const uint64_t *last_before = matrix + LIMBS * width * width;
  load(instance, state, inputs, stride);
  for (size_t i = 0; i < half; i++, constants += LIMBS * width)
    full_round(width, state, constants, i + 1 < half ? matrix : last_before);
  partial_rounds(instance, state, constants, last_before + LIMBS * width * width);
  constants += LIMBS * instance->partial_rounds;
  for (size_t i = 0; i < half; i++, constants += LIMBS * width)
    full_round(width, state, i + 1 < half ? constants : NULL, matrix);
  store(out, state + 1);
}

#else

int fil_poseidon_lanes_available(void) { return 0; }

void fil_poseidon_lanes_hash(const fil_poseidon *instance, const uint8_t *const *inputs, size_t stride, uint8_t *out) {
  // Never called: the lanes are not available.
  (void)instance, (void)inputs, (void)stride, (void)out;
}

#endif
