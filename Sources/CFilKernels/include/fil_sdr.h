// Loops over the nodes of a stacked depth-robust graph: their parents, and their labels.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The number of base parents of a node.
#define FIL_SDR_BASE_PARENTS 6
/// The number of expander parents of a node.
#define FIL_SDR_EXPANDER_PARENTS 8
/// The number of all parents of a node.
#define FIL_SDR_PARENTS 14

/// The first 64 bytes of the key stream of ChaCha8 for `key`, nonce zero, from the block numbered `counter`.
void fil_chacha8_block(const uint8_t key[32], uint64_t counter, uint8_t out[64]);

/// As `fil_chacha8_block` with twenty rounds and a 96-bit nonce; the counter has 32 bits.
void fil_chacha20_block(const uint8_t key[32], uint32_t counter, const uint8_t nonce[12], uint8_t out[64]);

/// A permutation of 0 to count - 1 by a Feistel network of three rounds over `2 * half_bits` bits: `rounds[k]` lists
/// the round function with key k for each of the 2^half_bits inputs.
typedef struct {
  uint64_t count;
  unsigned half_bits;
  const uint32_t *rounds[3];
} fil_feistel;

/// Writes the 6 base parents of one node; `seed` and `own_slot` as for `fil_sdr_parents`.
void fil_sdr_base_parents(const uint8_t seed[28], unsigned own_slot, uint32_t node, uint32_t *out);

/// Writes the 14 parents of each of `count` nodes from `first` on: 6 base parents, then 8 expander parents.
/// `seed` starts the ChaCha8 keys, `own_slot` is the place of the node before among the base parents, and permuted
/// values are cut to `mask` before they are divided.
void fil_sdr_parents(const uint8_t seed[28], unsigned own_slot, const fil_feistel *feistel, uint64_t mask,
                     uint32_t first, size_t count, uint32_t *out);

/// Labels the nodes from `first` to `first + count` of a layer. `labels` is the whole layer and `previous` the whole
/// layer before, or null for the first; `parents` has 14 entries for each node from `first` on, all smaller than the
/// number of labels, the base parents of a node smaller than the node or zero.
void fil_sdr_label(const uint8_t replica_id[32], uint32_t layer, uint32_t first, size_t count,
                   const uint32_t *parents, const uint8_t *previous, uint8_t *labels);

/// The label of one node from the 37 labels (32 bytes each) of its parents, or none for node 0.
void fil_sdr_label_one(const uint8_t replica_id[32], uint32_t layer, uint64_t node, const uint8_t *parents,
                       size_t parent_count, uint8_t out[32]);
