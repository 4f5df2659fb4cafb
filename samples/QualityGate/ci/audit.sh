#!/usr/bin/env bash
# Audits a site, holds it against seo-gate.json and the baseline, and writes the reports into seo/.
# Usage: ci/audit.sh FOLDER [OPTION…]    the built site: audited on this machine, without an account
#        ci/audit.sh ADDRESS [OPTION…]   the sitemap of a deployed site: audited by $SEO_SERVICE, whose key is in the environment
# Options go to seoaudit as they are.
# With SEO_KEEP_BASELINE=true, this run is the baseline of the next ones.
# Exits as seoaudit does: 0 passed, 1 the gate failed, 2 usage, 3 service or quota, 4 not all pages could be audited.
set -euo pipefail

site=$1
shift
mkdir -p seo
rm -f seo/report.*

if [ -d "$site" ]; then
  how=(--local)
else
  how=(--service "${SEO_SERVICE:-seopeek}")
fi

# A preview has another host than the site that the baseline is of, hence --ignore-host.
code=0
dotnet seoaudit sitemap "$site" "${how[@]}" \
  --title "${SEO_TITLE:-SEO audit}" --gate seo-gate.json --baseline-if-exists seo/baseline.jsonl --ignore-host \
  --output seo/report.jsonl --output seo/report.md --output seo/report.html --output seo/report.xml --output seo/report.sarif \
  "$@" || code=$?

# A run that failed the gate is a baseline too: what is on the main branch is what a change is measured against. One with pages missing is none.
if [ "${SEO_KEEP_BASELINE:-}" = true ] && [ "$code" -le 1 ]; then
  cp seo/report.jsonl seo/baseline.jsonl
fi

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -s seo/report.md ]; then
  cat seo/report.md >> "$GITHUB_STEP_SUMMARY"
fi

exit "$code"
