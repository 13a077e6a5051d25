#!/usr/bin/env python3
"""year.py KIJUN NIGHTS SUPPLIERS [SEED]: plays nights over a portfolio that changes, and people who work on the findings.

The register that the program keeps is then compared with one that this script computed by itself, from nothing but what it
changed: it shares no code with the program and reads none of its intermediate results. Prints "ok - what" or "not ok - what".
"""
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

ASPECTS = ["alpha", "beta", "gamma", "delta"]
TIERS = ["critical", "important", "standard", "low"]
FIRST = datetime.date(2026, 1, 1)
# What the policy below says, in the model's own words: days by grade, for critical suppliers and others.
DUE = {"major": 21, "minor": 60, "critical": {"major": 7}}

PACK = """return pack { name = "year", version = "1.0.0", engine = ">=1.0 <2.0", languages = { "en", "ja" },
  date = "2026-01-01", jurisdiction = "any", licence = "Apache-2.0", title = { en = "Year", ja = "年" } }
"""
RULE = """return rule {{ id = "{0}-rule", grade = "major", title = {{ en = "{0}", ja = "{0}" }}, controls = {{ "X 1" }},
  needs = {{ "contract", "supplier" }},
  messages = {{ missing = {{ en = "Missing", ja = "なし" }}, weak = {{ en = "Weak", ja = "弱い" }},
    unclear = {{ en = "Unclear", ja = "不明" }}, exempt = {{ en = "Exempt", ja = "対象外" }} }},
  check = function(s, p)
    local clause = s.contracts:clause "{0}"
    if not clause then return fail "missing" end
    local level = clause:count "level"
    if not level then return indeterminate("unclear", {{ at = clause }}) end
    if level.value == 9 then return not_applicable "exempt" end
    if level.value == 0 then return fail("weak", {{ at = clause }}) end
    return pass {{ at = clause }}
  end }}
"""


def vocabulary():
    types = "".join(f"  ['{a}'] = {{ title = {{ en = '{a}', ja = '{a}' }}, heading = {{ 'heading {a}' }},\n"
                    f"    terms = {{ level = {{ type = 'count' }} }} }},\n" for a in ASPECTS)
    return "return vocabulary { sure = 100, maybe = 60, types = {\n" + types + "} }\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


class Supplier:
    """What a supplier hands in."""

    def __init__(self, name, chance):
        self.name = name
        self.tier = chance.choice(TIERS)
        self.levels = {a: chance.choice(["1", "1", "1", "0", "missing"]) for a in ASPECTS}
        self.number = 1  # of its first clause: renumbering changes no finding
        self.broken = self.gone = False
        self.dirty = True

    def xml(self):
        clauses = []
        for i, aspect in enumerate(ASPECTS):
            level = self.levels[aspect]
            if level == "missing":
                continue
            term = "" if level == "unclear" else f'<count name="level" value="{level}"/>'
            clauses.append(f'<clause number="{self.number + i}" heading="Heading" type="{aspect}"><text>Words.</text>{term}</clause>')
        if not clauses:
            clauses.append('<clause number="1" heading="Other"><text>Other words.</text></clause>')
        return (f'<dossier xmlns="urn:kijun:1">\n<supplier id="{self.name}" name="{self.name}" tier="{self.tier}" '
                f'kind="company" country="JP"><asset class="customer-data" name="Orders"/></supplier>\n'
                '<contract kind="services" title="Services" status="executed" effective="2020-04-01" expires="2040-03-31">\n'
                + "\n".join(clauses) + "\n</contract></dossier>" + ("<" if self.broken else "") + "\n")


class Finding:
    """The model's own register entry."""

    def __init__(self, day, grade):
        self.first = self.last = day
        self.state, self.grade, self.failing = "open", grade, True
        self.due = self.closed = self.owner = None
        self.recurrences = 0


class Year:
    def __init__(self, kijun, nights, suppliers, seed):
        self.kijun, self.nights = kijun, nights
        self.chance = random.Random(seed)
        self.pace = 0.06 if nights > 100 else 0.3  # changes of a supplier a night
        self.work = tempfile.mkdtemp(prefix="kijun-year-")
        self.suppliers = [Supplier(f"s-{i:04}", self.chance) for i in range(suppliers)]
        self.findings = {}  # (supplier, rule, message)
        self.waivers = {}  # (supplier, rule): last day
        self.ids = {}  # key: fingerprint, as the program lists it
        self.runs = []
        self.told = 0  # findings whose history was read in reports
        self.mistakes = []
        for aspect in ASPECTS:
            write(f"{self.work}/packs/year/rules/{aspect}-rule.lua", RULE.format(aspect))
        write(f"{self.work}/packs/year/pack.lua", PACK)
        write(f"{self.work}/packs/year/vocabulary.lua", vocabulary())

    def run(self, *arguments):
        return subprocess.run([self.kijun, *arguments], env={**os.environ, "KIJUN_REGISTER": f"{self.work}/register.db"},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)

    # ---- the world changes ----

    def policy(self):
        waivers = "".join(f'    {{ rule = "{rule}", supplier = "{supplier}", reason = "r", approver = "a", expires = "{last}" }},\n'
                          for (supplier, rule), last in sorted(self.waivers.items()))
        minor = "".join(f'["{a}-rule"] = {{ grade = "minor" }}, ' for a in ASPECTS)
        write(f"{self.work}/policy.lua", "return policy { name = 'year', packs = { 'year' }, re_audit = 'major',\n"
              f"  due = {{ major = {DUE['major']}, minor = {DUE['minor']}, tiers = {{ critical = {{ major = {DUE['critical']['major']} }} }} }},\n"
              f"  for_suppliers = {{ {{ when = {{ tier = {{ 'standard', 'low' }} }}, rules = {{ {minor} }} }} }},\n"
              f"  waivers = {{\n{waivers}  }} }}\n")

    def change_world(self, day):
        chance = self.chance
        for s in self.suppliers:
            if chance.random() < self.pace:
                s.levels[chance.choice(ASPECTS)] = chance.choice(["1", "1", "1", "0", "missing", "unclear", "9"])
                s.dirty = True
            if chance.random() < 0.01:
                s.number, s.dirty = s.number + 1, True
            if chance.random() < 0.004:
                s.tier, s.dirty = chance.choice(TIERS), True
            if s.broken or chance.random() < 0.002:
                s.broken, s.dirty = not s.broken, True
            if chance.random() < (0.3 if s.gone else 0.002):
                s.gone, s.dirty = not s.gone, True
        for key in [k for k, last in self.waivers.items() if chance.random() < 0.01]:
            del self.waivers[key]
        for _ in range(chance.randrange(2)):
            s = chance.choice(self.suppliers)
            self.waivers[(s.name, chance.choice(ASPECTS) + "-rule")] = day + datetime.timedelta(chance.randrange(5, 60))

    def write_world(self):
        self.policy()
        for s in self.suppliers:
            folder = f"{self.work}/portfolio/{s.name}"
            if s.dirty and s.gone:
                shutil.rmtree(folder, ignore_errors=True)
            elif s.dirty:
                write(f"{folder}/supplier.xml", s.xml())
            s.dirty = False

    # ---- the model ----

    def due(self, tier, grade, day):
        days = DUE["critical"].get(grade, DUE[grade]) if tier == "critical" else DUE[grade]
        return day + datetime.timedelta(days)

    def found(self, s, key, waived, grade, day):
        f, is_new = self.findings.get(key), False
        if f is None:
            f = self.findings[key] = Finding(day, grade)
            f.due, is_new = self.due(s.tier, grade, day), True
        f.last = day
        back = f.state in ("closed", "re-audit", "accepted")
        if f.state == "closed":
            f.recurrences += 1
        if waived:
            if f.state != "accepted":
                f.grade = grade
            elif grade != f.grade:
                self.regrade(s, f, grade, day)
            f.state, f.failing, f.closed = "accepted", True, None
            return
        if back and not is_new:
            f.state, f.failing, f.closed, f.grade = "open", True, None, grade
            f.due = self.due(s.tier, grade, day)
        elif f.grade != grade:
            self.regrade(s, f, grade, day)
        f.failing = True

    def regrade(self, s, f, grade, day):
        due = self.due(s.tier, grade, day)
        if grade == "major" and f.state in ("open", "cause-given") and due < f.due:
            f.due = due
        f.grade = grade

    def gone(self, f, withdrawn, day):
        if not f.failing:
            return
        f.failing = False
        waits = not withdrawn and f.grade == "major" and f.state not in ("accepted", "closed")
        f.state, f.closed = ("re-audit", None) if waits else ("closed", day)

    def judge(self, s, day):
        grade = "minor" if s.tier in ("standard", "low") else "major"
        for aspect in ASPECTS:
            level, rule = s.levels[aspect], aspect + "-rule"
            failed = {"missing": "missing", "0": "weak"}.get(level)
            waived = self.waivers.get((s.name, rule), datetime.date.min) >= day
            if failed:
                self.found(s, (s.name, rule, failed), waived, grade, day)
            for message in ("missing", "weak"):
                f = self.findings.get((s.name, rule, message))
                if f and message != failed and level != "unclear":
                    self.gone(f, level == "9", day)

    def count(self, day):
        opened = [f for f in self.findings.values() if f.state in ("open", "cause-given", "plan-given", "done")]
        return {"open_major": sum(f.grade == "major" for f in opened), "open_minor": sum(f.grade == "minor" for f in opened),
                "overdue": sum(f.due < day for f in opened)}

    # ---- people ----

    def act(self, key, f, action, day):
        """What the model says of it: False when it must be refused."""
        state, due = f.state, day + datetime.timedelta(self.chance.randrange(3, 40))
        allowed = {"cause": state in ("open", "cause-given"), "plan": state in ("cause-given", "plan-given"),
                   "done": state == "plan-given", "effective": state in ("done", "re-audit") and not f.failing,
                   "not-effective": state in ("done", "re-audit"), "note": True, "assign": True}[action]
        verb = {"effective": "reaudit", "not-effective": "reaudit"}.get(action, action)
        person = self.chance.choice(["sato", "tanaka", "suzuki"])
        extra = {"reaudit": [action], "assign": [person]}.get(verb, [])
        extra += ["--due", str(due)] if action == "plan" else []
        result = self.run("register", verb, self.ids[key], *extra, "--text", f"{action} on {day}", "--who", person,
                          "--as-of", str(day))
        if (result.returncode == 0) != allowed or result.returncode not in (0, 2):
            self.mistakes.append(f"{day} {action} in {state}: exit {result.returncode} {result.stderr.strip()}")
        if not allowed:
            return
        if action == "plan":
            f.due = due
        if action == "assign":
            f.owner = person
        if action == "effective":
            f.closed = day
        f.state = {"cause": "cause-given", "plan": "plan-given", "done": "done", "effective": "closed",
                   "not-effective": "open"}.get(action, state)

    def people(self, day):
        opened = sorted(k for k, f in self.findings.items() if f.state not in ("closed", "accepted"))
        waiting = sorted(k for k, f in self.findings.items() if f.state == "re-audit")
        for _ in range(min(len(opened), 5)):
            key = self.chance.choice(opened)
            likely = {"open": "cause", "cause-given": "plan", "plan-given": "done"}.get(self.findings[key].state, "note")
            actions = [likely] * 4 + ["cause", "plan", "done", "effective", "not-effective", "note", "assign"]
            self.act(key, self.findings[key], self.chance.choice(actions), day)
        if waiting and self.chance.random() < 0.7:
            key = self.chance.choice(waiting)
            self.act(key, self.findings[key], self.chance.choice(["effective", "effective", "not-effective"]), day)

    # ---- the nights ----

    def listed(self):
        return {(e["supplier"], e["rule"], e["message"]): e
                for e in json.loads(self.run("register", "list", "--format", "json").stdout or "[]")}

    def night(self, day):
        self.change_world(day)
        self.write_world()
        reports = len(self.runs) % 7 == 6  # now and then what the reports say is held against the register
        extra = ["--out", f"{self.work}/out", "--format", "json"] if reports else []
        result = self.run("check", f"{self.work}/portfolio", "--policy", f"{self.work}/policy.lua", "--packs",
                          f"{self.work}/packs", "--as-of", str(day), "--quiet", *extra)
        if result.returncode not in (0, 1, 3):
            self.mistakes.append(f"{day}: exit {result.returncode} {result.stderr.strip()}")
        for s in self.suppliers:
            if not s.broken and not s.gone:
                self.judge(s, day)
        self.runs.append({"as_of": str(day), **self.count(day)})
        if set(self.findings) - set(self.ids):
            self.ids = {k: e["id"] for k, e in self.listed().items()}
        if reports:
            self.compare_reports(day)
        self.people(day + datetime.timedelta(1))

    def compare_reports(self, day):
        """What a report says before the run is recorded is what the register holds after it."""
        listed = {e["id"]: e for e in self.listed().values()}
        names = ("state", "first_seen", "last_seen", "due", "overdue", "recurrences", "owner")
        for s in self.suppliers:
            path = f"{self.work}/out/suppliers/{s.name}.json"
            if s.gone or s.broken or not os.path.exists(path):
                continue
            with open(path, encoding="utf-8") as f:
                report = json.load(f)
            told = [(x["fingerprint"], x["history"]) for x in report["findings"] + report["history"]["absent"] if "history" in x]
            self.told += len(told)
            for fingerprint, history in told:
                for name in names:
                    if history.get(name) != listed[fingerprint].get(name):
                        self.mistakes.append(f"{day} {fingerprint} {name}: reported {history.get(name)}, "
                                             f"recorded {listed[fingerprint].get(name)}")
            opened = {e["id"] for e in listed.values() if e["supplier"] == s.name and e["state"] in
                      ("open", "cause-given", "plan-given", "done")}
            if opened - {fingerprint for fingerprint, _ in told}:
                self.mistakes.append(f"{day} {s.name}: open, and not in the report: {opened - {f for f, _ in told}}")
        with open(f"{self.work}/out/run.json", encoding="utf-8") as f:
            changes = json.load(f)["history"]["changes"]
        run = json.loads(self.run("register", "runs", "--format", "json").stdout)[-1]
        for name in ("new", "back", "fixed", "accepted"):
            if changes[name] != run[name]:
                self.mistakes.append(f"{day}: {changes[name]} {name} reported, {run[name]} recorded")

    def expected(self, f, day):
        overdue = f.state in ("open", "cause-given", "plan-given", "done") and f.due < day
        return {"state": f.state, "grade": f.grade, "due": str(f.due), "first_seen": str(f.first), "last_seen": str(f.last),
                "closed": str(f.closed) if f.closed else None, "recurrences": f.recurrences, "owner": f.owner,
                "failing": f.failing, "overdue": overdue}

    def compare(self, day):
        listed = self.listed()
        for key in set(listed) ^ set(self.findings):
            self.mistakes.append(f"{key} is only {'listed' if key in listed else 'in the model'}")
        for key in sorted(set(listed) & set(self.findings)):
            for name, value in self.expected(self.findings[key], day).items():
                if listed[key].get(name) != value:
                    self.mistakes.append(f"{key} {name}: listed {listed[key].get(name)}, expected {value}")

    def compare_runs(self):
        runs = json.loads(self.run("register", "runs", "--format", "json").stdout or "[]")
        if [{k: r[k] for k in ("as_of", "open_major", "open_minor", "overdue")} for r in runs] != self.runs:
            for listed, expected in zip(runs, self.runs):
                if any(listed[k] != v for k, v in expected.items()):
                    self.mistakes.append(f"run: listed {listed}, expected {expected}")
                    break
            else:
                self.mistakes.append(f"{len(runs)} runs are listed, {len(self.runs)} are expected")

    def play(self):
        for n in range(self.nights):
            self.night(FIRST + datetime.timedelta(n))
        self.compare(FIRST + datetime.timedelta(self.nights - 1))
        self.compare_runs()
        verified = self.run("register", "verify")
        if verified.returncode != 0:
            self.mistakes.append(f"verify: {verified.stderr.strip()}")
        return self.mistakes


def main(kijun, nights, suppliers, seed="1"):
    year = Year(kijun, int(nights), int(suppliers), int(seed))
    try:
        mistakes = year.play()
        states = {s: sum(f.state == s for f in year.findings.values()) for s in
                  ("open", "cause-given", "plan-given", "done", "re-audit", "accepted", "closed")}
        seen = {"recurrences": sum(f.recurrences for f in year.findings.values()), "accepted": states["accepted"],
                "overdue": max(r["overdue"] for r in year.runs), "closed": states["closed"], "told in a report": year.told}
        mistakes += [f"no finding was {name}: the year tests too little" for name, n in seen.items() if n == 0]
        what = f"after {nights} nights over {suppliers} suppliers the register is the one computed independently"
        print(f"{'not ok' if mistakes else 'ok'} - {what}")
        print(f"  # {len(year.findings)} findings, {sum(f.recurrences for f in year.findings.values())} recurrences, {states}")
        for mistake in mistakes[:20]:
            print(f"  # {mistake}")
        return 1 if mistakes else 0
    finally:
        shutil.rmtree(year.work)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
