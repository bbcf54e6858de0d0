#include "fil_sdr.h"
#include <string.h>
#include "fil_sha256.h"

static inline uint32_t little32(uint32_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap32(word);
#else
  return word;
#endif
}

static inline uint64_t little64(uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(word);
#else
  return word;
#endif
}

static inline void store_big32(uint8_t *p, uint32_t word) {
  word = little32(__builtin_bswap32(word));
  memcpy(p, &word, 4);
}

#define QUARTER(A, B, C, D)                                                                  \
  A += B, D ^= A, D = D << 16 | D >> 16, C += D, B ^= C, B = B << 12 | B >> 20, A += B,      \
      D ^= A, D = D << 8 | D >> 24, C += D, B ^= C, B = B << 7 | B >> 25

static void chacha_block(const uint32_t start[16], int double_rounds, uint8_t out[64]) {
  uint32_t x[16];
  memcpy(x, start, sizeof x);
  for (int i = 0; i < double_rounds; i++) {
    QUARTER(x[0], x[4], x[8], x[12]);
    QUARTER(x[1], x[5], x[9], x[13]);
    QUARTER(x[2], x[6], x[10], x[14]);
    QUARTER(x[3], x[7], x[11], x[15]);
    QUARTER(x[0], x[5], x[10], x[15]);
    QUARTER(x[1], x[6], x[11], x[12]);
    QUARTER(x[2], x[7], x[8], x[13]);
    QUARTER(x[3], x[4], x[9], x[14]);
  }
  for (int i = 0; i < 16; i++) {
    uint32_t word = little32(x[i] + start[i]);
    memcpy(out + 4 * i, &word, 4);
  }
}

static void chacha_start(uint32_t state[16], const uint8_t key[32]) {
  static const uint32_t sigma[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  memcpy(state, sigma, sizeof sigma);
  memcpy(state + 4, key, 32);
  for (int i = 4; i < 12; i++) state[i] = little32(state[i]);
}

void fil_chacha8_block(const uint8_t key[32], uint64_t counter, uint8_t out[64]) {
  uint32_t state[16];
  chacha_start(state, key);
  state[12] = (uint32_t)counter;
  state[13] = (uint32_t)(counter >> 32);
  state[14] = state[15] = 0;
  chacha_block(state, 4, out);
}

void fil_chacha20_block(const uint8_t key[32], uint32_t counter, const uint8_t nonce[12], uint8_t out[64]) {
  uint32_t state[16];
  chacha_start(state, key);
  state[12] = counter;
  memcpy(state + 13, nonce, 12);
  for (int i = 13; i < 16; i++) state[i] = little32(state[i]);
  chacha_block(state, 10, out);
}

// The distance sampling of the depth-robust graph: five draws of a bucket and of a distance in it, over "metanodes" of
// which each node has five.
void fil_sdr_base_parents(const uint8_t seed[28], unsigned own_slot, uint32_t node, uint32_t *out) {
  enum { DEGREE = FIL_SDR_BASE_PARENTS - 1 };
  if (node < 2) {
    memset(out, 0, FIL_SDR_BASE_PARENTS * sizeof *out);
    return;
  }
  uint8_t key[32], stream[128];
  uint32_t suffix = little32(node);
  memcpy(key, seed, 28);
  memcpy(key + 28, &suffix, 4);
  fil_chacha8_block(key, 0, stream);
  fil_chacha8_block(key, 1, stream + 64);
  uint64_t metanode = (uint64_t)node * DEGREE, draws[2 * DEGREE];
  memcpy(draws, stream, sizeof draws);
  unsigned buckets = 64 - (unsigned)__builtin_clzll(metanode - 1);  // The logarithm, rounded up.
  for (unsigned i = 0; i < DEGREE; i++) {
    unsigned bucket = (unsigned)(little64(draws[2 * i]) % buckets) + 1;
    uint64_t largest = (uint64_t)1 << bucket;
    if (largest > metanode) largest = metanode;
    uint64_t smallest = largest / 2 < 2 ? 2 : largest / 2;
    uint64_t distance = smallest + little64(draws[2 * i + 1]) % (largest - smallest + 1);
    uint32_t parent = (uint32_t)((metanode - distance) / DEGREE);
    out[i < own_slot ? i : i + 1] = parent == node ? node - 1 : parent;
  }
  out[own_slot] = node - 1;
}

static uint64_t permute(const fil_feistel *feistel, uint64_t index) {
  uint64_t mask = ((uint64_t)1 << feistel->half_bits) - 1;
  do {
    uint64_t left = index >> feistel->half_bits & mask, right = index & mask;
    for (int i = 0; i < 3; i++) {
      uint64_t next = left ^ feistel->rounds[i][right];
      left = right;
      right = next;
    }
    index = left << feistel->half_bits | right;
  } while (index >= feistel->count);
  return index;
}

void fil_sdr_parents(const uint8_t seed[28], unsigned own_slot, const fil_feistel *feistel, uint64_t mask,
                     uint32_t first, size_t count, uint32_t *out) {
  for (size_t i = 0; i < count; i++, out += FIL_SDR_PARENTS) {
    uint32_t node = first + (uint32_t)i;
    fil_sdr_base_parents(seed, own_slot, node, out);
    for (unsigned j = 0; j < FIL_SDR_EXPANDER_PARENTS; j++) {
      uint64_t permuted = permute(feistel, (uint64_t)node * FIL_SDR_EXPANDER_PARENTS + j);
      out[FIL_SDR_BASE_PARENTS + j] = (uint32_t)((permuted & mask) / FIL_SDR_EXPANDER_PARENTS);
    }
  }
}

#define LABELS 37
#define HEADER 64
#define MESSAGE (HEADER + 32 * LABELS)
#define BLOCKS ((MESSAGE + 9 + 63) / 64)

static void start_message(uint8_t buffer[64 * BLOCKS], const uint8_t replica_id[32], uint32_t layer, size_t length) {
  memset(buffer, 0, 64 * BLOCKS);
  memcpy(buffer, replica_id, 32);
  store_big32(buffer + 32, layer);
  size_t blocks = (length + 9 + 63) / 64;
  buffer[length] = 0x80;
  store_big32(buffer + 64 * blocks - 4, (uint32_t)length * 8);
}

static void set_node(uint8_t *buffer, uint64_t node) {
  store_big32(buffer + 36, (uint32_t)(node >> 32));
  store_big32(buffer + 40, (uint32_t)node);
}

static void finish_label(const uint8_t *buffer, size_t length, uint8_t out[32]) {
  uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  fil_sha256_compress(state, buffer, (length + 9 + 63) / 64, FIL_SHA256_BEST);
  for (int i = 0; i < 8; i++) store_big32(out + 4 * i, state[i]);
  out[31] &= 0x3f;
}

void fil_sdr_label_one(const uint8_t replica_id[32], uint32_t layer, uint64_t node, const uint8_t *parents,
                       size_t parent_count, uint8_t out[32]) {
  uint8_t buffer[64 * BLOCKS];
  if (parent_count > LABELS) parent_count = LABELS;
  size_t length = HEADER + 32 * parent_count;
  start_message(buffer, replica_id, layer, length);
  set_node(buffer, node);
  if (parent_count > 0) memcpy(buffer + HEADER, parents, 32 * parent_count);
  finish_label(buffer, length, out);
}

// Copies the labels of the parents in their order, again and again until there are 37.
static void gather(uint8_t *to, const uint32_t *parents, const uint8_t *labels, const uint8_t *previous) {
  size_t period = previous ? FIL_SDR_PARENTS : FIL_SDR_BASE_PARENTS;
  for (size_t i = 0; i < period; i++) {
    const uint8_t *from = i < FIL_SDR_BASE_PARENTS ? labels : previous;
    memcpy(to + 32 * i, from + 32 * (size_t)parents[i], 32);
  }
  for (size_t i = period; i < LABELS; i += period) {
    size_t rest = LABELS - i;
    memcpy(to + 32 * i, to, 32 * (rest < period ? rest : period));
  }
}

void fil_sdr_label(const uint8_t replica_id[32], uint32_t layer, uint32_t first, size_t count,
                   const uint32_t *parents, const uint8_t *previous, uint8_t *labels) {
  uint8_t buffer[64 * BLOCKS];
  start_message(buffer, replica_id, layer, MESSAGE);
  for (size_t i = 0; i < count; i++, parents += FIL_SDR_PARENTS) {
    uint32_t node = first + (uint32_t)i;
    if (node == 0) {
      fil_sdr_label_one(replica_id, layer, 0, NULL, 0, labels);
      continue;
    }
    set_node(buffer, node);
    gather(buffer + HEADER, parents, labels, previous);
    finish_label(buffer, MESSAGE, labels + 32 * (size_t)node);
  }
}
