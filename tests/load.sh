#!/usr/bin/env bash
# Loads samples/BulkAuditApi on its emulator with 64 and 512 clients, then soaks it, and says requests a second, p50, p99 and memory.
# Fails where an answer is not the right one. Service, API and clients share the machine.
# Usage: bash tests/load.sh [SECONDS [SOAK-SECONDS]]; 20 and 600 by default.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build samples/BulkAuditApi --nologo -v quiet -c Release
dotnet build tests/BulkAuditApi.Load --nologo -v quiet -c Release
dotnet run --no-build -c Release --project tests/BulkAuditApi.Load -- samples/BulkAuditApi/bin/Release/net10.0/BulkAuditApi.dll "${1:-20}" "${2:-600}"
