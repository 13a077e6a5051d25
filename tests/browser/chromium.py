"""Chromium without a head, spoken to over a pipe (Chrome DevTools Protocol, JSON messages that end with NUL).

Needs nothing but Python and Debian's Chromium: no driver, no socket, no package from elsewhere."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--mute-audio",
         "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe", "--force-color-profile=srgb"]
TIMEOUT = 30


class Failed(Exception):
    """The browser said no, or nothing, in time."""


class Browser:
    def __init__(self, program=None):
        program = program or os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
        if not program:
            raise Failed("chromium is not installed")
        self.profile = tempfile.mkdtemp(prefix="kijun-chromium-")
        to_browser, self.write = os.pipe()
        self.read, from_browser = os.pipe()
        self.buffer, self.number, self.events = b"", 0, []

        def descriptors():  # the protocol is spoken on descriptors 3 and 4
            a, b = os.dup(to_browser), os.dup(from_browser)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen([program, *FLAGS, "--user-data-dir=" + self.profile, "about:blank"],
                                        preexec_fn=descriptors, close_fds=False, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)

    def close(self):
        self.process.kill()
        self.process.wait()
        for fd in (self.read, self.write):
            os.close(fd)
        shutil.rmtree(self.profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def receive(self, until):
        while b"\0" not in self.buffer:
            if not select.select([self.read], [], [], max(0, until - time.monotonic()))[0]:
                raise Failed("no answer in time")
            piece = os.read(self.read, 1 << 20)
            if not piece:
                raise Failed("the browser ended")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write, data):]
        until = time.monotonic() + TIMEOUT
        while True:
            answer = self.receive(until)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Failed(method + ": " + answer["error"]["message"])
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def page(self, width=1280, height=900, phone=False, dark=False, script=True):
        return Page(self, width, height, phone, dark, script)


class Page:
    def __init__(self, browser, width, height, phone, dark, script):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        if dark:
            self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        if not script:
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        self.width = width

    def call(self, method, **params):
        return self.browser.call(method, self.session, **params)

    def open(self, url):
        self.browser.events.clear()
        result = self.call("Page.navigate", url=url)
        if result.get("errorText"):
            raise Failed(url + ": " + result["errorText"])
        self.wait("Page.loadEventFired")

    def wait(self, event):
        until = time.monotonic() + TIMEOUT
        while not any(e["method"] == event and e.get("sessionId") == self.session for e in self.browser.events):
            message = self.browser.receive(until)
            if "method" in message:
                self.browser.events.append(message)

    def eval(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise Failed(expression + ": " + json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def until(self, expression):
        """Waits for it. A page that is just being left cannot answer: the one that follows is asked."""
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            try:
                if self.eval(expression):
                    return
            except Failed as failure:
                if "navigated or closed" not in str(failure) and "context" not in str(failure):
                    raise
            time.sleep(0.02)
        raise Failed("never became true: " + expression)

    def place(self, selector):
        return self.eval("(()=>{const r=document.querySelector(%s).getClientRects()[0];"
                         "return [r.x+r.width/2,r.y+r.height/2]})()" % json.dumps(selector))

    def click(self, selector):
        """A real click of the mouse, where the element stands once the page has stopped scrolling."""
        before = None
        for _ in range(100):
            self.eval("document.querySelector(%s).scrollIntoView({block:'center',behavior:'instant'})" % json.dumps(selector))
            place = self.place(selector)
            if place == before:
                break
            before = place
            time.sleep(0.05)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def trouble(self):
        """What the page complained of: errors of the script, refusals of the security policy, requests to anywhere else."""
        found = []
        for e in self.browser.events:
            if e.get("sessionId") != self.session:
                continue
            p = e["params"]
            if e["method"] == "Runtime.exceptionThrown":
                found.append(p["exceptionDetails"]["text"] + " " + str(p["exceptionDetails"].get("exception", {}).get("description")))
            if e["method"] == "Log.entryAdded" and p["entry"]["level"] == "error":
                found.append(p["entry"]["text"])
            if e["method"] == "Network.requestWillBeSent" and not p["request"]["url"].startswith(("file:", "data:")):
                found.append("request to " + p["request"]["url"])
        return found

    def picture(self, path, whole=True, clip=None):
        params = {"format": "png", "captureBeyondViewport": whole}
        if whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            params["clip"] = dict(x=0, y=0, width=self.width, height=min(size["height"], 16000), scale=1)
        if clip:
            params["clip"] = dict(zip(("x", "y", "width", "height"), clip), scale=1)
        with open(path, "wb") as f:
            f.write(base64.b64decode(self.call("Page.captureScreenshot", **params)["data"]))

    def pdf(self):
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
