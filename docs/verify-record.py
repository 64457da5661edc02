#!/usr/bin/env python3
"""Verifies the copy of a record that `truce record export` wrote, with Python 3 and nothing else.

    python3 verify-record.py <folder>

The folder has `entries.jsonl` (a line an entry: {"leaf": base64, "body": base64 where one may read it}), the note
`checkpoint`, and earlier ones as `checkpoint-<size>`. Nothing is believed but the first entry, which names the first
keys: compare its fingerprint, `opening`, with what the other side reads out. A signature takes some milliseconds, or a
tenth of one where the package `cryptography` is there. Ends with 0 where all is well, with 1 where something is not,
and with 2 where the folder cannot be read."""
import base64, collections, datetime, glob, hashlib, json, os, sys
try: from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey as Fast
except ImportError: Fast = None

# --- Ed25519 (RFC 8032, section 5.1) -------------------------------------------------------------------------------
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return ((f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P)
def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1: out = add(out, point)
        point, n = add(point, point), n >> 1
    return out
def unpacked(told):
    y = int.from_bytes(told, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P: return None
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P: x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - xx) % P or (x == 0 and sign): return None
    if x & 1 != sign: x = P - x
    return (x, y, 1, x * y % P)
BASE = unpacked(bytes([0x58]) + bytes([0x66]) * 31)
def signed_slowly(key, message, signature):
    a, r, s = unpacked(key), unpacked(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L: return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)
def signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64: return False
    if Fast is None: return signed_slowly(key, message, signature)
    try: Fast.from_public_bytes(key).verify(signature, message)
    except Exception: return False
    return True

# --- what is hashed and signed (canonical JSON, RFC 8785) ----------------------------------------------------------
# Each text has one spelling, so nothing is spelled anew here: an author signed the very text of the entry without its
# signature, and committed to the very text of the content. Another spelling is another text, which nobody signed.
def between(text, before, after):
    if not (text.startswith(before) and text.endswith(after)): raise ValueError("another spelling")
    return text[len(before):len(text) - len(after)]
def signed_text(text, leaf):
    clock = f'"clock":"{leaf["clock"]}",' if "clock" in leaf else ""
    inner = between(text, "{" + clock + '"entry":', f',"received":"{leaf["received"]}"' + "}")
    head, found, tail = inner.rpartition(f',"signature":"{leaf["entry"]["signature"]}"')
    if not found: raise ValueError("another spelling")
    return head + tail

# --- the tree (RFC 6962) -------------------------------------------------------------------------------------------
LEVELS = [[]]
def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def grow(leaf):
    level, node = 0, sha256(b"\0", leaf)
    while True:
        LEVELS[level].append(node)
        if len(LEVELS[level]) % 2: return
        node, level = sha256(b"\1", *LEVELS[level][-2:]), level + 1
        if level == len(LEVELS): LEVELS.append([])
def root(size):
    out, at = None, size
    for level in range(size.bit_length()):  # full subtrees from the right, each put to the left of what is there
        if size >> level & 1:
            node = LEVELS[level][(at >> level) - 1]
            out, at = node if out is None else sha256(b"\1", node, out), at - (1 << level)
    return sha256() if out is None else out

# --- entries -------------------------------------------------------------------------------------------------------
problems, opening, ring, ids, names, sequences, last, received = [], {}, {}, {}, {}, collections.Counter(), {}, []
NEEDED = {"v", "record", "id", "kind", "author", "sequence", "recorded", "signature"}
def plain(told): return base64.b64decode(told, validate=True)
def instant(told): return datetime.datetime.strptime(told, "%Y-%m-%dT%H:%M:%S.%f%z").timestamp()
def key_of(told, number):
    raw = plain(told["publicKey"])
    return hashlib.sha256(raw).hexdigest()[:16], dict(told, raw=raw, since=number, until=None)
def change(entry, number, good, wrong):
    """What an entry makes of the ring, if its author may and did sign it."""
    kind, content, author = entry["kind"], entry.get("content"), entry["author"]
    mine = ring.get(author["key"], {})
    if kind == "key.added":
        id, key = key_of(content, number)
        if id in ring: return wrong("id-taken")
        elsewhere = key["role"] == "operator" and key["party"] != opening["operator"]
        if mine.get("role") != "head" or key["party"] != mine.get("party") or elsewhere: return wrong("role")
        if good: ring[id] = key
    elif kind == "key.revoked":
        other, allowed = ring.get(content["key"]), mine.get("role") == "head" or content["key"] == author["key"]
        if other is None: return wrong("unknown-key")
        if not allowed or other["party"] != mine.get("party"): return wrong("role")
        if other["until"] is not None: return wrong("revoked-key")
        if good: other["until"] = number
def judge(text, body, number, wrong):
    leaf = json.loads(text)
    entry, now, before = leaf["entry"], leaf["received"], received[-1] if received else ""
    names[number], fields = entry["id"], set(entry) - {"seen", "supersedes"}
    if fields not in (NEEDED | {"content"}, NEEDED | {"audience", "commitment"}): raise ValueError("fields")
    author, key_id, at, by = entry["author"], entry["author"]["key"], instant(entry["recorded"]), instant(now)
    if number == 0:
        if entry["kind"] != "record.opened": raise ValueError("the first entry opens the record")
        opening.update(entry["content"], record=entry["record"])
        ring.update(key_of(told, 0) for told in opening["keys"])
        elsewhere = [1 for key in ring.values() if key["role"] == "operator" and key["party"] != opening["operator"]]
        if elsewhere or ring.get(key_id, {"role": "operator"})["role"] != "operator": wrong("role")
    elif entry["kind"] == "record.opened": wrong("role")
    if entry["record"] != opening.get("record"): wrong("wrong-record")
    if entry["id"] in ids: wrong("replayed" if ids[entry["id"]] == entry["signature"] else "id-taken")
    if entry["sequence"] != sequences[key_id]: wrong("sequence-gap")
    if at - by > opening.get("tolerance", 300): wrong("clock-ahead")
    if at < last.get(key_id, at): wrong("back-dated")
    if now < before or leaf.get("clock", "") >= now: wrong("received-order")
    seen = entry.get("seen")
    if seen and (seen["size"] > number or root(int(seen["size"])) != plain(seen["root"])): wrong("two-heads")
    elif seen and instant(received[int(seen["size"]) - 1]) - at > opening.get("tolerance", 300): wrong("back-dated")
    key, good = ring.get(key_id), False
    if key is None: wrong("unknown-key")
    else:
        if key["party"] != author["party"]: wrong("wrong-party")
        if key["until"] is not None: wrong("revoked-key")
        if key["role"] == "witness" and entry["kind"] != "key.revoked": wrong("role")
        good = signed(key["raw"], signed_text(text, leaf).encode(), plain(entry["signature"]))
        if not good: wrong("bad-signature")
    if body is not None:
        try:
            salt = json.loads(body)["salt"]
            opened = sha256(plain(salt), between(body.decode(), '{"content":', f',"salt":"{salt}"' + "}").encode())
        except (ValueError, KeyError, TypeError): opened = None
        if "commitment" not in entry or opened != plain(entry["commitment"]): wrong("bad-commitment")
    change(entry, number, good and key["party"] == author["party"] and key["until"] is None, wrong)
    ids.setdefault(entry["id"], entry["signature"])
    sequences[key_id] = max(sequences[key_id], int(entry["sequence"]) + 1)
    last[key_id] = max(at, last.get(key_id, at))
    received.append(max(now, before))

# --- checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature) ---------------------------------------------
def note(path):
    """How many entries a checkpoint is over, its root, and the parties that signed and cosigned it."""
    with open(path, "rb") as file: text, _, lines = file.read().decode("utf-8").rpartition("\n\n")
    origin, size, told = text.split("\n")[:3]
    by = {}
    for name, blob in (line.split(" ")[1:] for line in lines.splitlines()):
        for id, key in ring.items():
            if key["since"] >= int(size) or (key["until"] or sys.maxsize) < int(size): continue
            own, blob_ = key["role"] == "operator", plain(blob)
            mine = origin if own else f"{origin}/{key['party']}/{id}"
            if (name, blob_[:4]) != (mine, sha256(mine.encode(), b"\n\1" if own else b"\n\4", key["raw"])[:4]): continue
            head = "" if own else f"cosignature/v1\ntime {int.from_bytes(blob_[4:12], 'big')}\n"
            if not signed(key["raw"], f"{head}{text}\n".encode(), blob_[4 if own else 12:]): raise ValueError()
            by[key["party"]] = by.get(key["party"], False) or own
    if origin != opening.get("record") or True not in by.values(): raise ValueError("not the operator's")
    return int(size), plain(told), by
def main(folder):
    with open(os.path.join(folder, "entries.jsonl"), "rb") as lines:
        for number, line in enumerate(lines):
            kept = json.loads(line)
            leaf, body = plain(kept["leaf"]), plain(kept["body"]) if "body" in kept else None
            def wrong(code): problems.append((number, code, ""))
            if number == 0: print("opening     ", hashlib.sha256(leaf).hexdigest())
            try: judge(leaf.decode("utf-8"), body, number, wrong)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError): wrong("malformed")
            received.extend(received[-1:] or [""] if len(received) == number else [])
            grow(leaf)
    size, fits = len(received), 0
    print(f"record       {opening.get('record')}\nentries      {size}")
    print("root        ", base64.b64encode(root(size)).decode())
    heads, paths = [], glob.glob(os.path.join(folder, "checkpoint-*"))
    for path in [os.path.join(folder, "checkpoint"), *sorted(paths)]:
        try: heads.append((*note(path), os.path.basename(path)))
        except (ValueError, KeyError, TypeError): problems.append((size, "bad-checkpoint", os.path.basename(path)))
    for over, told, by, path in sorted(heads, key=lambda head: head[0]):
        print("checkpoint  ", path, "over", over, "signed by", ", ".join(sorted(by)))
        newest, others = over == max(head[0] for head in heads), [party for party in by if party != opening["operator"]]
        if over > size: problems.append((size, "missing-entry", path))
        elif root(over) == told: fits = over
        else: problems.append((over - 1, "wrong-root" if newest else "inconsistent", f"{path}: one of {fits}..{over - 1}"))
        if newest and len(others) < opening.get("witnesses", 0): problems.append((size, "missing-cosignature", path))
    problems.sort(key=lambda problem: problem[0])
    for number, code, name in problems: print("problem     ", number, code, name or names.get(number, ""))
    print(f"first wrong  {problems[0][2].split(' of ')[-1] or problems[0][0]}" if problems else "all is well")
    return 1 if problems else 0
if __name__ == "__main__":
    if len(sys.argv) != 2: sys.exit(print(__doc__) or 2)
    try: sys.exit(main(sys.argv[1]))
    except (OSError, ValueError, KeyError) as error: sys.exit(print("cannot be read:", error) or 2)
