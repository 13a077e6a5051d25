"""The suppliers that are measured with: generated once, then used again when FOLDER is named."""
import os, re, subprocess

from .measure import TOP


class Portfolio:
    """`count` suppliers of about 37 KB, one file each, with a list of their names for programs that want one."""

    def __init__(self, folder, count):
        self.folder = os.path.join(folder, "n%d" % count)
        self.suppliers = os.path.join(self.folder, "suppliers")
        self.names = os.path.join(self.folder, "names")
        if not os.path.isfile(self.names):
            subprocess.run([os.path.join(TOP, "scripts", "generate"), str(count), self.folder, "--single"], check=True)
            self.list()
        with open(self.names, encoding="utf-8") as names:
            self.files = names.read().split("\0")[:-1]
        self.bytes = sum(map(os.path.getsize, self.files))

    def list(self):
        files = sorted(entry.path for entry in os.scandir(self.suppliers))
        with open(self.names, "w", encoding="utf-8") as out:
            out.write("".join(path + "\0" for path in files))


class Grown(Portfolio):
    """The first suppliers of a portfolio with `factor` times as many clauses, numbered on, in all about 32 MB."""

    def __init__(self, base, factor):
        self.folder = "%s-x%d" % (base.folder, factor)
        self.suppliers = os.path.join(self.folder, "suppliers")
        self.names = os.path.join(self.folder, "names")
        os.makedirs(self.suppliers, exist_ok=True)
        self.files = []
        for path in base.files[:max(2, len(base.files) // 2 // factor)]:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            grown = os.path.join(self.suppliers, os.path.basename(path))
            with open(grown, "w", encoding="utf-8") as out:
                out.write(self.grow(text, factor))
            self.files.append(grown)
        self.list()
        self.bytes = sum(map(os.path.getsize, self.files))

    @staticmethod
    def grow(text, factor):
        start, end = text.index("  <clause "), text.index("</contract>")
        clauses, serial = text[start:end], 0
        parts = [text[:end]]
        for _ in range(1, factor):
            serial += 1000
            parts.append(re.sub(r'(<clause number=")(\d+)', lambda m: m[1] + str(int(m[2]) + serial), clauses))
        return "".join(parts) + text[end:]
