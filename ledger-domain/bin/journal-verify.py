#!/usr/bin/env python3
"""A second verifier of a Daybook journal, written from docs/journal-format.md alone.

It shares no line with daybook-audit and needs nothing but Python's standard library:

    journal-verify.py EXPORT_FOLDER

It makes the checks V1, V2, V3, V5, V6, V9, V10, V11, V12, V13 and V22, prints one line for each
finding and for each check, and exits with 0 verified, 1 tampering, 2 incomplete, 3 wrong usage.
Signatures by Ed25519 (RFC 8032) and ML-DSA-44 (FIPS 204) are verified by code in this file, Ed25519
ones by the openssl command as well where there is one. Where the log's keys were changed, it says
that it did not verify signatures.
"""

import base64
import binascii
import hashlib
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile

ZERO = bytes(32)
CHECKS = ["V1", "V2", "V3", "V5", "V6", "V9", "V10", "V11", "V12", "V13", "V22"]


class Malformed(Exception):
    """The bytes do not follow the format."""


class Missing(Exception):
    """A file is not there, or is no regular file inside the export."""


def sha256(data):
    return hashlib.sha256(data).digest()


# --- Files -----------------------------------------------------------------------------------


def read(root, name, limit):
    """Reads a regular file inside the export; never follows a link."""
    path = root
    for part in name.split("/"):
        path = os.path.join(path, part)
        try:
            mode = os.lstat(path).st_mode
        except OSError:
            raise Missing(name)
        if stat.S_ISLNK(mode):
            raise Missing(name + " (a link)")
    if not stat.S_ISREG(mode):
        raise Missing(name + " (no regular file)")
    with open(path, "rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Malformed(name + " is longer than " + str(limit) + " bytes")
    return data


def numbered(index, width):
    text = "%03d" % (index % 1000)
    index //= 1000
    while index > 0:
        text = "x%03d/%s" % (index % 1000, text)
        index //= 1000
    return text if width == 256 else "%s.p/%d" % (text, width)


def widths(count):
    """Numbers and widths of the tiles or bundles that hold `count` things."""
    for index in range((count + 255) // 256):
        yield index, min(256, count - 256 * index)


# --- Text ------------------------------------------------------------------------------------


def utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("not UTF-8")


def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("not base 64")
    if base64.b64encode(data).decode() != text:
        raise Malformed("base 64 is not canonical")
    return data


def key_name(name):
    if not 1 <= len(name.encode("utf-8")) <= 255 or "+" in name:
        raise Malformed("no key name: " + repr(name))
    if any(c.isspace() or ord(c) < 32 or ord(c) == 127 for c in name):
        raise Malformed("no key name: " + repr(name))
    return name


class Key:
    """A verifier key: name+id+base64(type, public key)."""

    LENGTHS = {1: 32, 6: 1312}

    def __init__(self, vkey):
        parts = vkey.split("+", 2)
        if len(parts) != 3 or not re.fullmatch("[0-9a-f]{8}", parts[1]):
            raise Malformed("no vkey: " + vkey)
        data = unbase64(parts[2])
        self.name = key_name(parts[0])
        self.type = data[0] if data else 0
        self.public = data[1:]
        if self.LENGTHS.get(self.type) != len(self.public):
            raise Malformed("no key of a known algorithm: " + vkey)
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        if self.id.hex() != parts[1]:
            raise Malformed("key id " + parts[1] + " is not that of the key")

    def __str__(self):
        return "%s+%s" % (self.name, self.id.hex())

    def verify(self, checkpoint, signature):
        if self.type == 1:
            return verify_ed25519(self.public, checkpoint.body.encode(), signature)
        if len(signature) != 8 + 2420 or signature[0] >= 128:
            return False
        origin, name = checkpoint.origin.encode(), self.name.encode()
        message = b"subtree/v1\n\0" + bytes([len(name)]) + name + signature[:8]
        message += bytes([len(origin)]) + origin + bytes(8)
        message += checkpoint.size.to_bytes(8, "big") + checkpoint.root
        return verify_ml_dsa_44(self.public, message, signature[8:])


class Checkpoint:
    def __init__(self, body):
        lines = body.split("\n")
        if len(lines) != 4 or lines[3] or not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]):
            raise Malformed("a checkpoint has three lines")
        self.body = body
        self.origin = key_name(lines[0])
        self.size = int(lines[1])
        self.root = unbase64(lines[2])
        if len(self.root) != 32 or self.size >= 1 << 63:
            raise Malformed("size or root hash out of range")


class Note:
    def __init__(self, data):
        text = utf8(data)
        split = text.rfind("\n\n")
        if split < 0 or not text.endswith("\n"):
            raise Malformed("a note is text, an empty line and signatures")
        self.text = text[: split + 1]
        if any(ord(c) < 32 and c != "\n" for c in self.text):
            raise Malformed("controls in a note")
        self.signatures = []
        for line in text[split + 2 : -1].split("\n"):
            match = re.fullmatch("\u2014 ([^ ]+) ([^ ]+)", line)
            if not match:
                raise Malformed("no signature line: " + line[:80])
            data = unbase64(match.group(2))
            if len(data) < 5:
                raise Malformed("a signature is too short")
            self.signatures.append((key_name(match.group(1)), data[:4], data[4:]))

    def unsigned_by(self, keys, checkpoint):
        """Returns the keys that did not validly sign; every line by a key must be valid."""
        missing = []
        for key in keys:
            lines = [s for n, i, s in self.signatures if n == key.name and i == key.id]
            if not lines or not all(key.verify(checkpoint, line) for line in lines):
                missing.append(key)
        return missing


# --- CBOR ------------------------------------------------------------------------------------


class Cbor:
    """Strict reader of the few types that occur, each in its one encoding."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def fail(self, why):
        raise Malformed("%s at byte %d" % (why, self.at))

    def take(self, count):
        if self.at + count > len(self.data):
            self.fail("ends too early")
        self.at += count
        return self.data[self.at - count : self.at]

    def head(self, major):
        first = self.take(1)[0]
        if first >> 5 != major:
            self.fail("another type")
        small = first & 31
        if small < 24:
            return small
        if small > 27:
            self.fail("indefinite or reserved length")
        width = 1 << (small - 24)
        value = int.from_bytes(self.take(width), "big")
        least = 24 if width == 1 else 1 << (4 * width)
        if value < least or value >= 1 << 63:
            self.fail("not the shortest form, or out of range")
        return value

    def unsigned(self):
        return self.head(0)

    def bytes(self):
        return self.take(self.head(2))

    def text(self, low, high):
        text = utf8(self.take(self.head(3)))
        if not low <= len(text.encode("utf-8")) <= high or "\0" in text:
            self.fail("text out of range")
        return text

    def array(self):
        return self.head(4)

    def exactly(self, count):
        if self.array() != count:
            self.fail("an array of another length")

    def null(self):
        if self.at < len(self.data) and self.data[self.at] == 0xF6:
            self.at += 1
            return True
        return False

    def nullable_text(self):
        return None if self.null() else self.text(1, 255)

    def hash(self):
        value = self.bytes()
        if len(value) != 32:
            self.fail("a hash has 32 bytes")
        return value

    def end(self):
        if self.at != len(self.data):
            self.fail("bytes left over")


def facts(cbor):
    """Fields 3 to 10 of a header."""
    return (
        cbor.nullable_text(),
        cbor.text(1, 255),
        cbor.unsigned(),
        cbor.text(1, 255),
        cbor.unsigned(),
        cbor.text(1, 255),
        cbor.nullable_text(),
        cbor.text(1, 255),
    )


def metadata(cbor):
    pairs = []
    for _ in range(cbor.array()):
        cbor.exactly(2)
        key = cbor.text(1, 255)
        if key not in ("actor", "causation", "channel", "correlation", "reason"):
            cbor.fail("unknown metadata " + key)
        if pairs and pairs[-1][0] >= key:
            cbor.fail("metadata is not sorted")
        pairs.append((key, cbor.text(0, 4096)))
    return pairs


class Header:
    def __init__(self, data):
        cbor = Cbor(data)
        cbor.exactly(14)
        if cbor.unsigned() != 1:
            cbor.fail("unknown version")
        self.origin = cbor.text(1, 255)
        self.facts = facts(cbor)
        self.commitment = cbor.hash()
        self.metadata = metadata(cbor)
        self.previous = cbor.hash()
        if not cbor.null():
            cbor.exactly(2)
            cbor.text(1, 255)
            if len(cbor.bytes()) > 8192:
                cbor.fail("signature too long")
        cbor.end()
        if (self.previous == ZERO) != (self.facts[2] == 0):
            raise Malformed("previous is zero exactly for sequence 0")


class Row:
    def __init__(self, data):
        cbor = Cbor(data)
        cbor.exactly(13)
        if cbor.unsigned() != 1:
            cbor.fail("unknown version")
        self.index = cbor.unsigned()
        self.facts = facts(cbor)
        self.metadata = metadata(cbor)
        self.salt = None if cbor.null() else cbor.bytes()
        self.payload = None if cbor.null() else cbor.bytes()
        cbor.end()
        if (self.salt is None) != (self.payload is None):
            raise Malformed("salt without payload")
        if self.salt is not None and len(self.salt) != 32:
            raise Malformed("a salt has 32 bytes")


def frames(data, width):
    """Splits a bundle into what stands behind lengths of `width` bytes."""
    items, at = [], 0
    while at < len(data):
        length = int.from_bytes(data[at : at + width], "big")
        if at + width + length > len(data):
            raise Malformed("the bundle ends inside item " + str(len(items)))
        items.append(data[at + width : at + width + length])
        at += width + length
    return items


# --- Tree ------------------------------------------------------------------------------------


def node(left, right):
    return sha256(b"\1" + left + right)


class Tree:
    """An RFC 6962 tree that grows leaf by leaf and keeps its right edge."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, leaf):
        size = self.size
        while size & 1:
            leaf = node(self.peaks.pop(), leaf)
            size >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha256(b"")
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node(peak, root)
        return root


# --- Ed25519, RFC 8032, section 6 ------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    w, x, y, z = f - e, h - g, h + g, f + e
    return (w * x % P, y * z % P, x * y % P, w * z % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else (0, y, 1, 0)
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P:
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verify_ed25519(public, message, signature):
    if len(signature) != 64:
        return False
    here = verify_ed25519_here(public, message, signature)
    there = verify_ed25519_openssl(public, message, signature)
    if there is not None and there != here:
        raise Malformed("openssl and this verifier do not agree on a signature")
    return here


def verify_ed25519_here(public, message, signature):
    key, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(r, multiply(h, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (
        left[1] * right[2] - right[1] * left[2]
    ) % P == 0


OPENSSL = shutil.which("openssl")


def verify_ed25519_openssl(public, message, signature):
    """Returns None where there is no openssl that knows Ed25519."""
    global OPENSSL
    if OPENSSL is None:
        return None
    der = bytes.fromhex("302a300506032b6570032100") + public
    with tempfile.TemporaryDirectory() as folder:
        files = {"key": der, "message": message, "signature": signature}
        for name, data in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        command = "pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in message -sigfile signature"
        done = subprocess.run([OPENSSL] + command.split(), cwd=folder, capture_output=True)
    output = done.stdout + done.stderr
    if b"Verified Successfully" in output:
        return True
    if b"Verification Failure" in output:
        return False
    OPENSSL = None
    return None


# --- ML-DSA-44, FIPS 204, algorithm 8 --------------------------------------------------------

Q = 8380417
ROWS = COLUMNS = 4
GAMMA1, GAMMA2, BETA, TAU, OMEGA = 1 << 17, (Q - 1) // 88, 78, 39, 80
ZETAS = [pow(1753, int("{:08b}".format(i)[::-1], 2), Q) for i in range(256)]


def ntt(poly):
    w, m, length = list(poly), 0, 128
    while length >= 1:
        for start in range(0, 256, 2 * length):
            m += 1
            zeta = ZETAS[m]
            for j in range(start, start + length):
                t = zeta * w[j + length] % Q
                w[j + length] = (w[j] - t) % Q
                w[j] = (w[j] + t) % Q
        length //= 2
    return w


def inverse_ntt(poly):
    w, m, length = list(poly), 256, 1
    while length < 256:
        for start in range(0, 256, 2 * length):
            m -= 1
            zeta = -ZETAS[m]
            for j in range(start, start + length):
                t = w[j]
                w[j] = (t + w[j + length]) % Q
                w[j + length] = zeta * (t - w[j + length]) % Q
        length *= 2
    return [8347681 * x % Q for x in w]


def unpack(data, bits):
    value = int.from_bytes(data, "little")
    mask = (1 << bits) - 1
    return [(value >> bits * i) & mask for i in range(256)]


def expand(rho, row, column):
    stream = hashlib.shake_128(rho + bytes([column, row])).digest(3 * 1024)
    poly, at = [], 0
    while len(poly) < 256:
        value = stream[at] | stream[at + 1] << 8 | (stream[at + 2] & 127) << 16
        at += 3
        if value < Q:
            poly.append(value)
    return poly


def sample_in_ball(seed):
    stream = hashlib.shake_256(seed).digest(8 + 1024)
    signs, at, poly = int.from_bytes(stream[:8], "little"), 8, [0] * 256
    for i in range(256 - TAU, 256):
        while stream[at] > i:
            at += 1
        j = stream[at]
        at += 1
        poly[i] = poly[j]
        poly[j] = -1 if signs & 1 else 1
        signs >>= 1
    return poly


def use_hint(hint, r):
    low = r % (2 * GAMMA2)
    if low > GAMMA2:
        low -= 2 * GAMMA2
    if r - low == Q - 1:
        high, low = 0, low - 1
    else:
        high = (r - low) // (2 * GAMMA2)
    if not hint:
        return high
    return (high + 1) % 44 if low > 0 else (high - 1) % 44


def hints(data):
    rows, at = [], 0
    for row in range(ROWS):
        end = data[OMEGA + row]
        if end < at or end > OMEGA:
            return None
        places = data[at:end]
        if any(a >= b for a, b in zip(places, places[1:])):
            return None
        rows.append(set(places))
        at = end
    return None if any(data[at:OMEGA]) else rows


def verify_ml_dsa_44(public, message, signature):
    rho = public[:32]
    t1 = [unpack(public[32 + 320 * i : 352 + 320 * i], 10) for i in range(ROWS)]
    seed = signature[:32]
    z = [
        [GAMMA1 - x for x in unpack(signature[32 + 576 * i : 608 + 576 * i], 18)]
        for i in range(COLUMNS)
    ]
    hint = hints(signature[32 + 576 * COLUMNS :])
    if hint is None or any(abs(x) >= GAMMA1 - BETA for poly in z for x in poly):
        return False
    tr = hashlib.shake_256(public).digest(64)
    mu = hashlib.shake_256(tr + b"\0\0" + message).digest(64)
    c = ntt([x % Q for x in sample_in_ball(seed)])
    z = [ntt([x % Q for x in poly]) for poly in z]
    encoded = b""
    for row in range(ROWS):
        total = [0] * 256
        for column in range(COLUMNS):
            a = expand(rho, row, column)
            total = [(t + x * y) % Q for t, x, y in zip(total, a, z[column])]
        t = ntt([x << 13 for x in t1[row]])
        w = inverse_ntt([(x - y * u) % Q for x, y, u in zip(total, c, t)])
        high = [use_hint(i in hint[row], x) for i, x in enumerate(w)]
        value = sum(x << 6 * i for i, x in enumerate(high))
        encoded += value.to_bytes(192, "little")
    return hashlib.shake_256(mu + encoded).digest(32) == seed


# --- The checks ------------------------------------------------------------------------------


class Verifier:
    def __init__(self, root):
        self.root = root
        self.failed, self.incomplete, self.made = set(), set(), set()
        self.findings = 0
        self.signed, self.keys_changed = [], False

    def fail(self, check, where, expected, actual):
        self.failed.add(check)
        self.say(check, "FAIL", where, expected, actual)

    def lack(self, check, missing):
        self.incomplete.add(check)
        self.say(check, "incomplete", str(missing), "present", "missing")

    def say(self, check, kind, where, expected, actual):
        self.findings += 1
        if self.findings <= 50:
            line = "%s %s: %s: expected %s, found %s" % (check, kind, where, expected, actual)
            print("".join(c if c.isprintable() else "\ufffd" for c in line))

    def run(self):
        try:
            self.policy()
            self.newest = self.checkpoint("checkpoint")
        except (Malformed, Missing):
            return
        self.manifest()
        self.older()
        self.records()
        self.signatures()

    def policy(self):
        try:
            text = utf8(read(self.root, "policy", 1 << 20))
            lines = text.split("\n")
            if not lines[0].startswith("origin ") or lines[-1]:
                raise Malformed("no policy")
            self.origin = key_name(lines[0][7:])
            self.keys = [Key(line) for line in lines[1:-1]]
            if {key.type for key in self.keys} != {1, 6}:
                raise Malformed("both algorithms need a key")
            if any(key.name != self.origin for key in self.keys):
                raise Malformed("a key of another name")
            if len({key.id + key.public for key in self.keys}) < len(self.keys):
                raise Malformed("a key is there twice")
            self.made.add("V1")
        except Malformed as e:
            self.fail("V1", "policy", "a well-formed policy", e)
            raise
        except Missing as e:
            self.lack("V1", e)
            raise

    def checkpoint(self, name):
        try:
            note = Note(read(self.root, name, 128 << 10))
            checkpoint = Checkpoint(note.text)
        except Malformed as e:
            self.fail("V2", name, "a well-formed checkpoint", e)
            raise
        except Missing as e:
            self.lack("V2", e)
            raise
        if checkpoint.origin != self.origin:
            self.fail("V2", name, self.origin, checkpoint.origin)
        self.made.add("V2")
        self.signed.append(("V3", name, note, checkpoint))
        return checkpoint

    def signatures(self):
        """Verifies all signatures, unless the log's keys were changed: that this cannot follow."""
        for check, name, note, checkpoint in self.signed:
            if self.keys_changed:
                self.made.discard(check)
                continue
            self.made.add(check)
            for key in note.unsigned_by(self.keys, checkpoint):
                self.fail(check, name, "a valid signature by %s" % key, "none")

    def older(self):
        folder = os.path.join(self.root, "checkpoints")
        self.sizes = []
        if os.path.isdir(folder) and not os.path.islink(folder):
            names = [n for n in os.listdir(folder) if re.fullmatch("0|[1-9][0-9]{0,17}", n)]
            self.sizes = sorted(int(name) for name in names)
        if self.sizes and self.sizes[-1] > self.newest.size:
            self.fail("V6", "newest size", "at least %d" % self.sizes[-1], self.newest.size)

    def manifest(self):
        try:
            data = read(self.root, "manifest", 64 << 20)
            text = utf8(data)
            lines = text[: text.index("\n\n")].split("\n")
            note = Note(text[text.index("\n\n") + 2 :].encode())
            statement = Checkpoint(note.text)
            tree = Tree()
            for line in lines:
                tree.append(sha256(b"\0" + line.encode()))
            self.made.add("V22")
            if (statement.origin, statement.size, statement.root) != (
                self.origin + "/export",
                tree.size,
                tree.root(),
            ):
                raise Malformed("the note is not about the lines above it")
            self.signed.append(("V22", "manifest", note, statement))
            self.manifest_lines(lines)
        except (Malformed, ValueError) as e:
            self.fail("V22", "manifest", "a well-formed manifest", e)
        except Missing as e:
            self.lack("V22", e)

    def manifest_lines(self, lines):
        root = base64.b64encode(self.newest.root).decode()
        log = "log %s %d %s" % (self.newest.origin, self.newest.size, root)
        if lines[0] != "daybook-export/v1" or len(lines) < 3:
            raise Malformed("another kind of file")
        if lines[1] != log:
            self.fail("V22", "manifest", log, lines[1])
        self.listed = lines[2]
        for line in lines[3:]:
            match = re.fullmatch("file ([0-9]+) ([0-9a-f]{64}) ([a-z0-9._/-]+)", line)
            if not match or ".." in line:
                raise Malformed("no file line: " + line)
            length, digest, name = int(match.group(1)), match.group(2), match.group(3)
            try:
                data = read(self.root, name, length)
                if len(data) != length or sha256(data).hex() != digest:
                    self.fail("V22", name, digest, sha256(data).hex())
            except Malformed as e:
                self.fail("V22", name, "%d bytes" % length, e)
            except Missing as e:
                self.lack("V22", e)

    def records(self):
        self.tree, self.heads, self.ids = Tree(), {}, set()
        self.levels = [[]]
        size = self.newest.size
        if getattr(self, "listed", None):
            sizes = [s for s in os.listdir(os.path.join(self.root, "checkpoints"))] if self.sizes else []
            older = [s for s in self.sizes if s < size and str(s) in sizes]
            digest = sha256("".join("%d\n" % s for s in older).encode()).hex()
            if self.listed != "checkpoints %d %s" % (len(older), digest):
                self.fail("V22", "older checkpoints", self.listed, "%d %s" % (len(older), digest))
        for number, width in widths(size):
            name = "tile/entries/" + numbered(number, width)
            try:
                headers = frames(read(self.root, name, 256 * 65537), 2)
            except Malformed as e:
                return self.fail("V9", name, "%d headers" % width, e)
            except Missing as e:
                return self.lack("V9", e)
            if len(headers) != width:
                return self.fail("V5", name, "%d headers" % width, len(headers))
            leaves = [self.leaf(256 * number + i, data) for i, data in enumerate(headers)]
            self.rows(number, width, leaves)
        self.compare_at()
        self.made.add("V5")
        if self.tree.root() != self.newest.root:
            self.fail("V5", "root", self.newest.root.hex(), self.tree.root().hex())
        self.tiles(size)

    def compare_at(self):
        while self.sizes and self.sizes[0] <= self.tree.size:
            name = "checkpoints/%d" % self.sizes[0]
            size = self.sizes.pop(0)
            try:
                older = self.checkpoint(name)
            except (Malformed, Missing):
                continue
            self.made.add("V6")
            if older.size != size:
                self.fail("V2", name, size, older.size)
            elif older.root != self.tree.root():
                self.fail("V6", name, older.root.hex(), self.tree.root().hex())

    def leaf(self, index, data):
        self.compare_at()
        digest = sha256(b"\0" + data)
        self.tree.append(digest)
        self.levels[0].append(digest)
        self.made.add("V9")
        try:
            header = Header(data)
        except Malformed as e:
            self.fail("V9", "record %d" % index, "a well-formed header", e)
            return None
        _, aggregate, sequence, event = header.facts[:4]
        self.keys_changed |= header.facts[5] in ("journal.KeyRetired", "journal.KeyRevoked")
        self.made.update(("V12", "V13"))
        expected, previous = self.heads.get(aggregate, (0, ZERO))
        if (sequence, header.previous) != (expected, previous):
            where = "record %d of %s" % (index, aggregate)
            self.fail("V12", where, (expected, previous.hex()), (sequence, header.previous.hex()))
        self.heads[aggregate] = (sequence + 1, digest)
        if event in self.ids:
            self.fail("V13", "record %d" % index, "event id used once", event)
        self.ids.add(event)
        return header

    def rows(self, number, width, leaves):
        name = "records/" + numbered(number, width)
        try:
            rows = [Row(data) for data in frames(read(self.root, name, width * (9 << 20)), 4)]
        except Malformed as e:
            return self.fail("V10", name, "well-formed rows", e)
        except Missing as e:
            return self.lack("V10", e)
        self.made.update(("V10", "V11"))
        if len(rows) != width:
            self.fail("V10", name, "%d rows" % width, len(rows))
        for i, (row, header) in enumerate(zip(rows, leaves)):
            where = "record %d" % (256 * number + i)
            if row.index != 256 * number + i:
                self.fail("V10", where, 256 * number + i, row.index)
            elif header is None:
                continue
            elif (row.facts, row.metadata) != (header.facts, header.metadata):
                self.fail("V10", where, header.facts, row.facts)
            elif header.origin != self.origin:
                self.fail("V10", where, self.origin, header.origin)
            elif row.salt is None:
                self.fail("V11", where, "a payload", "none")
            elif sha256(b"jrn/payload/v1" + row.salt + row.payload) != header.commitment:
                self.fail("V11", where, header.commitment.hex(), "another commitment")
            elif header.facts[5] == "journal.KeyIntroduced":
                # A vkey with the log's own name: another key than those of the beginning.
                self.keys_changed |= (self.origin + "+").encode() in row.payload

    def tiles(self, size):
        level, hashes = 0, self.levels[0]
        while hashes:
            above = []
            for number, width in widths(len(hashes)):
                name = "tile/%d/%s" % (level, numbered(number, width))
                part = hashes[256 * number : 256 * number + width]
                try:
                    if read(self.root, name, 8192) != b"".join(part):
                        self.fail("V5", name, "the hashes of the headers", "others")
                except Malformed as e:
                    self.fail("V5", name, "%d hashes" % width, e)
                except Missing as e:
                    self.lack("V5", e)
                if width == 256:
                    tree = Tree()
                    for item in part:
                        tree.append(item)
                    above.append(tree.root())
            level, hashes = level + 1, above


def main(arguments):
    if len(arguments) != 1 or not os.path.isdir(arguments[0]):
        print(__doc__)
        return 3
    verifier = Verifier(arguments[0])
    verifier.run()
    for check in CHECKS:
        if check in verifier.failed:
            result = "FAIL"
        elif check in verifier.incomplete:
            result = "incomplete"
        else:
            result = "ok" if check in verifier.made else "not checked"
        print("%-4s %s" % (check, result))
    if verifier.keys_changed:
        print("The log's keys were changed: V3 and V22 need daybook-audit, which follows them")
    print("Ed25519 also by openssl" if OPENSSL else "without openssl")
    return 1 if verifier.failed else 2 if verifier.incomplete else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
