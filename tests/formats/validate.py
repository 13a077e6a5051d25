#!/usr/bin/env python3
"""validate.py REPORTS SCHEMAS: holds the reports of a run in every format against their schemas, against their real consumers,
and against one another.

REPORTS was written by `kijun check --out REPORTS --format json,xml,sarif,junit,gitlab,tap,csv,csv-excel,oscal-poam,xlsx,baseline`, in
English. SCHEMAS holds those of others; our own are in fixtures/schemas, below the working folder. Prints what is wrong, then how many findings there were; the exit status says whether anything was."""
import csv
import glob
import json
import os
import re
import subprocess
import sys

import jsonschema

COLUMNS = ["supplier", "name", "outcome", "grade", "rule", "message", "text", "document", "line", "paragraph", "cell", "clause", "heading", "quote",
           "expected", "found", "controls", "advice", "waived_until", "fingerprint"]
mistakes = []


def wrong(what):
    mistakes.append(what)


def hold(condition, what):
    if not condition:
        wrong(what)


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def findings_of(folder):
    """Every finding as the JSON reports tell it, by supplier and fingerprint: these are unique."""
    found, faults = {}, 0
    for path in sorted(glob.glob(os.path.join(folder, "suppliers", "*.json"))):
        report = load(path)
        if "findings" not in report:
            continue
        supplier = report["supplier"]["id"]
        for f in report["findings"]:
            key = (supplier, f["fingerprint"])
            hold(re.fullmatch("[0-9a-f]{32}", f["fingerprint"]), f"{path}: no fingerprint: {f['fingerprint']}")
            hold(key not in found, f"{path}: two findings have the fingerprint {f['fingerprint']}")
            found[key] = f
        faults += sum(1 for d in report.get("documents", []) if d.get("fault"))
    fingerprints = [k[1] for k in found]
    hold(len(set(fingerprints)) == len(fingerprints), "fingerprints are not unique over the suppliers")
    return found


def check_sarif(path, schemas, found):
    log = load(path)
    validator = jsonschema.Draft7Validator(load(os.path.join(schemas, "sarif-schema-2.1.0.json")))
    for error in list(validator.iter_errors(log))[:20]:
        wrong(f"{path}: {'/'.join(map(str, error.path))}: {error.message[:200]}")
    prints, suppressed, by_print = [], {}, {k[1]: f for k, f in found.items()}
    for r in log["runs"][0]["results"]:
        prints += r["partialFingerprints"].values()
        if r.get("suppressions"):
            suppressed[list(r["partialFingerprints"].values())[0]] = r
        told = by_print.get(list(r["partialFingerprints"].values())[0], {}).get("place") or {}
        physical = r["locations"][0].get("physicalLocation", {})
        hold(physical.get("artifactLocation", {}).get("uri"), f"{path}: a result without a file: {r['ruleId']}")
        if told.get("line") and not told.get("paragraph"):
            hold(physical.get("region", {}).get("startLine") == told["line"], f"{path}: another line than {told['line']}: {r['ruleId']}")
        if told.get("clause"):
            hold(told["clause"] in json.dumps(r["locations"], ensure_ascii=False), f"{path}: the clause is not told: {r['ruleId']}")
    hold(len(prints) == len(set(prints)), f"{path}: fingerprints are not unique")
    missing = {k[1] for k in found} - set(prints)
    hold(not missing, f"{path}: {len(missing)} findings are not in it")
    waived = {k[1]: f for k, f in found.items() if f["outcome"] == "waived"}
    hold(set(waived) == set(suppressed), f"{path}: what is waived is not what is suppressed")
    for fingerprint, f in waived.items():
        level = {"major": "error", "minor": "warning", "observation": "note"}[f["grade"]]
        hold(suppressed.get(fingerprint, {}).get("level") == level, f"{path}: {f['rule']} was waived and lost its level")


def check_xml(schema, *paths):
    hold(paths, f"nothing is held against {schema}")
    for start in range(0, len(paths), 200):
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, *paths[start:start + 200]], capture_output=True, text=True)
        hold(done.returncode == 0, "\n".join(line for line in done.stderr.splitlines() if not line.endswith(" validates"))[:500])


def resolved(schema):
    """The schema with what its references point at in their place: looked up once, and not for every value."""
    def fill(value):
        if isinstance(value, list):
            return [fill(v) for v in value]
        if not isinstance(value, dict):
            return value
        if set(value) == {"$ref"}:
            name = value["$ref"]
            if name in filled:
                return filled[name]
            filled[name] = made = {}
            target = schema
            for part in name.lstrip("#/").split("/"):
                target = target[part]
            made.update(fill(target))
            return made
        return {k: fill(v) for k, v in value.items()}

    filled = {}
    return fill({k: v for k, v in schema.items() if k != "$defs"})


def check_ours(folder):
    """The reports of kijun's own formats: the run's and each supplier's, as XML and JSON."""
    check_xml("fixtures/schemas/report.xsd", *sorted(p for p in glob.glob(os.path.join(folder, "suppliers", "*.xml")) if not p.endswith(".poam.xml")))
    check_xml("fixtures/schemas/run.xsd", os.path.join(folder, "run.xml"))
    for schema, paths in (("report", sorted(glob.glob(os.path.join(folder, "suppliers", "*.json")))), ("run", [os.path.join(folder, "run.json")])):
        validator = jsonschema.Draft202012Validator(resolved(load(f"fixtures/schemas/{schema}.schema.json")))
        for path in paths:
            for error in validator.iter_errors(load(path)):
                wrong(f"{path}: {'/'.join(map(str, error.path))}: {error.message[:200]}")


def check_workbook(folder):
    done = subprocess.run(["tests/e2e/read_workbook", os.path.join(folder, "run.xlsx"), folder, "en"], capture_output=True, text=True)
    hold(done.returncode == 0, done.stdout[:500] + done.stderr[-500:])


def check_junit(path, schemas):
    """Against the schema of Jenkins, and as junitparser reads it: the numbers that suites tell are those of their cases."""
    check_xml(os.path.join(schemas, "junit-10.xsd"), path)
    program = ("import sys, junitparser as j\n"
               "for s in j.JUnitXml.fromfile(sys.argv[1]):\n"
               "    bad = [t for c in s for t in {type(r) for r in c.result}]\n"
               "    print(s.tests - len(list(s)), s.failures - bad.count(j.Failure), s.errors - bad.count(j.Error), s.skipped - bad.count(j.Skipped))")
    done = subprocess.run(["/usr/bin/python3", "-c", program, path], capture_output=True, text=True)  # Debian's, which has it
    hold(done.returncode == 0 and set(done.stdout.splitlines()) == {"0 0 0 0"}, f"{path}: {done.stdout[:200]} {done.stderr[-300:]}")


def check_gitlab(path, found):
    issues = load(path)
    prints = [i["fingerprint"] for i in issues]
    hold(len(prints) == len(set(prints)), f"{path}: fingerprints are not unique")
    for i in issues:
        hold(i["description"] and i["check_name"] and i["location"]["path"], f"{path}: an issue without text, rule or path")
        hold(i["severity"] in ("info", "minor", "major", "critical", "blocker"), f"{path}: severity {i['severity']}")
        hold(i["location"]["lines"]["begin"] >= 1, f"{path}: an issue without a line")
    missing = {k[1] for k, f in found.items() if f["outcome"] != "waived"} - set(prints)
    hold(not missing, f"{path}: {len(missing)} findings are not in it")


def check_tap(path):
    program = ('my $p = TAP::Parser->new({ source => $ARGV[0] }); $p->run; print join("\\n", $p->parse_errors); '
               'printf "%d %d %s", $p->tests_run, scalar($p->failed), $p->is_good_plan ? "plan" : "noplan"')
    done = subprocess.run(["perl", "-MTAP::Parser", "-e", program, path], capture_output=True, text=True)
    hold(re.search(r"^\d+ \d+ plan$", done.stdout) and done.returncode == 0, f"{path}: {done.stdout[:300]} {done.stderr[:200]}")


def check_csv(path, found, excel):
    with open(path, "rb") as f:
        raw = f.read()
    hold(raw.startswith(b"\xef\xbb\xbf") == excel, f"{path}: a byte order mark where none belongs, or none where one does")
    hold(b"\r\n" in raw, f"{path}: lines do not end as RFC 4180 says")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(True), strict=True))
    hold(rows[0] == COLUMNS, f"{path}: other columns: {rows[0]}")
    hold(all(len(r) == len(COLUMNS) for r in rows), f"{path}: rows of different lengths")
    read = {(r[0].lstrip("'") if excel else r[0], r[COLUMNS.index("fingerprint")]): r for r in rows[1:]}
    hold(len(read) == len(rows) - 1, f"{path}: rows are not unique")
    for key, f in found.items():
        row = read.get(key)
        if row is None:
            wrong(f"{path}: {key} is not in it")
            continue
        hold(row[2] == f["outcome"] and row[4] == f["rule"], f"{path}: {key} reads otherwise: {row[2:6]}")
        hold(f["outcome"] not in ("fail", "waived") or row[3] == f["grade"], f"{path}: {key} has another grade: {row[3]}")
        if not excel:
            hold(row[6] in (f["text"]["en"], f["text"]["ja"]), f"{path}: {key} has another text: {row[6]}")
        hold((f["outcome"] == "waived") == bool(row[COLUMNS.index("waived_until")]), f"{path}: {key}: waived until when?")


def check_oscal(folder, schemas, found):
    paths = sorted(glob.glob(os.path.join(folder, "suppliers", "*.poam.xml")))
    hold(paths, "there is no plan of action")
    check_xml(os.path.join(schemas, "oscal-poam-1.0.6.xsd"), *paths)
    waived = sum(1 for f in found.values() if f["outcome"] == "waived")
    deviations = 0
    for path in paths:
        with open(path, encoding="utf-8") as f:
            text = f.read()
        deviations += len(re.findall(r"<status>deviation-approved</status>", text))
        ids = re.findall(r'<(?:poam-item|risk|observation)\b[^>]* uuid="([^"]+)"', text)
        hold(len(ids) == len(set(ids)), f"{path}: a UUID is there twice")
    hold(deviations == waived, f"{waived} findings are waived, and {deviations} deviations approved")


def main(folder, schemas):
    found = findings_of(folder)
    run = os.path.join(folder, "run.")
    check_sarif(run + "sarif", schemas, found)
    check_ours(folder)
    if len(found) < 1000:  # `make test-office` reads large ones
        check_workbook(folder)
    check_junit(run + "junit.xml", schemas)
    check_gitlab(run + "gitlab.json", found)
    check_tap(run + "tap")
    check_csv(run + "csv", found, False)
    check_csv(run + "excel.csv", found, True)
    check_oscal(folder, schemas, found)
    hold(found, "there are no findings: nothing was held against anything")
    for m in mistakes[:50]:
        print(m)
    waived = sum(1 for f in found.values() if f["outcome"] == "waived")
    print(f"{len(found)} findings, {waived} of them waived; {len(mistakes)} mistakes")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
