#include "fil_keccak.h"
#include <string.h>

static const uint64_t ROUND[24] = {
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b,
    0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088,
    0x0000000080008009, 0x000000008000000a, 0x000000008000808b, 0x800000000000008b, 0x8000000000008089,
    0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};

// The lanes in the order in which rho and pi visit them, and by how much each is rotated.
static const uint8_t LANE[24] = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
static const uint8_t TURN[24] = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};

static inline uint64_t rotate(uint64_t x, int n) { return (x << n) | (x >> (64 - n)); }

void fil_keccak_f1600(uint64_t s[25]) {
  for (int round = 0; round < 24; round++) {
    uint64_t parity[5];
    for (int x = 0; x < 5; x++) parity[x] = s[x] ^ s[x + 5] ^ s[x + 10] ^ s[x + 15] ^ s[x + 20];
    for (int x = 0; x < 5; x++) {
      uint64_t d = parity[(x + 4) % 5] ^ rotate(parity[(x + 1) % 5], 1);
      for (int y = 0; y < 25; y += 5) s[x + y] ^= d;
    }
    uint64_t lane = s[1];
    for (int i = 0; i < 24; i++) {
      uint64_t next = s[LANE[i]];
      s[LANE[i]] = rotate(lane, TURN[i]);
      lane = next;
    }
    for (int y = 0; y < 25; y += 5) {
      uint64_t row[5];
      memcpy(row, s + y, sizeof row);
      for (int x = 0; x < 5; x++) s[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    s[0] ^= ROUND[round];
  }
}

enum { RATE = 136 };

static void absorb(uint64_t state[25], const uint8_t *block) {
  for (int i = 0; i < RATE / 8; i++) {
    uint64_t lane = 0;
    for (int j = 0; j < 8; j++) lane |= (uint64_t)block[8 * i + j] << (8 * j);
    state[i] ^= lane;
  }
  fil_keccak_f1600(state);
}

void fil_keccak256(const uint8_t *data, size_t length, uint8_t *out) {
  uint64_t state[25] = {0};
  for (; length >= RATE; data += RATE, length -= RATE) absorb(state, data);
  uint8_t last[RATE] = {0};
  if (length > 0) memcpy(last, data, length);
  last[length] = 0x01;
  last[RATE - 1] |= 0x80;
  absorb(state, last);
  for (int i = 0; i < 32; i++) out[i] = (uint8_t)(state[i / 8] >> (8 * (i % 8)));
}
