"""What a script in Python would do: lxml parses each file named on standard input (NUL after each), the XPath expressions of
checks.tsv are compiled once, and a JSON report is written for each supplier.

usage: lxml_peer.py CHECKS OUTDIR"""
import json, os, sys

from lxml import etree

NAMES = {"k": "urn:kijun:1"}


def main():
    with open(sys.argv[1], encoding="utf-8") as table:
        checks = [(name, etree.XPath(path, namespaces=NAMES)) for name, path in (line.rstrip("\n").split("\t") for line in table)]
    os.makedirs(sys.argv[2], exist_ok=True)
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    for name in filter(None, sys.stdin.buffer.read().decode().split("\0")):
        tree = etree.parse(name, parser)
        report = {"supplier": os.path.basename(name), "findings": [rule for rule, holds in checks if not holds(tree)]}
        with open(os.path.join(sys.argv[2], os.path.basename(name) + ".json"), "w", encoding="utf-8") as out:
            json.dump(report, out)


main()
