"""Looks at the notices that the servers got as their receivers do. usage: check_notices.py FOLDER SECRET(base64)"""
import base64
import email
import email.policy
import email.utils
import hashlib
import hmac
import json
import re
import sys

folder, secret = sys.argv[1:]
failed = 0


def check(good, what):
    global failed
    failed += not good
    print(("ok - " if good else "not ok - ") + what)


hooks = [json.loads(line) for line in open(folder + "/hooks", encoding="utf-8")]
desk, chat, teams = [next(h for h in hooks if name in h["path"]) for name in ("desk", "chat", "teams")]
body = base64.b64decode(desk["body"])
headers = {k.lower(): v for k, v in desk["headers"].items()}
signed = b"%s.%s." % (headers["webhook-id"].encode(), headers["webhook-timestamp"].encode()) + body
mac = base64.b64encode(hmac.new(base64.b64decode(secret), signed, hashlib.sha256).digest()).decode()
check(headers["webhook-signature"] == "v1," + mac, "a webhook is signed as Standard Webhooks says")
notice = json.loads(body)
check(notice["id"] == headers["webhook-id"] and headers["idempotency-key"] == '"%s"' % notice["id"], "its id is the key for repeats")
check(notice["counts"]["new"] == 1 and notice["findings"][0]["rule"] == "incident-report-within", "it says what is new")
check(notice["as_of"] == "2026-01-01" and notice["findings"][0]["due"] == "2026-01-31", "as of when, and when it is due")

slack = json.loads(base64.b64decode(chat["body"]))
check("新規1件" in slack["text"] and slack["blocks"][0]["type"] == "header", "Slack gets blocks, in Japanese")
check(all(b["text"]["type"] == "plain_text" for b in slack["blocks"]), "in which no text is markup")
check("株式会社<アクメ>" in slack["blocks"][1]["text"]["text"], "and names stand as they are")
card = json.loads(base64.b64decode(teams["body"]))["attachments"][0]
check(card["contentType"] == "application/vnd.microsoft.card.adaptive" and card["content"]["type"] == "AdaptiveCard", "Teams gets an adaptive card")
check(card["content"]["actions"][0]["url"] == "https://reports.example.org/", "with a link to the reports")
check("secret" not in chat["headers"] and "webhook-id" not in {k.lower() for k in chat["headers"]}, "chats get no headers of ours")

mail = json.loads(open(folder + "/mails", encoding="utf-8").readline())
raw = base64.b64decode(mail["message"])
check(mail["tls"] and mail["user"] == ["kijun", "mail-PASSW0RD"], "mail goes over TLS, with a password")
check(mail["to"] == ["audit@example.org", "b@example.org"], "to every recipient")
lines = raw.split(b"\r\n")
check(b"\n" not in raw.replace(b"\r\n", b"") and max(map(len, lines)) <= 78, "its lines end with CRLF and are short")
check(all(byte < 128 for byte in raw), "and are ASCII")
message = email.message_from_bytes(raw, policy=email.policy.default)
check(message["Subject"] == "【kijun】委託先の不適合: 新規1件(基準日 2026-01-01)", "its subject reads right in Japanese")
words = re.findall(rb"=\?UTF-8\?B\?([^?]*)\?=", raw.split(b"\r\n\r\n")[0])
check(words and all(base64.b64decode(w).decode() for w in words), "no encoded word cuts a character")
check(message["From"].addresses[0].display_name == "基準" and message["To"].addresses[0].display_name == "監査部", "names, too")
check(email.utils.parsedate_to_datetime(message["Date"]) is not None and message["Date"].endswith("+0000"), "its date is one")
check(re.fullmatch(r"<[0-9a-f]{32}@example\.org>", message["Message-ID"].strip()) is not None, "its id stays the same")
check(message["Auto-Submitted"] == "auto-generated", "it says that nobody wrote it")
kinds = [part.get_content_type() for part in message.iter_parts()]
check(message.get_content_type() == "multipart/alternative" and kinds == ["text/plain", "text/html"], "it is text and HTML")
text, html = [part.get_content() for part in message.iter_parts()]
check("株式会社<アクメ>" in text and "期限 2026-01-31" in text, "the text says what is wrong and when it is due")
check("株式会社&lt;アクメ&gt;" in html and "<アクメ>" not in html, "the page says the same, escaped")
check(not message.defects and not any(part.defects for part in message.walk()), "and its parser finds no fault")
sys.exit(failed > 0)
