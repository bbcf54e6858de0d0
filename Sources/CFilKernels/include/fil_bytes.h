// Byte strings: order.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Orders byte strings by their bytes, the first one most significant, a prefix before what it begins:
/// below, equal to or above 0.
int fil_bytes_compare(const uint8_t *left, size_t left_count, const uint8_t *right, size_t right_count);
