// The Poseidon permutation over the scalar field of BLS12-381 (see fil_fr.h) in its optimised schedule, and the hash
// built on it: the state starts as a domain tag followed by the preimage, the digest is its second element.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Which code a call runs; `FIL_POSEIDON_BEST` picks what the processor has.
typedef enum { FIL_POSEIDON_BEST = 0, FIL_POSEIDON_SCALAR = 1, FIL_POSEIDON_IFMA = 2 } fil_poseidon_path;

/// The most elements that a state may have.
#define FIL_POSEIDON_MAX_WIDTH 37

/// One instance of Poseidon. `constants` are elements (four words each in Montgomery form), one after another:
/// 1. the compressed round constants: `width` for each full round, with one for each partial round in the middle;
/// 2. the matrix of full rounds, column by column;
/// 3. the matrix that the last full round before the partial ones uses instead, column by column;
/// 4. for each partial round a sparse matrix: its first column, then its first row without the first entry.
/// `lanes` are the same elements as `fil_poseidon_lane_constants` writes them.
typedef struct {
  size_t width, full_rounds, partial_rounds;
  uint64_t tag[4];
  const uint64_t *constants;
  const uint64_t *lanes;
} fil_poseidon;

/// Whether `path` can run on this processor.
int fil_poseidon_has(fil_poseidon_path path);

/// Converts `count` elements of four words to the form of the lanes: five words of 52 bits each.
void fil_poseidon_lane_constants(uint64_t *out, const uint64_t *elements, size_t count);

/// Runs the permutation over `width` elements in place.
void fil_poseidon_permute(const fil_poseidon *instance, uint64_t *state);

/// Hashes `count` preimages of `width - 1` elements, 32 canonical bytes each, to `count` digests at `out`.
/// Element `j` of preimage `i` is at `inputs[j] + i * stride`. Returns how many were done: fewer than `count` if an
/// element is not below the prime.
size_t fil_poseidon_hash(const fil_poseidon *instance, const uint8_t *const *inputs, size_t stride, size_t count,
                         uint8_t *out, fil_poseidon_path path);
