#!/bin/sh
# The shipped policies ask each supplier for what its tier, assets and kind call for.
. tests/e2e/support.sh

# A supplier with one contract of one clause. Arguments: attributes of the profile, its content.
supplier() { # name attributes content
    cat >"$work/$1.xml" <<XML
<dossier xmlns="urn:kijun:1">
  <supplier id="$1" name="$1" kind="company" country="JP" $2>$3</supplier>
  <contract id="c" kind="services" title="Services agreement" status="executed" effective="2025-04-01" expires="2028-03-31">
    <clause number="1" type="incident-report"><text>As agreed.</text><duration name="report-within" value="PT18H"/></clause>
  </contract>
</dossier>
XML
}

judge() { # name policy
    rm -rf "$work/reports" "$work/found"
    run "$KIJUN" check "$work/$1.xml" --policy "policies/$2.lua" --as-of 2026-04-01 --format json --out "$work/reports" --quiet
    tests/e2e/findings "$work/reports/suppliers/$1.json" | cut -f1,2 >"$work/found"
    holds "$1 is judged by $2, with findings" test -s "$work/found"
}

finds() { # rule message what
    if grep -qx "$1	$2" "$work/found"; then ok "$3"; else not_ok "$3"; fi
}

finds_not() { # rule what
    if grep -q "^$1	" "$work/found"; then not_ok "$2"; else ok "$2"; fi
}

data='<asset class="customer-data" name="orders" access="store"/>'
personal='<asset class="personal-data" name="members" access="store"/>'
design='<asset class="design-data" name="drawings" access="store"/>'

supplier plain 'tier="standard"' "$data"
judge plain standard
finds audit-right missing "a standard supplier needs an audit right"
finds_not incident-report-within "18 hours are early enough for the standard policy"
finds_not insurance "a standard supplier needs no insurance"
finds_not personal-data-clause "without personal data no clause on it is asked for"
finds_not design-data-nda "without design data nothing is asked about it"
judge plain critical-suppliers
finds incident-report-within late "18 hours are too late for the policy on critical suppliers"

supplier low 'tier="low"' "$data"
judge low standard
finds confidentiality missing "a supplier of low criticality needs confidentiality"
finds_not audit-right "and no audit right"
finds_not response-exists "and no questionnaire"

supplier members 'tier="standard"' "$personal"
judge members standard
finds personal-data-clause missing "personal data needs a clause of its own"
finds data-location missing "and a known place"
finds privacy-certificate missing "and a certificate in Japan"

supplier important 'tier="important"' "$data"
judge important standard
finds insurance missing "an important supplier needs insurance"
finds isms-certificate missing "and a certificate"
finds audit-plan none "and a planned audit"

supplier drawings 'tier="standard" category="manufacturing" stage="manufacturing"' "$design"
judge drawings standard
finds intellectual-property missing "drawings need settled rights"
finds counterfeit-risk unassessed "a maker of parts is asked about counterfeits"
finds_not sla-uptime "and not about availability"

supplier cloud 'tier="standard" category="cloud-service"' "$data"
judge cloud standard
finds service-level missing "a cloud needs service levels"

judge cloud dora-ict-providers
finds dora-services missing "a provider of a financial entity describes its services"
finds_not dora-exit "a standard one needs no exit plan"
judge cloud dora-critical-functions
finds dora-exit missing "one that supports critical functions does"
supplier carrier 'tier="critical" category="logistics"' "$data"
judge carrier nis2-supply-chain
finds nis2-audit missing "an entity under NIS2 may audit every supplier"
judge members japan-personal-data
finds appi-contract silent "personal data is entrusted under a clause of its own"
judge members gdpr-processors
finds gdpr-instructions missing "a processor acts on instructions"

judge plain small-business
finds confidentiality missing "the policy for small businesses asks for the essentials"
finds_not penalty "and leaves out the rest"

# A company's own policy, somewhere else, goes on from one that is shipped; one beside it goes first.
mkdir "$work/company"
echo 'return policy { extends = "standard", rules = { ["incident-report-within"] = { params = { hours = 6 } } } }' >"$work/company/ours.lua"
run "$KIJUN" rules --policy "$work/company/ours.lua"
exits 0 "a policy may extend a shipped one from any folder"
says out "hours = 6  ($work/company/ours.lua:1; the rule's own: 24)" "and change it"
echo 'return policy { packs = { "core", "nis2" } }' >"$work/company/base.lua"
echo 'return policy { extends = "base" }' >"$work/company/ours.lua"
run "$KIJUN" rules --policy "$work/company/ours.lua"
says out "nis2-audit" "one beside it is found first"
echo 'return policy { extends = "standrd" }' >"$work/company/ours.lua"
run "$KIJUN" rules --policy "$work/company/ours.lua"
exits 2 "one that is nowhere is an error"
says err "did you mean 'standard'?" "with the shipped one that was meant"

for policy in standard critical-suppliers small-business template gdpr-processors japan-personal-data dora-ict-providers \
    dora-critical-functions nis2-supply-chain; do
    run "$KIJUN" rules --policy "policies/$policy.lua"
    exits 0 "policy $policy loads"
done
