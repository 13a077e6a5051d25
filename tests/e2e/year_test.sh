#!/bin/sh
# Some nights over a portfolio that changes, and people who work on the findings: `make test-year` plays a whole year.
. tests/e2e/support.sh
python3 tests/year/year.py "$KIJUN" 30 12
