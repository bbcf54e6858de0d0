#include "fil_fr32.h"
#include <string.h>

#define RAW_BLOCK 127
#define PADDED_BLOCK 128
#define TOP_MASK 0x3fffffffffffffffULL

static inline uint64_t little(uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(word);
#else
  return word;
#endif
}

static inline uint64_t load(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return little(word);
}

static inline void store(uint8_t *p, uint64_t word) {
  word = little(word);
  memcpy(p, &word, 8);
}

// 127 bytes to 128. Element e starts at bit 254 e: at byte 32 e - 1 (0 for the first), shifted by 8 - 2 e.
static void pad_block(const uint8_t raw[RAW_BLOCK], uint8_t out[PADDED_BLOCK]) {
  uint8_t wide[PADDED_BLOCK + 8] = {0};
  memcpy(wide, raw, RAW_BLOCK);
  for (int i = 0; i < 4; i++) store(out + 8 * i, load(wide + 8 * i));
  for (int e = 1; e < 4; e++) {
    int shift = 8 - 2 * e;
    for (int i = 0; i < 4; i++) {
      const uint8_t *p = wide + 32 * e - 1 + 8 * i;
      store(out + 32 * e + 8 * i, load(p) >> shift | (uint64_t)p[8] << (64 - shift));
    }
  }
  for (int e = 0; e < 4; e++) out[32 * e + 31] &= 0x3f;
}

// 128 bytes to 127.
static void unpad_block(const uint8_t padded[PADDED_BLOCK], uint8_t out[RAW_BLOCK]) {
  uint8_t wide[PADDED_BLOCK];
  unsigned __int128 bits = 0;
  int held = 0, written = 0;
  for (int i = 0; i < 16; i++) {
    int count = i % 4 == 3 ? 62 : 64;
    uint64_t word = load(padded + 8 * i);
    bits |= (unsigned __int128)(count == 62 ? word & TOP_MASK : word) << held;
    held += count;
    if (held < 64) continue;
    store(wide + written, (uint64_t)bits);
    written += 8;
    bits >>= 64;
    held -= 64;
  }
  store(wide + written, (uint64_t)bits);
  memcpy(out, wide, RAW_BLOCK);
}

void fil_fr32_pad(const uint8_t *raw, size_t length, uint8_t *out) {
  for (; length >= RAW_BLOCK; length -= RAW_BLOCK, raw += RAW_BLOCK, out += PADDED_BLOCK) pad_block(raw, out);
  if (length == 0) return;
  uint8_t last[RAW_BLOCK] = {0}, padded[PADDED_BLOCK];
  memcpy(last, raw, length);
  pad_block(last, padded);
  memcpy(out, padded, (8 * length + 253) / 254 * 32);
}

// Reads one raw byte; it may lie across two elements.
static uint8_t raw_byte(const uint8_t *padded, size_t index) {
  size_t element = 8 * index / 254, bit = 8 * index % 254;
  const uint8_t *p = padded + 32 * element + bit / 8;
  unsigned shift = bit % 8;
  unsigned low = (unsigned)p[0] >> shift;
  if (bit + 8 <= 254) return (uint8_t)(shift == 0 ? low : low | (unsigned)p[1] << (8 - shift));
  unsigned have = 254 - (unsigned)bit;
  return (uint8_t)((low & ((1u << have) - 1)) | (unsigned)padded[32 * (element + 1)] << have);
}

void fil_fr32_unpad(const uint8_t *padded, size_t offset, size_t length, uint8_t *out) {
  for (; length > 0 && offset % RAW_BLOCK != 0; length--) *out++ = raw_byte(padded, offset++);
  for (; length >= RAW_BLOCK; length -= RAW_BLOCK, offset += RAW_BLOCK, out += RAW_BLOCK)
    unpad_block(padded + offset / RAW_BLOCK * PADDED_BLOCK, out);
  for (; length > 0; length--) *out++ = raw_byte(padded, offset++);
}
