// Kernels: loops over lanes or limbs, a whole hash or permutation at most. No protocol logic lives here.
#pragma once
#include "fil_bytes.h"
#include "fil_fp.h"
#include "fil_keccak.h"
#include "fil_ripemd160.h"
#include "fil_sha256.h"
