#!/usr/bin/env bash
# Runs the pipelines of samples/QualityGate, as their YAML files have them, with the packed tool, against the emulator and made-up hosts.
# Usage: tests/pipelines.sh. Needs bash, curl, jq, and node with npm for the validator of workflows, which is not ours.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v jq >/dev/null || { apt-get update -qq && apt-get install -y -qq jq; }

# The version that the sample pins.
version=$(sed -n 's/.*"version": "\(.*\)".*/\1/p' samples/QualityGate/.config/dotnet-tools.json)
bash tests/pack-tool.sh "$version" "$work"
dotnet build tests/SeoAudit.Cli.Pipelines --nologo -v quiet

npm install --prefix "$work/npm" --no-audit --no-fund --silent @action-validator/cli@0.6.0 @action-validator/core@0.6.0
for workflow in samples/QualityGate/.github/workflows/*.yml; do
  (cd samples/QualityGate && "$work/npm/node_modules/.bin/action-validator" "${workflow#samples/QualityGate/}")
done

# Both at a time, each in a copy of its own; a log is shown only where something is wrong.
declare -A running
for host in GitHub GitLab; do
  mkdir -p "$work/$host/home"
  cp -r samples/QualityGate "$work/$host/sample"
  timeout 240 dotnet run --no-build --project tests/SeoAudit.Cli.Pipelines -- "$host" "$work/$host/sample" "$work/$host/home" > "$work/$host.log" 2>&1 &
  running[$host]=$!
done

failed=0
for host in "${!running[@]}"; do
  if wait "${running[$host]}"; then
    tail -n 1 "$work/$host.log"
  else
    cat "$work/$host.log"
    failed=1
  fi
done
exit "$failed"
