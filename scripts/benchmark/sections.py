"""What `make bench` measures. Every section is one function that returns a table: a title, a note, and rows of text."""
import os, statistics, subprocess, time
from xml.sax.saxutils import quoteattr

from . import measure
from .measure import BUILT, HERE, KIJUN, RULES_34, STANDARD, TOP, Row, check, rounds
from .portfolio import Grown, Portfolio

BARE = os.path.join(BUILT, "kijun-bare")
PYTHON = "/usr/bin/python3" # Debian's: the one for which scripts/setup installs lxml
ONE_CORE = {max(os.sched_getaffinity(0))}


class Table:
    def __init__(self, title, note, head, rows):
        self.title, self.note, self.head, self.rows = title, note, head, rows


class Bench:
    def __init__(self, folder, count, how_often):
        self.folder, self.count, self.rounds = folder, count, how_often
        self.outputs = os.path.join(folder, "out-%d" % os.getpid())
        self.portfolio = Portfolio(folder, count)

    def run(self, rows):
        return rounds(rows, self.rounds, self.outputs)

    def rate(self, row, count=None):
        return (count or self.count) / row.time.wall


def checks():
    with open(os.path.join(HERE, "checks.tsv"), encoding="utf-8") as table:
        return [line.rstrip("\n").split("\t") for line in table]


def schematron(path):
    rules = "\n".join('<assert test=%s>%s</assert>' % (quoteattr(x), n) for n, x in checks())
    with open(path, "w", encoding="utf-8") as out:
        out.write('<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="k" uri="urn:kijun:1"/>'
                  '<pattern name="34 checks"><rule context="k:dossier">\n%s\n</rule></pattern></schema>\n' % rules)
    return path


def in_parts(*command):
    """One process reads 500 files: libxml2's tools keep what they have read of a file's names."""
    return ["xargs", "-0", "-n", "500", *command]


def compare(b):
    """Rows by name, for the plot and the table."""
    names = b.portfolio.names
    rules = schematron(os.path.join(b.folder, "checks.sch"))
    rows = [
        Row("SAX2 limit: libxml2, no handlers", [os.path.join(BUILT, "sax2-limit")], stdin=names),
        Row("xmllint --noout: parses only", in_parts("xmllint", "--noout"), stdin=names),
        Row("xmllint --schematron, 34 asserts", in_parts("xmllint", "--noout", "--schematron", rules),
            stdin=names, ends=(123,)), # xargs: some failed, as some must
        Row("Python lxml, 34 XPath, a report each", lambda out: [PYTHON, os.path.join(HERE, "lxml_peer.py"),
            os.path.join(HERE, "checks.tsv"), out], stdin=names, ends=(0,)),
        Row("kijun -j 1, 34 rules, all on one core", check(b.portfolio.suppliers, RULES_34, 1), cores=ONE_CORE),
        Row("kijun -j 1, 34 rules", check(b.portfolio.suppliers, RULES_34, 1)),
        Row("kijun -j 2, 34 rules", check(b.portfolio.suppliers, RULES_34, 2)),
        Row("kijun -j 1, policy standard", check(b.portfolio.suppliers, STANDARD, 1)),
        Row("kijun -j 2, policy standard", check(b.portfolio.suppliers, STANDARD, 2)),
    ]
    return b.run(rows)


def comparison(b, rows):
    limit, parse, sch = (row.time for row in rows[:3])
    table = [[row.name, "%.3f" % row.time.wall, "%.3f" % row.time.cpu, "%.0f" % b.rate(row), "%.2f" % (limit.wall / row.time.wall),
              "%.2f" % (parse.wall / row.time.wall), "%.2f" % (sch.wall / row.time.wall)] for row in rows]
    return Table("Beside other programs",
                 "%d suppliers of %.1f KB. A ratio over 1 is faster than the program named." %
                 (b.count, b.portfolio.bytes / b.count / 1000),
                 ["", "wall s", "CPU s", "suppliers/s", "of the SAX2 limit", "of --noout", "of --schematron"], table)


def suppliers(b):
    rows = []
    for count in (b.count // 4, b.count, b.count * 10):
        p = Portfolio(b.folder, count)
        rows.append((count, Row("one core", check(p.suppliers, RULES_34, 1), cores=ONE_CORE),
                     Row("-j 1", check(p.suppliers, RULES_34, 1)), Row("-j 2", check(p.suppliers, RULES_34, 2))))
    b.run([row for _, *three in rows for row in three])
    return Table("Growth with suppliers and cores", "34 rules; suppliers a second, and how much faster than all on one core.",
                 ["suppliers", "one core", "-j 1", "-j 2", "-j 1 gain", "-j 2 gain"],
                 [["%d" % n, "%.0f" % b.rate(one, n), "%.0f" % b.rate(j1, n), "%.0f" % b.rate(j2, n),
                   "%.2f" % (one.time.wall / j1.time.wall), "%.2f" % (one.time.wall / j2.time.wall)] for n, one, j1, j2 in rows])


SMALL = 50          # times as many small suppliers as large ones


def change(folder, count, turn):
    """Another name in the profile of one supplier in a hundred."""
    for number in range(1 + turn % 100, count + 1, 100):
        with open(os.path.join(folder, "s%07d" % number, "supplier.xml"), "r+b") as file:
            at = file.read().index(b'name="') + len('name="')
            file.seek(at)
            first = file.read(1)
            file.seek(at)
            file.write(b"S" if first != b"S" else b"R")
    time.sleep(0.1) # older than a tick of the clock


def nights(b):
    count, folder = b.count * SMALL, os.path.join(b.folder, "small%d" % (b.count * SMALL))
    portfolio = os.path.join(folder, "suppliers")
    if not os.path.isdir(portfolio):
        subprocess.run([os.path.join(TOP, "scripts", "generate"), str(count), folder, "--tiny"], check=True)
    check_all = check(portfolio, os.path.join(TOP, "scripts", "bench-million.lua"), 2)(b.outputs)
    rows = [Row("find -newer: looks at each file once", ["find", portfolio, "-newer", __file__, "-size", "-0"]),
            Row("everything judged (--full)", [*check_all, "--full"]), Row("nothing changed", check_all),
            Row("1 % changed", check_all)]
    for turn in range(b.rounds):
        for row in rows:
            if row is rows[-1]:
                change(portfolio, count, turn)
            row.time.add(*measure.once(row.command))
    return Table("From night to night",
                 "%d small suppliers, each a folder with two files, -j 2, the reports on the same disk. The last columns only "
                 "multiply; `make bench-million` measures a million." % count,
                 ["", "wall s", "CPU s", "wall s for a million", "CPU s for a million"],
                 [[row.name, "%.2f" % row.time.wall, "%.2f" % row.time.cpu, "%.1f" % (row.time.wall * 1e6 / count),
                   "%.1f" % (row.time.cpu * 1e6 / count)] for row in rows])


def policy_of(b, rules):
    """The first so many of the 34 rules."""
    path = os.path.join(b.folder, "rules-%d.lua" % rules)
    names = ", ".join('"%s"' % name for name, _ in checks()[:rules])
    with open(path, "w", encoding="utf-8") as out:
        out.write('return policy { name = "rules-%d", packs = { "core", "iso27001" }, only = { %s } }\n' % (rules, names))
    return path


def rules(b):
    rows = [Row(str(n), check(b.portfolio.suppliers, policy_of(b, n), 1, more=("--packs", os.path.join(TOP, "rules"))))
            for n in (1, 8, 17, 34)]
    rows.append(Row("all of standard", check(b.portfolio.suppliers, STANDARD, 1)))
    b.run(rows)
    return Table("Growth with rules", "-j 1.", ["rules", "suppliers/s", "CPU us a supplier"],
                 [[row.name, "%.0f" % b.rate(row), "%.0f" % (row.time.cpu / b.count * 1e6)] for row in rows])


def sizes(b):
    grown = [Grown(b.portfolio, factor) for factor in (1, 4, 16, 64)]
    rows = b.run([Row("", check(p.suppliers, RULES_34, 1)) for p in grown])
    return Table("Growth with the size of documents", "34 rules, -j 1: CPU time a byte stays level while time is linear.",
                 ["KB each", "files", "MB/s", "CPU ns a byte"],
                 [["%.0f" % (p.bytes / len(p.files) / 1000), "%d" % len(p.files), "%.0f" % (p.bytes / row.time.wall / 1e6),
                   "%.1f" % (row.time.cpu / p.bytes * 1e9)] for p, row in zip(grown, rows)])


def stages(b):
    out = []
    for name, policy in (("34 rules", RULES_34), ("standard", STANDARD)):
        done = subprocess.run([os.path.join(BUILT, "stages"), policy, measure.AS_OF, os.path.join(TOP, "rules"),
                               *b.portfolio.files[:500]], check=True, capture_output=True, text=True)
        words = [line.split() for line in done.stdout.splitlines()]
        best = {word[0]: float(word[1]) for word in words if word[0] in ("load", "judge", "render")}
        out.append([name, *("%.0f" % best[k] for k in ("load", "judge", "render")), "%.0f" % sum(best.values())])
    return Table("Where the time goes", "Microseconds a supplier in one process, without files written and without workers.",
                 ["", "load", "judge", "render", "sum"], out)


def recognition(b):
    done = subprocess.run([os.path.join(TOP, "scripts", "bench-recognise")], check=True, capture_output=True, text=True)
    words = [line.split() for line in done.stdout.splitlines()]
    return Table("Contracts in prose", "Read and recognised on one core, milliseconds: reading, types of clauses, terms, all that "
                 "rules may ask for. %d KB in six forms, then a text that grows." % round(float(words[0][1])),
                 ["", "KB", "read", "types", "terms", "all", "ns a byte"],
                 [[w[0], "%.0f" % float(w[1]), *("%.2f" % (float(w[w.index(k) + 1]) / 1000) for k in ("read", "types")),
                   "%.2f" % (float(w[8 + w[8:].index("terms") + 1]) / 1000), "%.2f" % (float(w[w.index("all") + 1]) / 1000),
                   w[-2]] for w in words])


def defences(b):
    rows = b.run([Row("kijun -j 1, on one core", check(b.portfolio.suppliers, RULES_34, 1), cores=ONE_CORE),
                  Row("without defences, on one core", check(b.portfolio.suppliers, RULES_34, 1, BARE), cores=ONE_CORE),
                  Row("standard, on one core", check(b.portfolio.suppliers, STANDARD, 1), cores=ONE_CORE),
                  Row("standard, without defences", check(b.portfolio.suppliers, STANDARD, 1, BARE), cores=ONE_CORE)])
    table = []
    for full, bare in (rows[:2], rows[2:]):
        for row in (full, bare):
            table.append([row.name, "%.3f" % row.time.wall, "%.3f" % row.time.cpu, "%+.0f %%" % (100 * (row.time.wall / bare.time.wall - 1))])
    return Table("What the defences cost", "Worker processes, system call filter, limits of memory, CPU time and files, a fresh "
                 "Lua state for every supplier; without them (scripts/benchmark/bare.c) the reports are the same bytes.",
                 ["", "wall s", "CPU s", "more wall time"], table)


def durability(b):
    rows = b.run([Row("as it is", check(b.portfolio.suppliers, RULES_34, 2)),
                  Row("nothing synced", check(b.portfolio.suppliers, RULES_34, 2),
                      environment={"LD_PRELOAD": os.path.join(BUILT, "no-sync.so")})])
    return Table("What durability costs", "34 rules, -j 2; without: fsync, fdatasync and syncfs do nothing.",
                 ["", "wall s", "more wall time"],
                 [[row.name, "%.3f" % row.time.wall, "%+.0f %%" % (100 * (row.time.wall / rows[1].time.wall - 1))] for row in rows])


def start_up(b):
    template = os.path.join(TOP, "fixtures", "templates", "services-en.xml")
    command = [KIJUN, "check", template, "--policy", "template", "--as-of", measure.AS_OF, "-j", "1", "--format", "json"]
    cache = os.path.join(b.folder, "cache")
    rows = [Row("/bin/true", ["/bin/true"]), Row("xmllint --noout", ["xmllint", "--noout", template]),
            Row("kijun check, policy kept from before", command, environment={"KIJUN_CACHE": cache}),
            Row("kijun check, policy loaded anew", command, environment={"KIJUN_CACHE": "off"})]
    measure.once(command, environment={"KIJUN_CACHE": cache})
    walls = {row.name: [] for row in rows}
    for _ in range(40):
        for row in rows:
            walls[row.name].append(measure.once(row.command, **row.how)[0] * 1000)
    least = min(walls["xmllint --noout"])
    return Table("One template checked, process start included", "Policy template, one document, JSON to standard output.",
                 ["", "least ms", "middle ms", "of xmllint --noout"],
                 [[name, "%.1f" % min(ms), "%.1f" % statistics.median(ms), "%.2f" % (min(ms) / least)] for name, ms in walls.items()])
