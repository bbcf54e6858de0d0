#include "fil_grain.h"
#include <string.h>
#include "fil_fr.h"

// 80 bits, the oldest first, in a ring.
typedef struct {
  uint8_t bits[80];
  size_t first;
} grain;

static int step(grain *g) {
  static const size_t taps[6] = {0, 13, 23, 38, 51, 62};
  uint8_t bit = 0;
  for (int i = 0; i < 6; i++) bit ^= g->bits[(g->first + taps[i]) % 80];
  g->bits[g->first] = bit;
  g->first = (g->first + 1) % 80;
  return bit;
}

// The shrinking rule: of each pair of bits the second counts if the first is one.
static int draw_bit(grain *g) {
  while (!step(g)) step(g);
  return step(g);
}

static void append(grain *g, size_t *at, uint64_t value, int count) {
  for (int i = count - 1; i >= 0; i--) g->bits[(*at)++] = value >> i & 1;
}

static void start(grain *g, size_t width, size_t full_rounds, size_t partial_rounds) {
  size_t at = 0;
  memset(g, 0, sizeof *g);
  append(g, &at, 1, 2);  // A prime field.
  append(g, &at, 1, 4);  // The S-box is a power, x^5.
  append(g, &at, 255, 12);
  append(g, &at, width, 12);
  append(g, &at, full_rounds, 10);
  append(g, &at, partial_rounds, 10);
  append(g, &at, 0x3fffffff, 30);
  for (int i = 0; i < 160; i++) step(g);
}

void fil_grain_draw(uint64_t *out, size_t count, size_t width, size_t full_rounds, size_t partial_rounds) {
  grain g;
  start(&g, width, full_rounds, partial_rounds);
  for (size_t done = 0; done < count;) {
    uint8_t bytes[32] = {0};
    for (int i = 254; i >= 0; i--) bytes[i / 8] |= (uint8_t)(draw_bit(&g) << (i % 8));
    if (fil_fr_from_bytes(out + 4 * done, bytes)) done++;
  }
}
