// The wall clock, whose structure in C is not the same type in all of Swift's overlays.
#pragma once
#include <stdint.h>

/// Nanoseconds since 1970 as UTC counts them; 0 if the machine has no clock.
int64_t fil_clock_nanoseconds(void);
