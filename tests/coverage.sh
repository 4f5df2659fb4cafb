#!/usr/bin/env bash
# Runs the client's tests and counts the lines of the client that they reach, code that was generated left out.
# Usage: bash tests/coverage.sh; builds by itself. Says the files under 90 %; fails below 95 % of all lines.
set -euo pipefail
cd "$(dirname "$0")/.."

report="$PWD/artifacts/coverage/client.xml"
mkdir -p "$(dirname "$report")"
rm -f "$report"
dotnet build tests/SeoAudit.Client.Tests -f net10.0 --nologo -v quiet
dotnet test --no-build --project tests/SeoAudit.Client.Tests -f net10.0 \
  --coverage --coverage-settings "$PWD/tests/coverage.config" --coverage-output-format cobertura --coverage-output "$report"

# A line of an asynchronous method or a lambda stands in the report more than once; it is reached where one of them is.
tr '>' '\n' < "$report" | awk -v source="$PWD/src/SeoAudit.Client/" '
  function value(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
  /<class / { file = value("filename"); sub(".*/src/SeoAudit.Client/", "", file) }
  /<line / {
    line = file ":" value("number")
    if (!(line in seen)) { seen[line] = 1; lines[file]++; all++ }
    if (value("hits") + 0 > 0 && !(line in hit)) { hit[line] = 1; reached[file]++; allReached++ }
  }
  END {
    for (file in lines) if (reached[file] < 0.9 * lines[file]) printf "%5.1f %%  %s, %d of %d lines\n", 100 * reached[file] / lines[file], file, reached[file], lines[file] | "sort -n"
    close("sort -n")
    if (all == 0) { print "The report holds no lines."; exit 1 }
    printf "line coverage of SeoAudit.Client: %.1f %%, %d of %d lines\n", 100 * allReached / all, allReached, all
    exit allReached < 0.95 * all
  }'
