#!/usr/bin/env bash
# Starts the bulk-audit service with one command, makes every request of its README, and stops it.
# Usage: bash tests/api.sh; needs a build and curl.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
# Whatever keys the environment has: nothing is to be paid for.
dotnet run --no-build --project samples/BulkAuditApi -- --urls http://127.0.0.1:0 --Emulator:Enabled true >"$work/log" 2>&1 &
service=$!
trap 'kill "$service" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 300); do
  address=$(sed -n 's/.*Now listening on: //p' "$work/log")
  if [ -n "$address" ]; then break; fi
  kill -0 "$service" || { cat "$work/log"; exit 1; }
  sleep 0.2
done

# Each request begins a line with curl and may go on behind a backslash.
awk '/^curl/ { on = 1 } on { on = sub(/\\$/, ""); printf "%s%s", $0, on ? "" : "\n" }' samples/BulkAuditApi/README.md >"$work/requests"
job=
made=0
while read -r request; do
  request=${request//http:\/\/localhost:8000/$address}
  request=${request//JOB_ID/$job}
  (cd "$work" && bash -c "${request/#curl/curl -sSf --max-time 60}" </dev/null >answer) || { echo "failed: $request"; exit 1; }
  job=$(grep -o '"job_id":"[^"]*"' "$work/answer" | head -1 | cut -d'"' -f4 | grep . || echo "$job")
  made=$((made + 1))
done <"$work/requests"
[ "$made" -ge 6 ] && [ -s "$work/seo-audit.csv" ] && [ -n "$job" ]
curl -sSf --max-time 60 -o "$work/page" "$address/"

kill -TERM "$service"
wait "$service" || [ $? -eq 143 ]
echo "$made requests of the README were answered."
