#!/usr/bin/env bash
# Feeds every reader of the client, and of reports and gates, with mutated input for so many seconds, and fails where anything but a documented exception comes out.
# Usage: bash tests/fuzz.sh [SECONDS [SEED [READER]]]; needs a build. An input that fails is saved, and replayed by
# dotnet run --no-build --project tests/SeoAudit.Client.Fuzz -- replay READER FILE
set -euo pipefail
cd "$(dirname "$0")/.."

# Garbage is collected soon, so that what is in use shows.
export DOTNET_GCgen0size=0x1000000
dotnet run --no-build --project tests/SeoAudit.Client.Fuzz -- "${1:-600}" "${@:2}"
