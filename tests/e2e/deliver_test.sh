#!/bin/sh
# Reports are delivered, to https and to storage that speaks S3: only what changed; and documents come from such storage.
. tests/e2e/support.sh
. tests/e2e/network.sh
cd "$work" || exit 1
base=https://127.0.0.1:$https
storage="s3 = { endpoint = \"$base\", region = \"test-1\", credentials = \"credentials\" }"
mkdir -p reports/suppliers
echo '<p>overview</p>' >reports/run.html
echo '{}' >reports/run.json
echo '<p>acme</p>' >'reports/suppliers/株式会社 アクメ.html'
echo 'of the program' >reports/.kijun-notes
ln -s /etc/hostname reports/link.html
cat >credentials <<'END'
[other]
aws_access_key_id = NOBODY
aws_secret_access_key = nothing
[default]
aws_access_key_id = AKIDTESTTESTTEST
aws_secret_access_key = s3-SECRET-KEY
aws_session_token = s3-SESSION-TOKEN
END
export INTRANET_AUTHORIZATION="Basic T0KEN-OF-THE-INTRANET"

delivery() { # targets
    cat >delivery.lua <<END
return { allow = { "https://127.0.0.1" }, ca = "ca.pem", seconds = 5, first_wait_ms = 10, $storage, targets = { $1 } }
END
}
puts() { jq -s '[.[] | select(.method == "PUT")] | length' "$seen/requests" 2>/dev/null || echo 0; }

# ---- https ----
delivery "{ to = \"$base/drop/reports/\", authorization_env = \"INTRANET_AUTHORIZATION\", formats = { \"html\" } }"
run "$KIJUN" deliver reports
exits 0 "reports are delivered"
says out "2 sent, 0 unchanged, 0 failed" "those of the formats that are wanted"
same reports/run.html "$seen/drop/reports/run.html" "byte for byte"
holds "names of any language arrive" test -n "$(ls "$seen/drop/reports/suppliers")"
holds "the overview last" sh -c "jq -s -e '[.[] | select(.method == \"PUT\") | .path] | last | endswith(\"run.html\")' '$seen/requests'"
holds "with their type, and who sends them" sh -c "jq -s -e 'last.headers | .[\"Content-Type\"] == \"text/html; charset=utf-8\" and .Authorization == \"Basic T0KEN-OF-THE-INTRANET\"' '$seen/requests'"
run "$KIJUN" deliver reports --lang ja
says out "送信 0 件、変更なし 2 件" "a second time there is nothing to send"
echo '<p>acme, again</p>' >'reports/suppliers/株式会社 アクメ.html'
before=$(puts)
run "$KIJUN" deliver reports
says out "1 sent, 1 unchanged" "what changed is sent"
holds "and nothing else" test "$(puts)" -eq $((before + 1))

# ---- s3 ----
delivery "{ to = \"s3://store/kijun/\" }"
run "$KIJUN" deliver reports
exits 0 "storage takes what is rightly signed"
says out "3 sent" "all of it, but what is hidden or a link"
same reports/suppliers "$seen/store/kijun/suppliers" "byte for byte, with names of any language"
run "$KIJUN" deliver reports
says out "0 sent, 3 unchanged" "once"
cp credentials right
sed -i 's/s3-SECRET-KEY/s3-WRONG-KEY/' credentials
echo '{ "again": true }' >reports/run.json
run "$KIJUN" deliver reports
exits 3 "what is wrongly signed is refused"
says err "s3://store/kijun/run.json: the server answered HTTP 403" "and said"
cp right credentials
run "$KIJUN" deliver reports
says out "1 sent" "the next run sends it"
AWS_ACCESS_KEY_ID=AKIDTESTTESTTEST AWS_SECRET_ACCESS_KEY=s3-SECRET-KEY AWS_SESSION_TOKEN=s3-SESSION-TOKEN
export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
storage="s3 = { endpoint = \"$base\", region = \"test-1\" }"
delivery "{ to = \"s3://store/second/\" }"
run "$KIJUN" deliver reports
exits 0 "credentials may stand in the environment"
unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
delivery "{ to = \"s3://store/third/\" }"
run "$KIJUN" deliver reports
says err "there are no credentials for s3" "without any nothing is sent"

# ---- documents from storage ----
storage="s3 = { endpoint = \"$base\", region = \"test-1\", credentials = \"credentials\" }"
mkdir -p "$seen/store/in/acme/more"
for name in 'a b+c.txt' '契約書.txt' 'more/d&e.txt' 'more/f.txt' 'z.txt'; do echo "Article 1 of $name" >"$seen/store/in/acme/$name"; done
echo "return { allow = { \"https://127.0.0.1\" }, ca = \"ca.pem\", first_wait_ms = 10, $storage, sources = { { prefix = \"s3://store/in/\" }, { supplier = \"one\", url = \"s3://store/in/acme/z.txt\" } } }" >sources.lua
run "$KIJUN" fetch sources.lua
exits 0 "objects below a prefix are fetched, page after page"
same "$seen/store/in/acme" portfolio/acme "byte for byte"
holds "one alone, too" test -e portfolio/one/z.txt
run "$KIJUN" fetch sources.lua
says out "unchanged: 6" "a second time none"
rm "$seen/store/in/acme/more/f.txt"
run "$KIJUN" fetch sources.lua
says out "acme/more/f.txt: removed" "one that is gone from a list that was read goes"
sed -i 's/s3-SECRET-KEY/s3-WRONG-KEY/' credentials
run "$KIJUN" fetch sources.lua
exits 3 "a bucket that cannot be listed removes nothing"
holds "what was there is stale" test -e "portfolio/acme/z.txt"
cp right credentials

# ---- troubles and secrets ----
delivery "{ to = \"$base/broken/\", authorization_env = \"INTRANET_AUTHORIZATION\" }, { to = \"$base/moved/x/\" }, { to = \"$base/drop/good/\" }"
run "$KIJUN" deliver reports
exits 3 "a target that cannot be had is said"
says out "3 sent, 0 unchanged, 6 failed" "the others get theirs"
run "$KIJUN" deliver reports
says out "0 sent, 3 unchanged, 6 failed" "and are not sent again"
cat out err >said
fails "no secret is told or noted" grep -r -e T0KEN -e s3-SECRET -e s3-SESSION said reports portfolio
delivery "{ to = \"https://user:password@127.0.0.1:$https/drop/\" }"
run "$KIJUN" deliver reports
exits 2 "no password stands in an address"
delivery "{ to = \"$base/drop\" }"
run "$KIJUN" deliver reports
exits 2 "a target is a folder"
run "$KIJUN" deliver nowhere --to delivery.lua
exits 2 "which is said before anything else"
