#!/usr/bin/env bash
# Puts seo/report.md on the pull request (GitHub) or merge request (GitLab): into the comment of an earlier run, or into a new one.
# Needs curl and jq. GitHub: GITHUB_TOKEN, and PULL_REQUEST, or else the one that $GITHUB_SHA belongs to. GitLab: SEO_COMMENT_TOKEN.
set -euo pipefail

report=seo/report.md
[ -s "$report" ] || { echo "There is no report to comment."; exit 0; }

# The report's first line, by which the comment is found again.
marker=$(head -n 1 "$report")

# Calls the API: METHOD URL [the text of the comment in a file]. The token is passed on standard input, so that no other process sees it.
api() {
  local method=$1 url=$2 body=${3:-}
  if [ -n "$body" ]; then
    jq --raw-input --slurp '{ body: . }' "$body" > seo/comment.json
  fi
  printf 'header = "%s"\n' "$auth" \
    | curl --config - --silent --show-error --fail --retry 3 --request "$method" --header "Content-Type: application/json" ${body:+--data @seo/comment.json} "$url"
}

# Prints the id of the comment by the author whose numeric id or login is $1, or nothing. $2: the list's address; $3: where the author stands.
find_comment() {
  local page answer id
  for page in {1..30}; do
    answer=$(api GET "$2?per_page=100&page=$page")
    id=$(jq --raw-output --arg marker "$marker" --arg author "$1" \
      "[.[] | select((.body // \"\" | startswith(\$marker)) and ($3 | tostring) == \$author) | .id] | first // empty" <<< "$answer")
    if [ -n "$id" ] || [ "$(jq length <<< "$answer")" -lt 100 ]; then
      echo "$id"
      return
    fi
  done
}

if [ -n "${GITLAB_CI:-}" ]; then
  [ -n "${SEO_COMMENT_TOKEN:-}" ] || { echo "No comment: SEO_COMMENT_TOKEN is not set."; exit 0; }
  auth="PRIVATE-TOKEN: $SEO_COMMENT_TOKEN"
  comments="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
  comment="$comments"
  update=PUT
  me=$(api GET "$CI_API_V4_URL/user" | jq .id)
  author=.author.id
else
  auth="Authorization: Bearer $GITHUB_TOKEN"
  repository="$GITHUB_API_URL/repos/$GITHUB_REPOSITORY"
  if [ -z "${PULL_REQUEST:-}" ]; then
    PULL_REQUEST=$(api GET "$repository/commits/$GITHUB_SHA/pulls" | jq '[.[] | select(.state == "open") | .number] | first // empty')
    [ -n "$PULL_REQUEST" ] || { echo "No comment: $GITHUB_SHA belongs to no open pull request."; exit 0; }
  fi
  comments="$repository/issues/$PULL_REQUEST/comments"
  comment="$repository/issues/comments"
  update=PATCH
  me="github-actions[bot]"
  author=.user.login
fi

id=$(find_comment "$me" "$comments" "$author")
if [ -n "$id" ]; then
  api "$update" "$comment/$id" "$report" > /dev/null
  echo "Updated comment $id."
else
  api POST "$comments" "$report" > /dev/null
  echo "Commented."
fi
