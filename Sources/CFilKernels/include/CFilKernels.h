// Kernels: loops over lanes or limbs, a whole hash or permutation at most. No protocol logic lives here.
#pragma once
#include "fil_bytes.h"
#include "fil_clock.h"
#include "fil_fp.h"
#include "fil_fr.h"
#include "fil_fr32.h"
#include "fil_grain.h"
#include "fil_keccak.h"
#include "fil_poseidon.h"
#include "fil_ripemd160.h"
#include "fil_sdr.h"
#include "fil_sha256.h"
