"""Storage that speaks S3, for network.py: objects are files in FOLDER/BUCKET. Signatures are checked by this code's own
reading of Signature Version 4. Lists come two objects at a time."""
import hashlib
import hmac
import os
import urllib.parse
import xml.sax.saxutils

KEY_ID, SECRET, TOKEN = "AKIDTESTTESTTEST", "s3-SECRET-KEY", "s3-SESSION-TOKEN"


def sign(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def expected(request, signed):
    headers = {name.lower(): value.strip() for name, value in request.headers.items()}
    split = urllib.parse.urlsplit(request.path)
    date = headers["x-amz-date"]
    query = "&".join(sorted(split.query.split("&"))) if split.query else ""
    lines = "".join("%s:%s\n" % (name, headers[name]) for name in signed.split(";"))
    canonical = "\n".join([request.command, split.path, query, lines, signed, headers["x-amz-content-sha256"]])
    scope = "%s/test-1/s3/aws4_request" % date[:8]
    text = "AWS4-HMAC-SHA256\n%s\n%s\n%s" % (date, scope, hashlib.sha256(canonical.encode()).hexdigest())
    key = ("AWS4" + SECRET).encode()
    for part in scope.split("/"):
        key = sign(key, part)
    return "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (KEY_ID, scope, signed, sign(key, text).hex())


def is_signed(request):
    given = request.headers.get("Authorization", "")
    if "SignedHeaders=" not in given or request.headers.get("x-amz-security-token") != TOKEN:
        return False
    signed = given.split("SignedHeaders=")[1].split(",")[0]
    needed = {"host", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token"}
    body = hashlib.sha256(request.body).hexdigest()
    return needed <= set(signed.split(";")) and given == expected(request, signed) and request.headers["x-amz-content-sha256"] == body


def listing(folder, query):
    keys = sorted(os.path.relpath(os.path.join(top, name), folder) for top, _, names in os.walk(folder) for name in names)
    keys = [key for key in keys if key.startswith(query.get("prefix", [""])[0])]
    start = int(query.get("continuation-token", ["0/+="])[0].split("/")[0])
    part = keys[start:start + 2]
    more = "<NextContinuationToken>%d/+=</NextContinuationToken>" % (start + 2) if start + 2 < len(keys) else ""
    items = "".join("<Contents><Key>%s</Key><Size>1</Size></Contents>" % xml.sax.saxutils.escape(urllib.parse.quote_plus(key)) for key in part)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
            "<EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>"
            % ("true" if more else "false", more, items)).encode()


def answer(request, folder):
    split = urllib.parse.urlsplit(request.path)
    parts = urllib.parse.unquote(split.path).strip("/").split("/")
    if not is_signed(request):
        request.reply(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>")
        return
    name = os.path.join(folder, *parts)
    if request.command == "PUT":
        os.makedirs(os.path.dirname(name), exist_ok=True)
        with open(name, "wb") as file:
            file.write(request.body)
        request.reply(200)
    elif "list-type=2" in split.query:
        request.reply(200, listing(name, urllib.parse.parse_qs(split.query)))
    elif os.path.isfile(name):
        with open(name, "rb") as file:
            body = file.read()
        tag = '"%s"' % hashlib.md5(body).hexdigest()
        if request.headers.get("If-None-Match") == tag:
            request.reply(304, ETag=tag)
        else:
            request.reply(200, body, ETag=tag)
    else:
        request.reply(404)
