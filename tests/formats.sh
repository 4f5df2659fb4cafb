#!/usr/bin/env bash
# Writes the reports of sample runs, empty, plain, large and hostile ones, and has parsers that are not ours validate every file.
# Usage: bash tests/formats.sh [FORMAT...]; the formats are named as in ReportFormat. Needs a build, and python3, node with npm (SARIF)
# and xmllint (JUnit). Fails at the first fault; the last line says how many files were validated.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ $# -gt 0 ]; then formats=("$@"); else formats=(JUnit Sarif); fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/samples"
validated=0

fail() { echo "$1" >&2; exit 1; }
has() { local format; for format in "${formats[@]}"; do [ "$format" != "$1" ] || return 0; done; return 1; }
files() { find "$work/samples" -name "*.$1" | sort; }

# Runs a validator once for every file with an ending, and adds to the count.
each() {
  local ending=$1 file count=0
  shift
  while read -r file; do
    "$@" "$file" || fail "$(basename "$file") is not valid."
    count=$((count + 1))
  done < <(files "$ending")
  [ "$count" -gt 0 ] || fail "There is no sample that ends in .$ending."
  validated=$((validated + count))
}

csv() {
  python3 - "$1" <<'PYTHON'
import csv, sys
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.reader(file, strict=True))
assert rows, "there is no heading"
for number, row in enumerate(rows, 1):
    assert len(row) == len(rows[0]), f"record {number} has {len(row)} fields, the heading {len(rows[0])}"
PYTHON
}

json() {
  python3 - "$1" <<'PYTHON'
import json, sys
def no_constant(name): raise ValueError(f"{name} is not JSON")
with open(sys.argv[1], encoding="utf-8") as file:
    for text in file.read().split("\n") if sys.argv[1].endswith("l") else [file.read()]:
        if text or not sys.argv[1].endswith("l"):
            json.loads(text, parse_constant=no_constant)
PYTHON
}

# The ending tells what a text file is; bytes that are not UTF-8 are a fault in any.
utf8() { python3 -c 'import sys; open(sys.argv[1], encoding="utf-8", errors="strict").read()' "$1"; }

junit() { xmllint --noout --nonet --schema tests/SeoAudit.Client.Reporting.Tests/JUnit/common-ground.xsd "$1" 2>"$work/xmllint" || { cat "$work/xmllint" >&2; return 1; }; }

# The tool reads rules that no schema can state, and those of GitHub; it exits with 0 whatever it finds. The schema that it brings is
# held against the file by a validator of its own, because the tool takes words that the schema does not list.
sarif() {
  node "$work/schema.js" "$1" || return 1
  "$multitool" validate "$1" --rule-kind 'Sarif;Ghas' --level Error --output "$work/findings.json" --log ForceOverwrite >"$work/multitool" 2>&1 \
    || { cat "$work/multitool" >&2; return 1; }
  python3 - "$work/findings.json" <<'PYTHON'
import json, sys
run = json.load(open(sys.argv[1], encoding="utf-8"))["runs"][0]
assert all(invocation["executionSuccessful"] for invocation in run["invocations"]), run["invocations"]
for result in run.get("results", []):
    print(result["ruleId"], json.dumps(result["message"]), file=sys.stderr)
sys.exit(bool(run.get("results")))
PYTHON
}

install_sarif() {
  npm install --prefix "$work/npm" --no-audit --no-fund --silent @microsoft/sarif-multitool@5.7.0 ajv@8 ajv-formats@3
  multitool=$(find "$work/npm/node_modules/@microsoft" -name Sarif.Multitool | head -n 1)
  chmod u+x "$multitool"
  cat >"$work/schema.js" <<NODE
const from = require("module").createRequire("$work/npm/");
const { readFileSync } = require("fs");
const ajv = new (from("ajv/dist/2020"))({ strict: false });
from("ajv-formats")(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("$(dirname "$multitool")/sarif-2.1.0.json", "utf8")));
const valid = validate(JSON.parse(readFileSync(process.argv[2], "utf8")));
if (!valid) console.error(validate.errors);
process.exit(valid ? 0 : 1);
NODE
}

dotnet run --no-build --project tests/SeoAudit.Client.Reporting.Samples -- "$work/samples" "${formats[@]}"

if has Csv; then each csv csv; fi
if has Json; then each json json; fi
if has JsonLines; then each jsonl json; fi
if has Markdown; then each md utf8; fi
if has Html; then each html utf8; fi
if has JUnit; then
  command -v xmllint >/dev/null || { apt-get update -qq && apt-get install -y -qq libxml2-utils >/dev/null; }
  each xml junit
fi
if has Sarif; then
  install_sarif
  each sarif sarif
fi

[ "$validated" -gt 0 ] || fail "None of these is a format that is validated: ${formats[*]}."
echo "$validated files in ${#formats[@]} formats are valid."
