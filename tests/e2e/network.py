"""Local servers for the tests of the network: HTTPS with webhooks, documents and storage, SMTP with TLS. Good and bad, by path.

usage: network.py CERTIFICATE KEY FOLDER
Prints the ports of HTTPS, HTTP, SMTPS, and SMTP with STARTTLS; serves until its input is closed. FOLDER/ports has these and more:
old and old_mail (TLS 1.1 at most), expired, other_name and self_signed (FOLDER/NAME.pem with the same key), proxy (CONNECT). Everything that arrives is
noted in FOLDER: hooks (a line of JSON each), mails (likewise), requests. Documents are served from FOLDER/www, storage
from FOLDER/store.
"""
import base64
import gzip
import hashlib
import http.server
import json
import os
import socket
import socketserver
import ssl
import sys
import threading
import time
import urllib.parse
import warnings

import network_s3

CERTIFICATE, KEY, FOLDER = sys.argv[1:4]
LOCK = threading.Lock()
SEEN = {}
BUSY = {"now": 0, "most": 0}


def note(name, entry):
    with LOCK, open(os.path.join(FOLDER, name), "a", encoding="utf-8") as out:
        out.write(json.dumps(entry) + "\n")


def noted(name):
    try:
        with LOCK, open(os.path.join(FOLDER, name), encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]
    except FileNotFoundError:
        return []


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def reply(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def serve(self):
        path = urllib.parse.urlsplit(self.path).path
        with LOCK:
            SEEN[path] = SEEN.get(path, 0) + 1
            BUSY["now"] += 1
            BUSY["most"] = max(BUSY["most"], BUSY["now"])
        note("requests", {"method": self.command, "path": self.path, "headers": dict(self.headers), "at": time.time()})
        length = int(self.headers.get("Content-Length") or 0)
        try:
            self.body = self.rfile.read(length)
            if len(self.body) == length:
                self.route(path)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            self.close_connection = True
        finally:
            with LOCK:
                BUSY["now"] -= 1

    do_GET = do_PUT = do_POST = do_HEAD = serve

    def route(self, path):
        first = path.strip("/").split("/")[0]
        getattr(self, "at_" + first.replace("-", "_"), self.at_missing)(path)

    def at_missing(self, path):
        self.reply(404, b"no such page")

    # ---- webhooks ----

    def take(self):
        note("hooks", {"path": self.path, "id": self.headers.get("webhook-id"), "headers": dict(self.headers),
                       "body": base64.b64encode(self.body).decode()})

    def at_hook(self, path):
        self.take()
        self.reply(204)

    def at_hook_slow(self, path):  # has it, and takes long to say so the first time
        self.take()
        if SEEN[path] == 1:
            time.sleep(20)
        self.reply(204)

    def at_hook_lost(self, path):  # has it, and never says so
        self.take()
        self.close_connection = True

    def at_hook_gateway(self, path):
        self.take()
        self.reply(504)

    def at_hook_busy(self, path):
        if SEEN[path] == 1:
            self.reply(503, Retry_After="1")
        else:
            self.at_hook(path)

    def at_hook_later(self, path):
        self.reply(503, Retry_After="3600")

    def at_hook_endless(self, path):  # takes it, and talks without end
        self.take()
        self.at_endless(path)

    def at_hook_no(self, path):
        self.reply(403)

    def at_hook_moved(self, path):
        self.reply(307, Location="/hook")

    def at_received(self, path):
        known = any(h["id"] == path.split("/")[-1] for h in noted("hooks"))
        self.reply(200 if known else 404)

    # ---- documents ----

    def at_www(self, path):
        name = os.path.join(FOLDER, "www", *urllib.parse.unquote(path).strip("/").split("/")[1:])
        if not os.path.isfile(name):
            self.reply(404)
            return
        with open(name, "rb") as file:
            body = file.read()
        tag = '"%s"' % hashlib.sha256(body).hexdigest()[:16]
        if self.headers.get("If-None-Match") == tag:
            self.reply(304, ETag=tag)
        else:
            self.reply(200, body, ETag=tag)

    def at_SHA256SUMS(self, path):  # an index of the misbehaving documents
        self.at_www("/www" + path)

    def at_dated(self, path):  # knows dates only
        when = "Wed, 01 Apr 2026 00:00:00 GMT"
        if self.headers.get("If-Modified-Since") == when:
            self.reply(304)
        else:
            self.reply(200, b"<html><body><p>1. Audit</p></body></html>", Last_Modified=when)

    def at_parts(self, path):  # breaks off in the middle of the first answer; then gives the rest
        body, tag = b"Article 1 " * 4000, '"parts"'
        wanted = self.headers.get("Range")
        if wanted and self.headers.get("If-Range") == tag:
            start = int(wanted[6:-1])
            self.reply(206, body[start:], ETag=tag, Content_Range="bytes %d-%d/%d" % (start, len(body) - 1, len(body)))
            return
        self.send_response(200)
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if SEEN[path] > 3 else body[:15000])
        self.close_connection = True

    def at_wrong_part(self, path):  # the rest that it gives is another one
        body, tag = b"Article 2 " * 4000, '"other"'
        if self.headers.get("Range"):
            self.reply(206, body[100:], ETag=tag, Content_Range="bytes 100-%d/%d" % (len(body) - 1, len(body)))
            return
        self.send_response(200)
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if SEEN[path] > 1 else body[:15000])
        self.close_connection = True

    def at_wait(self, path):
        time.sleep(0.1)
        self.reply(200, path.encode())

    def at_slow(self, path):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.5)

    def at_endless(self, path):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while True:
            self.wfile.write(b"2000\r\n" + b"x" * 0x2000 + b"\r\n")

    def at_truncated(self, path):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only the beginning")
        self.close_connection = True

    def at_too_long(self, path):  # says much more than anybody wants, and begins
        self.send_response(200)
        self.send_header("Content-Length", "99999999999")
        self.end_headers()
        self.wfile.write(b"x" * 1000)

    def at_too_short(self, path):  # says less than it sends
        body = b"Article 1. All of it.\n" * 10
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def at_two_lengths(self, path):
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.send_header("Content-Length", "20")
        self.end_headers()
        self.wfile.write(b"x" * 20)
        self.close_connection = True

    def at_silent(self, path):  # takes everything, and says nothing
        time.sleep(20)
        self.close_connection = True

    def at_broken_chunks(self, path):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\nwhole\r\n5\r\nbr")
        self.close_connection = True

    def at_headers(self, path):  # headers without end
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")

    def at_until_close(self, path):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"is this all?")
        self.close_connection = True

    def at_bomb(self, path):
        self.reply(200, gzip.compress(b"\0" * 10_000_000), Content_Encoding="gzip")

    def at_loop(self, path):
        self.reply(302, Location=self.path)

    def at_moved(self, path):
        self.reply(302, Location="/www/" + path.split("/", 2)[2])

    def at_elsewhere(self, path):  # another name for this host: what is secret may not go there
        self.reply(302, Location="https://localhost:%d/www/%s" % (self.server.server_address[1], path.split("/", 2)[2]))

    def at_to_http(self, path):
        self.reply(302, Location="http://127.0.0.1:9/")

    def at_to_private(self, path):
        self.reply(302, Location="https://127.0.0.2:9/")

    def at_to_link_local(self, path):
        self.reply(302, Location="https://169.254.169.254/latest/meta-data/")

    def at_to_file(self, path):
        self.reply(302, Location="file:///etc/hostname")

    def at_broken(self, path):
        self.reply(503)

    def at_unavailable(self, path):  # twice, and asks for a second of peace
        if SEEN[path] <= 2:
            self.reply(503, Retry_After="1")
        else:
            self.reply(201 if self.command == "PUT" else 200, b"again")

    def at_much_later(self, path):
        self.reply(429, Retry_After="86400")

    def at_busy_once(self, path):
        if SEEN[path] == 1:
            self.reply(429, Retry_After="1")
        else:
            self.reply(200, b"after a second")

    # ---- delivery ----

    def at_drop(self, path):
        if self.command != "PUT":
            self.reply(405)
            return
        name = os.path.join(FOLDER, "drop", *path.strip("/").split("/")[1:])
        os.makedirs(os.path.dirname(name), exist_ok=True)
        with open(name, "wb") as file:
            file.write(self.body)
        self.reply(201)

    # ---- storage: a bucket of this name ----

    def at_store(self, path):
        network_s3.answer(self, FOLDER)


class Mail(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs. The name before the @ of a recipient says what goes wrong."""
    tls_at_once = True
    timeout = 30

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")
        self.wfile.flush()

    def start_tls(self):
        self.request = self.server.context.wrap_socket(self.request, server_side=True)
        self.rfile = self.request.makefile("rb")
        self.wfile = self.request.makefile("wb")

    def handle(self):
        self.secret = False
        try:
            if self.tls_at_once:
                self.start_tls()
                self.secret = True
            self.talk()
        except (OSError, ssl.SSLError, ValueError):
            pass

    def talk(self):
        user, sender, to = None, None, []
        self.say("220 test ESMTP")
        while True:
            line = self.rfile.readline().decode().rstrip("\r\n")
            verb = line.split(" ")[0].upper()
            if not line or verb == "QUIT":
                self.say("221 bye")
                return
            if verb == "EHLO":
                self.say("250-test")
                if not self.secret and not os.path.exists(os.path.join(FOLDER, "no-starttls")):
                    self.say("250-STARTTLS")
                if self.secret:
                    self.say("250-AUTH PLAIN LOGIN")
                self.say("250 SIZE 10000000")
            elif verb == "STARTTLS":
                self.say("220 go")
                self.start_tls()
                self.secret = True
            elif verb == "AUTH":
                words = line.split(" ")
                if len(words) < 3:
                    self.say("334 ")
                    words.append(self.rfile.readline().decode().strip())
                user = base64.b64decode(words[2]).decode().split("\0")[1:]
                self.say("235 ok")
            elif verb == "MAIL":
                sender = line
                self.say("250 ok")
            elif verb == "RCPT":
                to.append(line.split("<")[1].split(">")[0])
                self.say("550 nobody of that name" if to[-1].startswith("nobody@") else "250 ok")
            elif verb == "DATA":
                self.say("354 go")
                self.data(user, sender, to)
            else:
                self.say("250 ok")

    def data(self, user, sender, to):
        message = b""
        while not message.endswith(b"\r\n.\r\n"):
            part = self.rfile.readline()
            if not part:
                return
            message += part
        if to[0].startswith("refused@"):
            self.say("554 not this")
            return
        if to[0].startswith("later@") and SEEN.setdefault("later", 0) == 0:
            SEEN["later"] = 1
            self.say("451 come back")
            return
        body = message[:-3].replace(b"\r\n..", b"\r\n.")
        note("mails", {"user": user, "from": sender, "to": to, "tls": self.secret, "message": base64.b64encode(body).decode()})
        if to[0].startswith("lost@"):
            raise OSError
        if to[0].startswith("slow@") and SEEN.setdefault("slow", 0) == 0:
            SEEN["slow"] = 1
            time.sleep(20)
        self.say("250 taken")


class StartTls(Mail):
    tls_at_once = False


class Proxy(socketserver.StreamRequestHandler):
    """CONNECT, and what was asked for is noted."""
    def handle(self):
        asked, headers = self.rfile.readline().decode().split(" "), []
        while (line := self.rfile.readline().strip()):
            headers.append(line.decode())
        note("proxied", {"method": asked[0], "to": asked[1], "headers": headers})
        if asked[0] != "CONNECT":
            self.wfile.write(b"HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n")
            return
        host, port = asked[1].rsplit(":", 1)
        with socket.create_connection((host, int(port)), 10) as there:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            self.wfile.flush()
            back = threading.Thread(target=pump, args=(there, self.request), daemon=True)
            back.start()
            pump(self.request, there)
            back.join(10)


def pump(source, to):
    try:
        while data := source.recv(65536):
            to.sendall(data)
        to.shutdown(socket.SHUT_WR)
    except OSError:
        pass


class Threads(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self, handler, context=None):
        self.context = context
        super().__init__(("127.0.0.1", 0), handler)

    def handle_error(self, request, client_address):
        pass


class Web(http.server.ThreadingHTTPServer):
    """The handshake is the thread's own matter: a client that stops in the middle of it stops nobody else."""
    daemon_threads = True

    def __init__(self, context=None):  # None: plain
        self.context = context
        super().__init__(("127.0.0.1", 0), Handler)

    def finish_request(self, request, client_address):
        if self.context:
            request.settimeout(30)
            request = self.context.wrap_socket(request, server_side=True)
        self.RequestHandlerClass(request, client_address, self)

    def handle_error(self, request, client_address):
        pass


def context(certificate, old=False):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if old:
        made.set_ciphers("DEFAULT:@SECLEVEL=0")
        made.minimum_version = ssl.TLSVersion.TLSv1
        made.maximum_version = ssl.TLSVersion.TLSv1_1
    made.load_cert_chain(certificate, KEY)
    return made


warnings.simplefilter("ignore", DeprecationWarning)  # of TLS 1.1
good, old = context(CERTIFICATE), context(CERTIFICATE, old=True)
servers = {"https": Web(good), "http": Web(), "smtps": Threads(Mail, good), "smtp": Threads(StartTls, good), "old": Web(old),
           "old_mail": Threads(Mail, old), "proxy": Threads(Proxy)}
for name in ("expired", "other_name", "self_signed"):
    servers[name] = Web(context(os.path.join(FOLDER, name + ".pem")))
for server in servers.values():
    threading.Thread(target=server.serve_forever, daemon=True).start()
with open(os.path.join(FOLDER, "ports"), "w", encoding="utf-8") as ports:
    for name, server in servers.items():
        print("%s=%d" % (name, server.server_address[1]), file=ports)
print(*[servers[name].server_address[1] for name in ("https", "http", "smtps", "smtp")], flush=True)
sys.stdin.read()
