#!/bin/sh
# The same documents give the same bytes, whatever the number of workers and the order of files.
. tests/e2e/support.sh
. tests/e2e/portfolio.sh

portfolio "$work/portfolio" 120
formats=html,json,text
run check portfolio -j 1 --out one --format $formats
exits 1 "one worker checks the portfolio"
run check portfolio -j 2 --out two --format $formats
same "$work/one" "$work/two" "two workers write the same bytes as one"
[ "$(reports "$work/one" | grep -c /suppliers/)" -eq 360 ]
status=$?
exits 0 "each supplier has a report in each format"

# A copy made backwards: folders list their files in another order.
mv "$work/portfolio" "$work/original"
(cd "$work/original" && find . -type f | sort -r) | while read -r name; do
    mkdir -p "$work/portfolio/$(dirname "$name")"
    cp "$work/original/$name" "$work/portfolio/$name"
done
run check portfolio -j 2 --out three --format $formats
same "$work/one" "$work/three" "a copy of the tree made in another order gives the same bytes"

run check portfolio -j 2 --format json
cp "$work/out" "$work/printed-two"
run check portfolio -j 1 --format json
cp "$work/out" "$work/printed-one"
same "$work/printed-one" "$work/printed-two" "reports that are printed come in one order"

# Written again, nothing changes: the files are not even touched.
before=$(stat -c '%i %Y %n' "$work/one/suppliers/"* | sort)
run check portfolio -j 2 --out one --format $formats
[ "$before" = "$(stat -c '%i %Y %n' "$work/one/suppliers/"* | sort)" ]
status=$?
exits 0 "reports whose bytes did not change are left alone"
