"""A local HTTPS server that behaves and misbehaves, by path. Prints its port, serves until its input is closed.

usage: server.py CERTIFICATE KEY
"""
import gzip
import http.server
import ssl
import sys
import threading
import time

SEEN = {}


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
        self.wfile.write(body)

    def do_GET(self):
        SEEN[self.path] = SEEN.get(self.path, 0) + 1
        try:
            getattr(self, "at_" + self.path.strip("/").replace("-", "_"), self.at_missing)()
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass

    def at_missing(self):
        self.reply(404, b"no such page")

    def at_ok(self):
        self.reply(200, b"a rule pack", ETag='"v1"')

    def at_etag(self):
        if self.headers.get("If-None-Match") == '"v1"':
            self.reply(304)
        else:
            self.reply(200, b"a rule pack", ETag='"v1"')

    def at_chunked(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\nhello\r\n0\r\n\r\n")

    def at_endless(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while True:
            self.wfile.write(b"2000\r\n" + b"x" * 0x2000 + b"\r\n")

    def at_until_close(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"is this all?")
        self.close_connection = True

    def at_truncated(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only the beginning")
        self.close_connection = True

    def at_huge_length(self):
        self.send_response(200)
        self.send_header("Content-Length", "99999999999")
        self.end_headers()
        self.wfile.write(b"x" * 100000)
        self.close_connection = True

    def at_slow(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.5)

    def at_gzip_bomb(self):
        self.reply(200, gzip.compress(b"\0" * 10_000_000), Content_Encoding="gzip")

    def at_loop(self):
        self.reply(302, Location="/loop")

    def at_moved(self):
        self.reply(302, Location="/ok")

    def at_to_http(self):
        self.reply(302, Location="http://127.0.0.1:9/")

    def at_to_file(self):
        self.reply(302, Location="file:///etc/hostname")

    def at_broken_once(self):
        self.reply(500 if SEEN[self.path] == 1 else 200, b"second try")

    def at_always_broken(self):
        self.reply(503, b"")

    def at_count_always_broken(self):
        self.reply(200, str(SEEN.get("/always-broken", 0)).encode())

    def at_later(self):
        if SEEN[self.path] == 1:
            self.reply(429, b"", Retry_After="1")
        else:
            self.reply(200, b"after a second")


def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


main()
