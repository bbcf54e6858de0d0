#include "fil_ripemd160.h"
#include <string.h>

// Which word each step takes, and by how much it rotates; left line, then right line.
static const uint8_t WORD[2][80] = {
    {0, 1, 2,  3,  4, 5,  6,  7, 8, 9, 10, 11, 12, 13, 14, 15, 7, 4,  13, 1, 10, 6, 15, 3, 12, 0, 9,
     5, 2, 14, 11, 8, 3,  10, 14, 4, 9, 15, 8,  1,  2,  7,  0,  6, 13, 11, 5, 12, 1, 9,  11, 10, 0, 8,
     12, 4, 13, 3, 7, 15, 14, 5, 6, 2, 4,  0,  5,  9,  7,  12, 2, 10, 14, 1, 3,  8, 11, 6,  15, 13},
    {5, 14, 7, 0,  9,  2, 11, 4, 13, 6,  15, 8,  1, 10, 3,  12, 6,  11, 3, 7,  0, 13, 5, 10, 14, 15, 8,
     12, 4, 9, 1,  2,  15, 5, 1, 3, 7,  14, 6,  9,  11, 8,  12, 2,  10, 0, 4,  13, 8, 6, 4,  1,  3,  11,
     15, 0, 5, 12, 2, 13, 9,  7, 10, 14, 12, 15, 10, 4, 1,  5,  8,  7,  6, 2,  13, 14, 0, 3,  9,  11}};
static const uint8_t TURN[2][80] = {
    {11, 14, 15, 12, 5,  8,  7,  9,  11, 13, 14, 15, 6,  7,  9,  8,  7,  6,  8,  13, 11, 9,  7,  15, 7,  12, 15,
     9,  11, 7,  13, 12, 11, 13, 6,  7,  14, 9,  13, 15, 14, 8,  13, 6,  5,  12, 7,  5,  11, 12, 14, 15, 14, 15,
     9,  8,  9,  14, 5,  6,  8,  6,  5,  12, 9,  15, 5,  11, 6,  8,  13, 12, 5,  12, 13, 14, 11, 8,  5,  6},
    {8,  9,  9,  11, 13, 15, 15, 5,  7,  7,  8,  11, 14, 14, 12, 6,  9,  13, 15, 7,  12, 8,  9,  11, 7,  7,  12,
     7,  6,  15, 13, 11, 9,  7,  15, 11, 8,  6,  6,  14, 12, 13, 5,  14, 13, 13, 7,  5,  15, 5,  8,  11, 14, 14,
     6,  14, 6,  9,  12, 9,  12, 5,  15, 8,  8,  5,  12, 9,  12, 5,  14, 6,  8,  13, 6,  5,  15, 13, 11, 11}};
static const uint32_t CONSTANT[2][5] = {{0x00000000, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e},
                                        {0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0x00000000}};

static inline uint32_t rotate(uint32_t x, int n) { return (x << n) | (x >> (32 - n)); }

static uint32_t mix(int round, uint32_t x, uint32_t y, uint32_t z) {
  switch (round) {
  case 0: return x ^ y ^ z;
  case 1: return (x & y) | (~x & z);
  case 2: return (x | ~y) ^ z;
  case 3: return (x & z) | (y & ~z);
  default: return x ^ (y | ~z);
  }
}

static void line(int right, const uint32_t state[5], const uint32_t words[16], uint32_t out[5]) {
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (int i = 0; i < 80; i++) {
    int round = i / 16;
    uint32_t t = a + mix(right ? 4 - round : round, b, c, d) + words[WORD[right][i]] + CONSTANT[right][round];
    t = rotate(t, TURN[right][i]) + e;
    a = e;
    e = d;
    d = rotate(c, 10);
    c = b;
    b = t;
  }
  out[0] = a, out[1] = b, out[2] = c, out[3] = d, out[4] = e;
}

static void compress(uint32_t state[5], const uint8_t *block) {
  uint32_t words[16], left[5], right[5];
  for (int i = 0; i < 16; i++) {
    const uint8_t *p = block + 4 * i;
    words[i] = (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
  }
  line(0, state, words, left);
  line(1, state, words, right);
  uint32_t next[5];
  for (int i = 0; i < 5; i++) next[i] = state[(i + 1) % 5] + left[(i + 2) % 5] + right[(i + 3) % 5];
  memcpy(state, next, sizeof next);
}

void fil_ripemd160(const uint8_t *data, size_t length, uint8_t *out) {
  uint32_t state[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  uint64_t bits = (uint64_t)length * 8;
  for (; length >= 64; data += 64, length -= 64) compress(state, data);
  uint8_t last[128] = {0};
  if (length > 0) memcpy(last, data, length);
  last[length] = 0x80;
  size_t total = length < 56 ? 64 : 128;
  for (int i = 0; i < 8; i++) last[total - 8 + (size_t)i] = (uint8_t)(bits >> (8 * i));
  compress(state, last);
  if (total == 128) compress(state, last + 64);
  for (int i = 0; i < 20; i++) out[i] = (uint8_t)(state[i / 4] >> (8 * (i % 4)));
}
