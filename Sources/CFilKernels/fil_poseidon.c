#include "fil_poseidon.h"
#include <string.h>
#include "fil_fr.h"
#include "fil_poseidon_lanes.h"

// x = x^5 + constant.
static void power5(uint64_t x[4], const uint64_t *constant) {
  uint64_t y[4];
  fil_fr_mul(y, x, x);
  fil_fr_mul(y, y, y);
  fil_fr_mul(x, x, y);
  if (constant) fil_fr_add(x, x, constant);
}

static void dot(uint64_t out[4], const uint64_t *a, const uint64_t *b, size_t count) {
  uint64_t sum[4] = {0}, term[4];
  for (size_t i = 0; i < count; i++) {
    fil_fr_mul(term, a + 4 * i, b + 4 * i);
    fil_fr_add(sum, sum, term);
  }
  memcpy(out, sum, sizeof sum);
}

// The S-box on every element, then the matrix.
static void full_round(size_t width, uint64_t *state, const uint64_t *constants, const uint64_t *matrix) {
  uint64_t old[4 * FIL_POSEIDON_MAX_WIDTH];
  for (size_t i = 0; i < width; i++) power5(state + 4 * i, constants ? constants + 4 * i : NULL);
  memcpy(old, state, 32 * width);
  for (size_t i = 0; i < width; i++) dot(state + 4 * i, old, matrix + 4 * width * i, width);
}

// The S-box on the first element, then a sparse matrix.
static void partial_round(size_t width, uint64_t *state, const uint64_t *constant, const uint64_t *sparse) {
  uint64_t first[4], term[4];
  power5(state, constant);
  memcpy(first, state, sizeof first);
  dot(state, state, sparse, width);
  for (size_t i = 1; i < width; i++) {
    fil_fr_mul(term, first, sparse + 4 * (width + i - 1));
    fil_fr_add(state + 4 * i, state + 4 * i, term);
  }
}

void fil_poseidon_permute(const fil_poseidon *instance, uint64_t *state) {
  size_t width = instance->width, half = instance->full_rounds / 2, partial = instance->partial_rounds;
  const uint64_t *constants = instance->constants;
  const uint64_t *matrix = constants + 4 * (width * instance->full_rounds + partial);
  const uint64_t *last_before = matrix + 4 * width * width;
  const uint64_t *sparse = last_before + 4 * width * width;
  for (size_t i = 0; i < width; i++) fil_fr_add(state + 4 * i, state + 4 * i, constants + 4 * i);
  constants += 4 * width;
  for (size_t i = 0; i < half; i++, constants += 4 * width)
    full_round(width, state, constants, i + 1 < half ? matrix : last_before);
  for (size_t i = 0; i < partial; i++, constants += 4, sparse += 4 * (2 * width - 1))
    partial_round(width, state, constants, sparse);
  for (size_t i = 0; i < half; i++, constants += 4 * width)
    full_round(width, state, i + 1 < half ? constants : NULL, matrix);
}

static int hash_one(const fil_poseidon *instance, const uint8_t *const *inputs, size_t offset, uint8_t *out) {
  uint64_t state[4 * FIL_POSEIDON_MAX_WIDTH];
  memcpy(state, instance->tag, 32);
  for (size_t j = 1; j < instance->width; j++) {
    if (!fil_fr_from_bytes(state + 4 * j, inputs[j - 1] + offset)) return 0;
  }
  fil_poseidon_permute(instance, state);
  fil_fr_to_bytes(out, state + 4);
  return 1;
}

static int all_canonical(const fil_poseidon *instance, const uint8_t *const *inputs, size_t stride, size_t first) {
  uint64_t ignored[4];
  for (size_t i = first; i < first + FIL_POSEIDON_LANES; i++) {
    for (size_t j = 0; j + 1 < instance->width; j++) {
      if (!fil_fr_from_bytes(ignored, inputs[j] + i * stride)) return 0;
    }
  }
  return 1;
}

int fil_poseidon_has(fil_poseidon_path path) { return path != FIL_POSEIDON_IFMA || fil_poseidon_lanes_available(); }

size_t fil_poseidon_hash(const fil_poseidon *instance, const uint8_t *const *inputs, size_t stride, size_t count,
                         uint8_t *out, fil_poseidon_path path) {
  size_t done = 0;
  if (path != FIL_POSEIDON_SCALAR && fil_poseidon_lanes_available()) {
    const uint8_t *shifted[FIL_POSEIDON_MAX_WIDTH];
    for (; count - done >= FIL_POSEIDON_LANES; done += FIL_POSEIDON_LANES) {
      if (!all_canonical(instance, inputs, stride, done)) break;
      for (size_t j = 0; j + 1 < instance->width; j++) shifted[j] = inputs[j] + done * stride;
      fil_poseidon_lanes_hash(instance, shifted, stride, out + 32 * done);
    }
  }
  for (; done < count; done++) {
    if (!hash_one(instance, inputs, done * stride, out + 32 * done)) return done;
  }
  return count;
}
