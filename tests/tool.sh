#!/usr/bin/env bash
# Packs the tool, installs it as a user does, from a folder that nothing else is in, and audits the sample site with it.
# Usage: tests/tool.sh [VERSION]
set -euo pipefail
cd "$(dirname "$0")/.."

version="${1:-0.1.0-tool.$(date -u +%Y%m%d%H%M%S)}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
unset "${!SeoAudit__@}"

fail() { echo "tool.sh: $1" >&2; exit 1; }

# Runs a command and compares its exit code.
expect() {
  local expected="$1" code=0
  shift
  "$@" || code=$?
  [ "$code" -eq "$expected" ] || fail "exit code $code instead of $expected: $*"
}

bash tests/pack-tool.sh "$version" "$work"
dotnet tool install SeoAudit.Cli --version "$version" --tool-path "$work/bin" --configfile "$work/nuget.config"
tool="$work/bin/seoaudit"

"$tool" --version | grep -qF "$version" || fail "another version: $("$tool" --version)"
"$tool" "[suggest:12]" "seoaudit sit" | grep -qx sitemap || fail "no completion"

site="$PWD/samples/Quickstart/Site"
cd "$work"
outputs=(report.html report.csv report.json report.jsonl report.md report.xml report.sarif)
expect 0 "$tool" sitemap "$site" --local --fail-under 70 "${outputs[@]/#/--output=}"
for output in "${outputs[@]}"; do
  [ -s "$output" ] || fail "no $output"
  [ ! -e "$output.partial" ] || fail "$output is unfinished"
done
[ "$(wc -l < report.csv)" -eq 16 ] || fail "report.csv has not one row a page"

expect 1 "$tool" sitemap "$site" --local --quiet --fail-under 99
expect 0 "$tool" gate report.json --fail-under 70
expect 1 "$tool" gate report.jsonl --fail-under 99
expect 0 "$tool" compare report.json report.jsonl
expect 0 "$tool" report report.jsonl --quiet --output again.html
expect 2 "$tool" report report.html --quiet --output again.csv
expect 2 "$tool" sitemap "$site" --quiet
expect 3 "$tool" audit http://127.0.0.1:9/ --local --quiet
[ -z "$(ls -A "$XDG_STATE_HOME/seoaudit")" ] || fail "journals of complete runs are left"
echo "The packed tool works."
