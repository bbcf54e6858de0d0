// Arithmetic modulo the 381-bit prime of BLS12-381 for x86-64 with BMI2 and ADX: two carry chains run side by side, one
// in CF (adcx) and one in OF (adox). Written here so that debug builds are as fast as release builds.
#if defined(__x86_64__)

#if defined(__APPLE__)
#define SYMBOL(name) _##name
.section __TEXT,__const
#else
#define SYMBOL(name) name
.section .rodata
#endif

.p2align 6
Lfil_fp_p:
    .quad 0xb9feffffffffaaab, 0x1eabfffeb153ffff, 0x6730d2a0f6b0f624
    .quad 0x64774b84f38512bf, 0x4b1ba7b6434bacd7, 0x1a0111ea397fe69a
Lfil_fp_n0:                        // -1 / p modulo 2^64
    .quad 0x89f3fffcfffcfffd

.text

.macro SAVE
    pushq %rbx
    pushq %rbp
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
.endm

.macro RESTORE
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbp
    popq %rbx
.endm

// One limb product added to two neighbouring limbs, low half by CF, high half by OF.
.macro MULADD source, low, high
    mulxq \source, %rax, %rbx
    adcxq %rax, \low
    adoxq %rbx, \high
.endm

// (t6..t0) += a * b[offset / 8]; a at rsi, b at rcx; t6 is zero before.
.macro MUL_ROW offset, t0, t1, t2, t3, t4, t5, t6
    movq \offset(%rcx), %rdx
    xorl %eax, %eax
    MULADD 0(%rsi), \t0, \t1
    MULADD 8(%rsi), \t1, \t2
    MULADD 16(%rsi), \t2, \t3
    MULADD 24(%rsi), \t3, \t4
    MULADD 32(%rsi), \t4, \t5
    MULADD 40(%rsi), \t5, \t6
    movl $0, %eax
    adcxq %rax, \t6
.endm

// Adds the multiple of p that clears t0; t0 becomes the zero above t6.
.macro REDUCE_ROW t0, t1, t2, t3, t4, t5, t6
    movq \t0, %rdx
    imulq Lfil_fp_n0(%rip), %rdx
    xorl %eax, %eax
    MULADD Lfil_fp_p+0(%rip), \t0, \t1
    MULADD Lfil_fp_p+8(%rip), \t1, \t2
    MULADD Lfil_fp_p+16(%rip), \t2, \t3
    MULADD Lfil_fp_p+24(%rip), \t3, \t4
    MULADD Lfil_fp_p+32(%rip), \t4, \t5
    MULADD Lfil_fp_p+40(%rip), \t5, \t6
    movl $0, %eax
    adcxq %rax, \t6
.endm

// Subtracts p from six limbs if they are not below it, and stores them at rdi. Uses rax, rbx, rcx, rdx, rsi, rbp.
.macro STORE_REDUCED t0, t1, t2, t3, t4, t5
    movq \t0, %rax
    movq \t1, %rbx
    movq \t2, %rcx
    movq \t3, %rdx
    movq \t4, %rsi
    movq \t5, %rbp
    subq Lfil_fp_p+0(%rip), %rax
    sbbq Lfil_fp_p+8(%rip), %rbx
    sbbq Lfil_fp_p+16(%rip), %rcx
    sbbq Lfil_fp_p+24(%rip), %rdx
    sbbq Lfil_fp_p+32(%rip), %rsi
    sbbq Lfil_fp_p+40(%rip), %rbp
    cmovcq \t0, %rax
    cmovcq \t1, %rbx
    cmovcq \t2, %rcx
    cmovcq \t3, %rdx
    cmovcq \t4, %rsi
    cmovcq \t5, %rbp
    movq %rax, 0(%rdi)
    movq %rbx, 8(%rdi)
    movq %rcx, 16(%rdi)
    movq %rdx, 24(%rdi)
    movq %rsi, 32(%rdi)
    movq %rbp, 40(%rdi)
.endm

.macro CLEAR_ACCUMULATOR
    xorl %r8d, %r8d
    xorl %r9d, %r9d
    xorl %r10d, %r10d
    xorl %r11d, %r11d
    xorl %r12d, %r12d
    xorl %r13d, %r13d
    xorl %r14d, %r14d
.endm

// void fil_fp_mul_adx(fil_fp *out, const fil_fp *a, const fil_fp *b): a * b / 2^384. One factor may be up to 2p.
.globl SYMBOL(fil_fp_mul_adx)
.p2align 5
SYMBOL(fil_fp_mul_adx):
    SAVE
    movq %rdx, %rcx
    CLEAR_ACCUMULATOR
    MUL_ROW 0, %r8, %r9, %r10, %r11, %r12, %r13, %r14
    REDUCE_ROW %r8, %r9, %r10, %r11, %r12, %r13, %r14
    MUL_ROW 8, %r9, %r10, %r11, %r12, %r13, %r14, %r8
    REDUCE_ROW %r9, %r10, %r11, %r12, %r13, %r14, %r8
    MUL_ROW 16, %r10, %r11, %r12, %r13, %r14, %r8, %r9
    REDUCE_ROW %r10, %r11, %r12, %r13, %r14, %r8, %r9
    MUL_ROW 24, %r11, %r12, %r13, %r14, %r8, %r9, %r10
    REDUCE_ROW %r11, %r12, %r13, %r14, %r8, %r9, %r10
    MUL_ROW 32, %r12, %r13, %r14, %r8, %r9, %r10, %r11
    REDUCE_ROW %r12, %r13, %r14, %r8, %r9, %r10, %r11
    MUL_ROW 40, %r13, %r14, %r8, %r9, %r10, %r11, %r12
    REDUCE_ROW %r13, %r14, %r8, %r9, %r10, %r11, %r12
    STORE_REDUCED %r14, %r8, %r9, %r10, %r11, %r12
    RESTORE
    retq

// Stores the finished lowest limb and makes its register the next zero.
.macro STORE_LIMB offset, register
    movq \register, \offset(%rdi)
    xorl %ebp, %ebp
    movq %rbp, \register
.endm

// void fil_fp_mul_wide_adx(fil_fp_wide *out, const fil_fp *a, const fil_fp *b): the whole product of 384-bit integers.
.globl SYMBOL(fil_fp_mul_wide_adx)
.p2align 5
SYMBOL(fil_fp_mul_wide_adx):
    SAVE
    movq %rdx, %rcx
    CLEAR_ACCUMULATOR
    MUL_ROW 0, %r8, %r9, %r10, %r11, %r12, %r13, %r14
    STORE_LIMB 0, %r8
    MUL_ROW 8, %r9, %r10, %r11, %r12, %r13, %r14, %r8
    STORE_LIMB 8, %r9
    MUL_ROW 16, %r10, %r11, %r12, %r13, %r14, %r8, %r9
    STORE_LIMB 16, %r10
    MUL_ROW 24, %r11, %r12, %r13, %r14, %r8, %r9, %r10
    STORE_LIMB 24, %r11
    MUL_ROW 32, %r12, %r13, %r14, %r8, %r9, %r10, %r11
    STORE_LIMB 32, %r12
    MUL_ROW 40, %r13, %r14, %r8, %r9, %r10, %r11, %r12
    movq %r13, 40(%rdi)
    movq %r14, 48(%rdi)
    movq %r8, 56(%rdi)
    movq %r9, 64(%rdi)
    movq %r10, 72(%rdi)
    movq %r11, 80(%rdi)
    movq %r12, 88(%rdi)
    RESTORE
    retq

// void fil_fp_reduce_adx(fil_fp *out, const fil_fp_wide *a): a / 2^384 modulo p, for a below p * 2^384.
.globl SYMBOL(fil_fp_reduce_adx)
.p2align 5
SYMBOL(fil_fp_reduce_adx):
    SAVE
    movq 0(%rsi), %r8
    movq 8(%rsi), %r9
    movq 16(%rsi), %r10
    movq 24(%rsi), %r11
    movq 32(%rsi), %r12
    movq 40(%rsi), %r13
    xorl %r14d, %r14d
    REDUCE_ROW %r8, %r9, %r10, %r11, %r12, %r13, %r14
    REDUCE_ROW %r9, %r10, %r11, %r12, %r13, %r14, %r8
    REDUCE_ROW %r10, %r11, %r12, %r13, %r14, %r8, %r9
    REDUCE_ROW %r11, %r12, %r13, %r14, %r8, %r9, %r10
    REDUCE_ROW %r12, %r13, %r14, %r8, %r9, %r10, %r11
    REDUCE_ROW %r13, %r14, %r8, %r9, %r10, %r11, %r12
    addq 48(%rsi), %r14
    adcq 56(%rsi), %r8
    adcq 64(%rsi), %r9
    adcq 72(%rsi), %r10
    adcq 80(%rsi), %r11
    adcq 88(%rsi), %r12
    STORE_REDUCED %r14, %r8, %r9, %r10, %r11, %r12
    RESTORE
    retq

.macro LOAD_SIX
    movq 0(%rsi), %r8
    movq 8(%rsi), %r9
    movq 16(%rsi), %r10
    movq 24(%rsi), %r11
    movq 32(%rsi), %r12
    movq 40(%rsi), %r13
.endm

.macro STORE_SIX
    movq %r8, 0(%rdi)
    movq %r9, 8(%rdi)
    movq %r10, 16(%rdi)
    movq %r11, 24(%rdi)
    movq %r12, 32(%rdi)
    movq %r13, 40(%rdi)
.endm

.macro ADD_SIX
    addq 0(%rdx), %r8
    adcq 8(%rdx), %r9
    adcq 16(%rdx), %r10
    adcq 24(%rdx), %r11
    adcq 32(%rdx), %r12
    adcq 40(%rdx), %r13
.endm

// void fil_fp_add_lazy_adx(fil_fp *out, const fil_fp *a, const fil_fp *b): a + b without reduction.
.globl SYMBOL(fil_fp_add_lazy_adx)
.p2align 5
SYMBOL(fil_fp_add_lazy_adx):
    pushq %r12
    pushq %r13
    LOAD_SIX
    ADD_SIX
    STORE_SIX
    popq %r13
    popq %r12
    retq

// void fil_fp_add_adx(fil_fp *out, const fil_fp *a, const fil_fp *b)
.globl SYMBOL(fil_fp_add_adx)
.p2align 5
SYMBOL(fil_fp_add_adx):
    pushq %rbx
    pushq %rbp
    pushq %r12
    pushq %r13
    LOAD_SIX
    ADD_SIX
    STORE_REDUCED %r8, %r9, %r10, %r11, %r12, %r13
    popq %r13
    popq %r12
    popq %rbp
    popq %rbx
    retq

// Adds p, masked by rax (all ones or zero), to the six limbs. Uses rcx, rdx, rsi.
.macro ADD_MASKED_P
    movq Lfil_fp_p+0(%rip), %rcx
    movq Lfil_fp_p+8(%rip), %rdx
    movq Lfil_fp_p+16(%rip), %rsi
    andq %rax, %rcx
    andq %rax, %rdx
    andq %rax, %rsi
    addq %rcx, %r8
    adcq %rdx, %r9
    adcq %rsi, %r10
    movq Lfil_fp_p+24(%rip), %rcx
    movq Lfil_fp_p+32(%rip), %rdx
    movq Lfil_fp_p+40(%rip), %rsi
    setc %bl
    andq %rax, %rcx
    andq %rax, %rdx
    andq %rax, %rsi
    addb $255, %bl
    adcq %rcx, %r11
    adcq %rdx, %r12
    adcq %rsi, %r13
.endm

// void fil_fp_sub_adx(fil_fp *out, const fil_fp *a, const fil_fp *b)
.globl SYMBOL(fil_fp_sub_adx)
.p2align 5
SYMBOL(fil_fp_sub_adx):
    pushq %rbx
    pushq %r12
    pushq %r13
    LOAD_SIX
    subq 0(%rdx), %r8
    sbbq 8(%rdx), %r9
    sbbq 16(%rdx), %r10
    sbbq 24(%rdx), %r11
    sbbq 32(%rdx), %r12
    sbbq 40(%rdx), %r13
    sbbq %rax, %rax
    ADD_MASKED_P
    STORE_SIX
    popq %r13
    popq %r12
    popq %rbx
    retq

// void fil_fp_sub_wide_adx(fil_fp_wide *out, const fil_fp_wide *a, const fil_fp_wide *b): a - b, plus p * 2^384 if that is
// negative.
.globl SYMBOL(fil_fp_sub_wide_adx)
.p2align 5
SYMBOL(fil_fp_sub_wide_adx):
    pushq %rbx
    pushq %r12
    pushq %r13
    LOAD_SIX
    subq 0(%rdx), %r8
    sbbq 8(%rdx), %r9
    sbbq 16(%rdx), %r10
    sbbq 24(%rdx), %r11
    sbbq 32(%rdx), %r12
    sbbq 40(%rdx), %r13
    STORE_SIX
    movq 48(%rsi), %r8
    movq 56(%rsi), %r9
    movq 64(%rsi), %r10
    movq 72(%rsi), %r11
    movq 80(%rsi), %r12
    movq 88(%rsi), %r13
    sbbq 48(%rdx), %r8
    sbbq 56(%rdx), %r9
    sbbq 64(%rdx), %r10
    sbbq 72(%rdx), %r11
    sbbq 80(%rdx), %r12
    sbbq 88(%rdx), %r13
    sbbq %rax, %rax
    leaq 48(%rdi), %rdi
    ADD_MASKED_P
    STORE_SIX
    popq %r13
    popq %r12
    popq %rbx
    retq

// int64_t fil_fp_divsteps_x86_64(int64_t delta, uint64_t f, uint64_t g, int64_t matrix[4]): 62 steps of the algorithm that
// fil_fp_inverse.c explains, on the low limbs of f and g. Plain x86-64.
.globl SYMBOL(fil_fp_divsteps_x86_64)
.p2align 5
SYMBOL(fil_fp_divsteps_x86_64):
    SAVE
    movl $1, %r8d                  // u
    xorl %r9d, %r9d                // v
    xorl %r10d, %r10d              // q
    movl $1, %r11d                 // r
    movl $62, %r12d
.p2align 4
1:
    movq %rdx, %r13
    andl $1, %r13d
    negq %r13                      // all ones if g is odd
    xorl %eax, %eax
    cmpq $0, %rdi
    cmovgq %r13, %rax              // all ones if g is odd and delta positive: swap
    // (f, g) = (g, -f), likewise (u, q) and (v, r), if swapping.
    movq %rsi, %rbx
    xorq %rdx, %rbx
    andq %rax, %rbx
    xorq %rbx, %rsi
    xorq %rbx, %rdx
    xorq %rax, %rdx
    subq %rax, %rdx
    movq %r8, %rbx
    xorq %r10, %rbx
    andq %rax, %rbx
    xorq %rbx, %r8
    xorq %rbx, %r10
    xorq %rax, %r10
    subq %rax, %r10
    movq %r9, %rbp
    xorq %r11, %rbp
    andq %rax, %rbp
    xorq %rbp, %r9
    xorq %rbp, %r11
    xorq %rax, %r11
    subq %rax, %r11
    xorq %rax, %rdi
    subq %rax, %rdi
    incq %rdi
    // Add the first row to the second if g is odd, and halve.
    movq %rsi, %rbx
    andq %r13, %rbx
    addq %rbx, %rdx
    movq %r8, %rbx
    andq %r13, %rbx
    addq %rbx, %r10
    andq %r9, %r13
    addq %r13, %r11
    shrq $1, %rdx
    addq %r8, %r8
    addq %r9, %r9
    decl %r12d
    jnz 1b
    movq %rdi, %rax
    movq %r8, 0(%rcx)
    movq %r9, 8(%rcx)
    movq %r10, 16(%rcx)
    movq %r11, 24(%rcx)
    RESTORE
    retq

#endif

#if defined(__linux__) && defined(__ELF__)
.section .note.GNU-stack,"",%progbits
#endif
