// What the files of the field share.
#pragma once
#include "fil_fp.h"

/// The operations that have two forms. Wide sums and differences are kept below p * 2^384, sums that are lazy are not
/// reduced.
typedef struct {
  void (*mul)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*mul_wide)(fil_fp_wide *, const fil_fp *, const fil_fp *);
  void (*reduce)(fil_fp *, const fil_fp_wide *);
  void (*add_lazy)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*add)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*sub)(fil_fp *, const fil_fp *, const fil_fp *);
  void (*add_wide)(fil_fp_wide *, const fil_fp_wide *, const fil_fp_wide *);
  void (*sub_wide)(fil_fp_wide *, const fil_fp_wide *, const fil_fp_wide *);
} fil_fp_operations;

/// The operations by the code that `path` names.
const fil_fp_operations *fil_fp_chosen(fil_fp_path path);
