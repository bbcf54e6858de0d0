// The tower above the quadratic extension, where pairings are computed. Products of the cubic extension are added up
// before they are reduced: six reductions of integers of 768 bits instead of twelve.
#include "fil_fp_operations.h"

/// An element of the quadratic extension that is not reduced yet; both parts are below p * 2^384.
typedef struct {
  fil_fp_wide c0, c1;
} wide2;

static void mul_wide(wide2 *out, const fil_fp2 *a, const fil_fp2 *b, const fil_fp_operations *o) {
  fil_fp s, t;
  fil_fp_wide high;
  o->add_lazy(&s, &a->c0, &a->c1);
  o->add_lazy(&t, &b->c0, &b->c1);
  o->mul_wide(&out->c1, &s, &t);
  o->mul_wide(&out->c0, &a->c0, &b->c0);
  o->mul_wide(&high, &a->c1, &b->c1);
  o->sub_wide(&out->c1, &out->c1, &out->c0);
  o->sub_wide(&out->c1, &out->c1, &high);
  o->sub_wide(&out->c0, &out->c0, &high);
}

static void add_wide(wide2 *out, const wide2 *a, const wide2 *b, const fil_fp_operations *o) {
  o->add_wide(&out->c0, &a->c0, &b->c0);
  o->add_wide(&out->c1, &a->c1, &b->c1);
}

static void sub_wide(wide2 *out, const wide2 *a, const wide2 *b, const fil_fp_operations *o) {
  o->sub_wide(&out->c0, &a->c0, &b->c0);
  o->sub_wide(&out->c1, &a->c1, &b->c1);
}

/// Times 1 + u.
static void times_nonresidue_wide(wide2 *out, const wide2 *a, const fil_fp_operations *o) {
  fil_fp_wide difference;
  o->sub_wide(&difference, &a->c0, &a->c1);
  o->add_wide(&out->c1, &a->c0, &a->c1);
  out->c0 = difference;
}

static void reduce(fil_fp2 *out, const wide2 *a, const fil_fp_operations *o) {
  o->reduce(&out->c0, &a->c0);
  o->reduce(&out->c1, &a->c1);
}

/// (a + c)(b + d) - ab - cd, which is ad + bc, from the products ab and cd.
static void cross(wide2 *out, const fil_fp2 *a, const fil_fp2 *c, const fil_fp2 *b, const fil_fp2 *d,
                  const wide2 *ab, const wide2 *cd, const fil_fp_operations *o) {
  fil_fp2 s, t;
  fil_fp2_add(&s, a, c);
  fil_fp2_add(&t, b, d);
  mul_wide(out, &s, &t, o);
  sub_wide(out, out, ab, o);
  sub_wide(out, out, cd, o);
}

static void fp6_mul(fil_fp6 *out, const fil_fp6 *a, const fil_fp6 *b, const fil_fp_operations *o) {
  wide2 v0, v1, v2, t, twisted;
  fil_fp6 r;
  mul_wide(&v0, &a->c0, &b->c0, o);
  mul_wide(&v1, &a->c1, &b->c1, o);
  mul_wide(&v2, &a->c2, &b->c2, o);
  cross(&t, &a->c1, &a->c2, &b->c1, &b->c2, &v1, &v2, o);
  times_nonresidue_wide(&t, &t, o);
  add_wide(&t, &t, &v0, o);
  reduce(&r.c0, &t, o);
  cross(&t, &a->c0, &a->c1, &b->c0, &b->c1, &v0, &v1, o);
  times_nonresidue_wide(&twisted, &v2, o);
  add_wide(&t, &t, &twisted, o);
  reduce(&r.c1, &t, o);
  cross(&t, &a->c0, &a->c2, &b->c0, &b->c2, &v0, &v2, o);
  add_wide(&t, &t, &v1, o);
  reduce(&r.c2, &t, o);
  *out = r;
}

void fil_fp6_mul_path(fil_fp6 *out, const fil_fp6 *a, const fil_fp6 *b, fil_fp_path path) {
  fp6_mul(out, a, b, fil_fp_chosen(path));
}

void fil_fp6_mul(fil_fp6 *out, const fil_fp6 *a, const fil_fp6 *b) { fp6_mul(out, a, b, fil_fp_chosen(FIL_FP_BEST)); }

static void times_nonresidue(fil_fp2 *out, const fil_fp2 *a) {
  fil_fp difference;
  fil_fp_sub(&difference, &a->c0, &a->c1);
  fil_fp_add(&out->c1, &a->c0, &a->c1);
  out->c0 = difference;
}

/// (a + b s)^2 with s^2 = 1 + u, as *c0 + *c1 s.
static void fp4_sqr(fil_fp2 *c0, fil_fp2 *c1, const fil_fp2 *a, const fil_fp2 *b) {
  fil_fp2 aa, bb, sum;
  fil_fp2_sqr(&aa, a);
  fil_fp2_sqr(&bb, b);
  fil_fp2_add(&sum, a, b);
  fil_fp2_sqr(c1, &sum);
  fil_fp2_sub(c1, c1, &aa);
  fil_fp2_sub(c1, c1, &bb);
  times_nonresidue(&bb, &bb);
  fil_fp2_add(c0, &aa, &bb);
}

/// 3 t - 2 a.
static void triple_less(fil_fp2 *out, const fil_fp2 *t, const fil_fp2 *a) {
  fil_fp2 d;
  fil_fp2_sub(&d, t, a);
  fil_fp2_add(&d, &d, &d);
  fil_fp2_add(out, &d, t);
}

/// 3 t + 2 a.
static void triple_more(fil_fp2 *out, const fil_fp2 *t, const fil_fp2 *a) {
  fil_fp2 s;
  fil_fp2_add(&s, t, a);
  fil_fp2_add(&s, &s, &s);
  fil_fp2_add(out, &s, t);
}

void fil_fp12_cyclotomic_sqr(fil_fp12 *out, const fil_fp12 *a) {
  fil_fp2 even[3], odd[3];
  fp4_sqr(&even[0], &odd[0], &a->c0.c0, &a->c1.c1);
  fp4_sqr(&even[1], &odd[1], &a->c1.c0, &a->c0.c2);
  fp4_sqr(&even[2], &odd[2], &a->c0.c1, &a->c1.c2);
  times_nonresidue(&odd[2], &odd[2]);
  triple_less(&out->c0.c0, &even[0], &a->c0.c0);
  triple_less(&out->c0.c1, &even[1], &a->c0.c1);
  triple_less(&out->c0.c2, &even[2], &a->c0.c2);
  triple_more(&out->c1.c0, &odd[2], &a->c1.c0);
  triple_more(&out->c1.c1, &odd[0], &a->c1.c1);
  triple_more(&out->c1.c2, &odd[1], &a->c1.c2);
}
