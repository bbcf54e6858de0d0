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


def compare(suite, name, peer, run, label=None):
    label = label or name
    ours_ns, theirs_ns = float("inf"), float("inf")
    for _ in range(ROUNDS):
        ours_ns = min(ours_ns, ours(suite, name))
        theirs_ns = min(theirs_ns, theirs(run))
    print(f"{label}: {ours_ns / 1e3:.3f} us; {peer}: {theirs_ns / 1e3:.3f} us")
    print(f"ratio {label} {theirs_ns / ours_ns:.2f}", flush=True)


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
    def opened(name):
        return lmdb.open(os.path.join(folder, name), map_size=1 << 30)

    def batch():
        return [(b"\x01q\xa0\xe4\x02 " + os.urandom(32), os.urandom(303)) for _ in range(1000)]

    def put(environment, pairs):
        with environment.begin(write=True) as transaction:
            for key, value in pairs:
                transaction.put(key, value)

    environment, pairs = opened("read"), batch()
    put(environment, pairs)

    def get():
        with environment.begin() as transaction:
            for key, _ in pairs:
                transaction.get(key)

    def get_each():
        for key, _ in pairs:
            with environment.begin() as transaction:
                transaction.get(key)

    # A get of ours sees the newest state, so it has a transaction of its own.
    compare("stores", "LMDB: get 1,000 blocks", "lmdb, a transaction each", get_each)
    compare("stores", "LMDB: get 1,000 blocks", "lmdb, one transaction", get, "LMDB: get 1,000 blocks (one transaction)")
    # A store of 1,000 to 64,000 blocks, as ours.
    batches, state = [batch() for _ in range(64)], {"next": 64, "name": 0}

    def put_fresh():
        if state["next"] == len(batches):
            state.update(next=0, name=state["name"] + 1)
            state["environment"] = opened(f"written-{state['name']}")
        put(state["environment"], batches[state["next"]])
        state["next"] += 1

    compare("stores", "LMDB: durable put of 1,000 new blocks", "lmdb, one transaction", put_fresh)
    blocks = [os.urandom(2003) for _ in range(8000)]

    def hash_all():
        for block in blocks:
            hashlib.blake2b(block, digest_size=32).digest()

    compare("stores", "CAR: read, every block verified", "hashlib.blake2b of the blocks", hash_all)


with tempfile.TemporaryDirectory() as scratch:
    codec(scratch)
    stores(scratch)
