"""A share link in Python 3: python3 encode.py PATTERN_FILE EVENT_FILE [DIALECT]"""
import base64, json, sys, zlib


def fragment(draft):
    text = json.dumps(draft, ensure_ascii=False).encode("utf-8")
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)  # raw: neither zlib's nor gzip's header
    packed = deflate.compress(text) + deflate.flush()
    return "1." + base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


if __name__ == "__main__":
    pattern, event, dialect = (sys.argv[1:] + ["rule"])[:3]
    print(fragment({"pattern": read(pattern), "event": read(event), "dialect": dialect}))
