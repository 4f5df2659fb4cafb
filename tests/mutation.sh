#!/usr/bin/env bash
# Changes the client's code in small ways, mutants, one at a time, and counts how many of them some test notices.
# Usage: bash tests/mutation.sh [FOLDER]...; without any, the folders that take a few minutes. FOLDER may be a folder in another,
# Bulk/Journal, or the files directly in one, Bulk/. (with the dot); Http and the whole of Bulk take most of an hour on two cores.
# Says the score and the mutants that no test noticed; fails below 85 %. The report is in artifacts/mutation.
set -euo pipefail
cd "$(dirname "$0")/SeoAudit.Client.Mutation"

# The tests that a folder's mutants are tried with. Fewer tests can only lower the score.
tests_of() {
  case $1 in
    Paging) echo 'Paging/AsyncPages*Tests.cs' ;;
    Operations) echo 'Waiting/*Tests.cs Seogent/Scan*Tests.cs MetricSpot/*OperationTests.cs MetricSpot/AuditStatusBoardTests.cs' ;;
    Creating) echo 'Creating/[ACLD]*Tests.cs Creating/UnknownOutcomeTests.cs Seogent/CreditLimitTests.cs Seogent/ScanCancellationTests.cs Diagnostics/AuditMetricTests.cs Diagnostics/LogTests.cs' ;;
    Errors) echo 'Errors/*Tests.cs Storage/StoredErrorTests.cs Http/ResponseFactsTests.cs Creating/UnknownOutcomeTests.cs Seogent/CreditLimitTests.cs' ;;
    Http | Http/*) echo 'Http/*Tests.cs Pacing/Paced*Tests.cs Pacing/SuppliedLimiterTests.cs Pacing/CallPermitTests.cs Configuration/BrokenReloadTests.cs DependencyInjection/KeySecrecyTests.cs Creating/LostCallTests.cs SeoPeek/SeoPeekErrorTests.cs Seogent/SeogentErrorTests.cs MetricSpot/MetricSpotErrorTests.cs MetricSpot/MetricSpotRetryAtTests.cs Seogent/SeogentRetryAfterTests.cs MetricSpot/PdfDownloadTests.cs Security/KeyM*Tests.cs Security/KeyE*Tests.cs Diagnostics/Call*Tests.cs Diagnostics/ReasonTests.cs' ;;
    Bulk/Journal) echo 'Bulk/AppJournalTests.cs Bulk/Journal*Tests.cs Bulk/Journal/*Tests.cs EndToEnd/BulkResumeTests.cs' ;;
    Bulk/Report) echo 'Bulk/Report/[BEFOW]*Tests.cs Bulk/Report/ReportS*Tests.cs Bulk/Report/Reported*Tests.cs' ;;
    Bulk/Lanes) echo 'Bulk/Lanes/*Tests.cs Bulk/Bulk*Tests.cs' ;;
    Bulk/.) echo 'Bulk/[BJMOPQ]*Tests.cs EndToEnd/Bulk[MPRS]*Tests.cs EndToEnd/BulkCachingTests.cs Caching/CacheFaultTests.cs Diagnostics/JournalEventTests.cs Faults/BulkWaitingFaultTests.cs' ;;
    Bulk) echo "$(tests_of Bulk/.) $(tests_of Bulk/Lanes) $(tests_of Bulk/Journal) $(tests_of Bulk/Report)" ;;
    *) echo "No tests are chosen for the folder $1." >&2; return 1 ;;
  esac
}

[ $# -gt 0 ] || set -- Paging Operations
report="$PWD/../../artifacts/mutation"
tests=()
mutate=()
shopt -s failglob
for folder in "$@"; do
  chosen=$(tests_of "$folder")
  tests+=($(cd ../SeoAudit.Client.Tests && printf '../SeoAudit.Client.Tests/%s\n' $chosen))
  case $folder in
    */.) mutate+=(--mutate "**/${folder%.}*.cs") ;;
    *) mutate+=(--mutate "**/$folder/**/*.cs") ;;
  esac
done

export RunAnalyzers=false TestsToRun
TestsToRun=$(printf '%s\n' "${tests[@]}" | sort -u | paste -sd ';')
dotnet tool restore
rm -rf "$report"
result=0
dotnet stryker "${mutate[@]}" --concurrency "$(nproc)" --output "$report" --skip-version-check || result=$?
[ -f "$report/reports/mutation-report.json" ] || exit "$((result > 0 ? result : 1))"

sed 's#{"id":"#\n&#g; s#"[^"]*/src/SeoAudit.Client/\([^"]*\)":{"language"#\nFILE \1 #g' "$report/reports/mutation-report.json" | awk '
  function value(name) { return match($0, "\"" name "\":\"([^\"\\\\]|\\\\.)*\"") ? substr($0, RSTART + length(name) + 4, RLENGTH - length(name) - 5) : "" }
  /^FILE / { file = $2 }
  /"status":"(Survived|NoCoverage)"/ {
    match($0, /"line":[0-9]+/)
    line = substr($0, RSTART + 7, RLENGTH - 7)
    printf "%s, %s:%s, %s: %s\n", value("status"), file, line, value("mutatorName"), value("replacement")
  }'
exit "$result"
