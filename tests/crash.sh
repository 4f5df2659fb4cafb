#!/usr/bin/env bash
# Kills a real bulk run again and again, over each service, and checks that nothing is lost and nothing is bought twice; then a host
# with a job.
# Usage: bash tests/crash.sh [PAGES] [KILLS]; needs a build.
set -euo pipefail
cd "$(dirname "$0")/.."

for service in SeoPeek Seogent MetricSpot; do
  dotnet run --no-build --project tests/SeoAudit.Client.CrashRuns -- "$service" "${1:-2000}" "${2:-20}"
done

job() { dotnet run --no-build --project tests/SeoAudit.Client.CrashRuns -- "$@" jobs; }
job SeoPeek "${1:-2000}" "${2:-10}"
job Seogent "${1:-2000}" "${2:-10}"
# One after the other: what is queued there takes its time.
job MetricSpot "${1:-300}" "${2:-5}"
