#!/usr/bin/env bash
# Spreads jobs over three worker processes, kills one of them again and again and restarts the storage once, and checks that each
# page has one outcome and that nothing was bought twice but what SEOPeek had in flight at the kills; then compares one worker with three.
# Usage: bash tests/hangfire.sh [PAGES]; 2,000 pages by default, which takes two minutes; 20,000 take the better part of half an hour.
# Needs a build, PostgreSQL and redis-server.
set -euo pipefail
cd "$(dirname "$0")/.."

pages=${1:-2000}
run() { dotnet run --no-build --project tests/SeoAudit.Client.HangfireRuns -- "$@"; }
run postgresql SeoPeek "$pages"
run redis SeoPeek "$pages"
run postgresql Seogent "$((pages / 2))"
run redis Seogent "$((pages / 2))"
run postgresql MetricSpot "$((pages / 10))"
run redis MetricSpot "$((pages / 10))"
run redis Seogent "$((pages * 3 / 10))" speed
