#include "fil_bytes.h"

#include <string.h>

int fil_bytes_compare(const uint8_t *left, size_t left_count, const uint8_t *right, size_t right_count) {
  size_t shared = left_count < right_count ? left_count : right_count;
  int order = shared == 0 ? 0 : memcmp(left, right, shared);
  if (order != 0) return order;
  return (left_count > right_count) - (left_count < right_count);
}
