#!/usr/bin/env python3
"""check_schema.py SCHEMA FILE...: validates JSON files against a JSON Schema (2020-12); prints every mistake."""
import json
import sys

import jsonschema


def main(schema_file, files):
    with open(schema_file, encoding="utf-8") as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    mistakes = 0
    for name in files:
        with open(name, encoding="utf-8") as f:
            for error in validator.iter_errors(json.load(f)):
                print(f"{name}: {'/'.join(map(str, error.path))}: {error.message[:200]}")
                mistakes += 1
    return 1 if mistakes or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
