#!/bin/sh
# The samples of scripts/ci run as they stand, on a repository of contract templates. Their own steps are taken out of the files
# and run; what an outside service would do around them (check out, upload) is left out.
. tests/e2e/support.sh

export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE KIJUN_FAULTS
good=$here/fixtures/templates/services-en.xml
sample=$work/sample
mkdir -p "$sample/contracts"
cp "$good" "$sample/contracts/services.xml"
git -C "$sample" init -q
git -C "$sample" add -A
git -C "$sample" commit -q -m "A template"
spoil() { # file: a template without its audit clause
    python3 - "$good" >"$1" <<'PYTHON'
import re, sys
print(re.sub(r'  <clause [^>]*type="audit-right".*?\n  </clause>\n', "", open(sys.argv[1], encoding="utf-8").read(), flags=re.S), end="")
PYTHON
}
# The commands of a sample: of step N of the action, of the job of GitLab, of the pipeline of Jenkins.
steps() { # github|gitlab|jenkins [key]
    python3 - "$@" <<'PYTHON'
import re, sys, yaml
kind = sys.argv[1]
if kind == "github":
    action = yaml.safe_load(open("scripts/ci/github/action.yml", encoding="utf-8"))
    step = action["runs"]["steps"][int(sys.argv[2])]
    for name, value in step.get("env", {}).items():
        default = action["inputs"][re.search(r"inputs\.([\w-]+)", value).group(1)]["default"]
        print("export %s='%s'" % (name, default))
    print("set -eo pipefail\n" + step["run"])
elif kind == "gitlab":
    job = yaml.safe_load(open("scripts/ci/gitlab-ci.yml", encoding="utf-8"))
    for name, value in job["variables"].items():
        print("export %s='%s'" % (name, value))
    print("set -e\n" + "\n".join(line for line in job["contracts"][sys.argv[2]] if not line.startswith("apt-get")))
else:
    print("set -e\n" + "\n".join(re.findall(r"sh '''(.*?)'''", open("scripts/ci/Jenkinsfile", encoding="utf-8").read(), re.S)))
PYTHON
}
in_sample() { # shell file environment...
    shell=$1 file=$2
    shift 2
    (cd "$sample" && env "$@" "$shell" "$file")
}

holds "the workflow of GitHub is YAML and uses the action" python3 -c '
import yaml
flow = yaml.safe_load(open("scripts/ci/github-workflow.yml", encoding="utf-8"))
used = [step["uses"] for step in flow["jobs"]["check"]["steps"]]
assert "./.kijun/scripts/ci/github" in used, used
inputs = yaml.safe_load(open("scripts/ci/github/action.yml", encoding="utf-8"))["inputs"]
given = [step for step in flow["jobs"]["check"]["steps"] if step["uses"].startswith("./")][0]["with"]
assert set(given) <= set(inputs), given'

# ---- GitHub ----
steps github 0 >"$work/build.sh"
steps github 1 >"$work/check.sh"
github() {
    run in_sample bash "$work/$1.sh" GITHUB_ACTION_PATH="$here/scripts/ci/github" GITHUB_STEP_SUMMARY="$work/summary.md"
}
github build
exits 0 "the action finds kijun built, or builds it"
github check
exits 0 "a good template passes"
spoil "$sample/contracts/services.xml"
github check
exits 1 "a spoiled one fails the job"
says out "file=contracts/services.xml" "with an annotation on its file"
holds "a job summary is written" grep -q "audit" "$work/summary.md"
holds "and SARIF, to upload" python3 -c 'import json, sys; assert json.load(open(sys.argv[1]))["runs"][0]["results"]' "$sample/kijun.sarif"
(cd "$sample" && "$KIJUN" baseline write contracts --policy template >/dev/null)
github check
exits 0 "what the baseline knows does not fail it"
rm "$sample/.kijun-baseline" "$sample/kijun.sarif"

# ---- GitLab ----
ln -s "$here" "$sample/.kijun"
steps gitlab before_script >"$work/before.sh"
steps gitlab script >"$work/script.sh"
run in_sample sh "$work/before.sh" KIJUN_REPOSITORY="$here"
exits 0 "the job of GitLab gets itself ready"
run in_sample sh "$work/script.sh"
exits 1 "it fails on the spoiled template"
holds "it leaves a report on code quality" python3 -c 'import json, sys; assert json.load(open(sys.argv[1]))[0]["fingerprint"]' "$sample/gl-code-quality-report.json"
holds "and one of tests" xmllint --noout "$sample/kijun-junit.xml"
rm "$sample/.kijun" "$sample"/*.json "$sample/kijun-junit.xml"

# ---- Jenkins ----
mkdir "$work/bin"
ln -s "$KIJUN" "$work/bin/kijun"
steps jenkins >"$work/jenkins.sh"
run in_sample sh "$work/jenkins.sh" PATH="$work/bin:$PATH"
exits 1 "the pipeline of Jenkins fails on the spoiled template"
holds "and leaves tests and a page" test -s "$sample/kijun-junit.xml" -a -s "$sample/kijun-report/run.html"
rm -r "$sample/kijun-junit.xml" "$sample/kijun-report"

# ---- the hook of git ----
ln -s "$here/scripts/ci/pre-commit" "$sample/.git/hooks/pre-commit"
commit() { # message
    run env KIJUN="$KIJUN" git -C "$sample" commit -q -m "$1"
}
git -C "$sample" add -A
commit "Spoiled"
exits 1 "a commit of the spoiled template is stopped"
says err "pre-commit: the commit was stopped" "and says so"
cp "$good" "$sample/contracts/services.xml"
commit "Spoiled, and mended in the folder only"
exits 1 "what counts is what is staged"
git -C "$sample" add -A
echo hello >"$sample/notes.md"
git -C "$sample" add -A
commit "Notes"
exits 0 "mended and staged, it is committed"
spoil "$sample/contracts/services.xml"
echo more >>"$sample/notes.md"
git -C "$sample" add notes.md
commit "More notes"
exits 0 "a commit that changes no contract is not asked about those in the folder"
git -C "$sample" add -A
run env KIJUN="$work/missing" git -C "$sample" commit -q -m "Without kijun"
exits 1 "without the program nothing is committed unseen"

# ---- the program pre-commit, where it is installed (make test-ci installs it) ----
if command -v pre-commit >/dev/null; then
    rm "$sample/.git/hooks/pre-commit"
    hooks=$work/hooks # a repository of hooks: what the program needs of ours
    mkdir -p "$hooks/scripts/ci"
    cp .pre-commit-hooks.yaml "$hooks/"
    cp scripts/ci/pre-commit "$hooks/scripts/ci/"
    git -C "$hooks" init -q
    git -C "$hooks" add -A
    git -C "$hooks" commit -q -m hooks
    printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n      - id: kijun\n' "$hooks" "$(git -C "$hooks" rev-parse HEAD)" \
        >"$sample/.pre-commit-config.yaml"
    pre() {
        run in_sample sh "$work/pre.sh" PRE_COMMIT_HOME="$work/cache" KIJUN="$KIJUN"
    }
    echo 'git add -A; pre-commit run kijun' >"$work/pre.sh"
    pre
    exits 1 "pre-commit stops the spoiled template"
    cp "$good" "$sample/contracts/services.xml"
    cp "$good" "$sample/contracts/other.xml" # something must have changed, or nothing is looked at
    pre
    exits 0 "and lets a good one pass"
else
    echo "ok - pre-commit stops the spoiled template # SKIP pre-commit is not installed: make test-ci"
fi
