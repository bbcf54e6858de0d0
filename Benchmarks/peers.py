"""Times others at the same work in the same run, and prints how much faster we are.

usage: peers.py BENCHMARKS [--quick]; BENCHMARKS is the built program. Each line `ratio NAME X` says that ours does X times
as much in the same time as the peer named before it. Rounds of both alternate; the least time of each counts.
"""
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time

import cbor2
import lmdb

PROGRAM = sys.argv[1]
QUICK = "--quick" in sys.argv
ROUNDS = 2 if QUICK else 5


def ours(suite, name):
    """The time of one run of ours, in nanoseconds."""
    arguments = [PROGRAM, suite, "--only", name, "--json"] + (["--quick"] if QUICK else [])
    lines = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(lines) == 1, f"no benchmark '{name}' in {suite}"
    return json.loads(lines[0])["minimum"]


def theirs(run):
    """The time of one run of a peer, in nanoseconds."""
    runs, spent = 1, 0
    while spent < (5e6 if QUICK else 1e8):
        start = time.perf_counter_ns()
        for _ in range(runs):
            run()
        spent = time.perf_counter_ns() - start
        runs *= 2
    return spent / (runs // 2)


def compare(suite, name, peer, run):
    ours_ns, theirs_ns = float("inf"), float("inf")
    for _ in range(ROUNDS):
        ours_ns = min(ours_ns, ours(suite, name))
        theirs_ns = min(theirs_ns, theirs(run))
    print(f"{name}: {ours_ns / 1e3:.3f} us; {peer}: {theirs_ns / 1e3:.3f} us")
    print(f"ratio {name} {theirs_ns / ours_ns:.2f}", flush=True)


def values(folder):
    """The samples of the typed codecs, as cbor2 reads them."""
    subprocess.run([PROGRAM, "--samples", folder], check=True)
    for name, file in (("message", "message.cbor"), ("block header", "header.cbor")):
        with open(os.path.join(folder, file), "rb") as stream:
            yield name, stream.read()


def codec(folder):
    for name, form in values(folder):
        value = cbor2.loads(form)
        assert cbor2.dumps(value) == form
        compare("codec", f"{name}: decode", "cbor2.loads", lambda: cbor2.loads(form))
        compare("codec", f"{name}: encode", "cbor2.dumps", lambda: cbor2.dumps(value))
    block = bytes(range(256)) * 4096
    compare("codec", "BLAKE2b-256, 1 MiB", "hashlib.blake2b", lambda: hashlib.blake2b(block, digest_size=32).digest())
    compare("codec", "SHA-256, 1 MiB", "hashlib.sha256", lambda: hashlib.sha256(block).digest())


def stores(folder):
    environment = lmdb.open(os.path.join(folder, "lmdb"), map_size=1 << 30)
    pairs = [(b"\x01q\xa0\xe4\x02 " + hashlib.blake2b(bytes([i & 255, i >> 8])).digest()[:32], bytes(300)) for i in range(1000)]

    def put():
        with environment.begin(write=True) as transaction:
            for key, value in pairs:
                transaction.put(key, value)

    def get():
        with environment.begin() as transaction:
            for key, _ in pairs:
                transaction.get(key)

    put()
    compare("stores", "LMDB: get 1,000 blocks", "lmdb, one transaction", get)
    fresh = iter(range(1 << 40))

    def put_fresh():
        number = next(fresh).to_bytes(8, "big")
        with environment.begin(write=True) as transaction:
            for key, value in pairs:
                transaction.put(key[:30] + number, value)

    compare("stores", "LMDB: put 1,000 new blocks, durable", "lmdb, one transaction", put_fresh)


with tempfile.TemporaryDirectory() as scratch:
    codec(scratch)
    # stores(scratch)
