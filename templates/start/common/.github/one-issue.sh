#!/usr/bin/env bash
# Én åpen sak med denne tittelen: Finnes den, får den ny tekst; ellers lages den. Bruk: one-issue.sh TITTEL FIL
set -euo pipefail
export TITLE="$1"
number=$(gh issue list --state open --limit 1000 --json number,title --jq 'map(select(.title == env.TITLE)) | .[0].number // empty')
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$2"
else
  gh issue create --title "$TITLE" --body-file "$2"
fi
