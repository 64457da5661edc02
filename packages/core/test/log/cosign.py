"""Cosigns notes (C2SP tlog-cosignature, version 1) with nothing but hashes and whole numbers: Ed25519 as RFC 8032,
section 5.1, writes it down. Reads a line of JSON for each note, and writes the line that its cosigner adds below it."""
import base64, hashlib, json, sys

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def plus(a, b):
    (x1, y1), (x2, y2) = a, b
    m = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + x2 * y1) * pow(1 + m, P - 2, P) % P, (y1 * y2 + x1 * x2) * pow(1 - m, P - 2, P) % P)

def times(n, point):
    whole = (0, 1)
    for bit in bin(n)[2:]:
        whole = plus(whole, whole)
        if bit == "1": whole = plus(whole, point)
    return whole

BASE_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202
BASE = (BASE_X, 4 * pow(5, P - 2, P) % P)

def told(point): return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")
def number(*parts): return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")

def sign(seed, message):
    half = hashlib.sha512(seed).digest()
    secret = int.from_bytes(half[:32], "little") & ~7 & (1 << 254) - 1 | 1 << 254
    public = told(times(secret, BASE))
    r = number(half[32:], message) % L
    point = told(times(r, BASE))
    return public, point + ((r + number(point, public, message) * secret) % L).to_bytes(32, "little")

for line in sys.stdin.buffer:
    asked = json.loads(line)
    text, name, time = asked["text"], asked["name"], int(asked["time"])
    message = "cosignature/v1\ntime %d\n%s" % (time, text)
    public, signature = sign(bytes.fromhex(asked["seed"]), message.encode())
    key = hashlib.sha256(name.encode() + b"\n\x04" + public).digest()[:4]
    blob = base64.b64encode(key + time.to_bytes(8, "big") + signature).decode()
    sys.stdout.buffer.write(("\u2014 %s %s\n" % (name, blob)).encode())
