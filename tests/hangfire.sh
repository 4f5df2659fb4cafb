#!/usr/bin/env bash
# Spreads a job over three worker processes, kills one of them every few seconds and restarts the storage once, and checks that each
# page has one outcome and that nothing was bought twice but what SEOPeek had in flight at the kills; then compares one worker with three.
# Usage: bash tests/hangfire.sh [PAGES]; needs a build, PostgreSQL and redis-server.
set -euo pipefail
cd "$(dirname "$0")/.."

run() { dotnet run --no-build --project tests/SeoAudit.Client.HangfireRuns -- "$@"; }
for storage in postgresql redis; do
  run "$storage" SeoPeek "${1:-2000}"
  run "$storage" Seogent "${1:-2000}"
  run "$storage" MetricSpot "${2:-300}"
done
run redis Seogent 600 speed
