#!/usr/bin/env bash
# Packs the tool into a folder that nothing else is in, and writes a nuget.config that knows no other source: the package brings all that it needs.
# Usage: tests/pack-tool.sh VERSION FOLDER
set -euo pipefail

feed="$(realpath "$2")/feed"
dotnet pack "$(dirname "$0")/../src/SeoAudit.Cli" --nologo -v quiet -c Release -p:Version="$1" -o "$feed"
cat > "$2/nuget.config" <<CONFIG
<configuration><packageSources><clear /><add key="feed" value="$feed" /></packageSources></configuration>
CONFIG
