#!/usr/bin/env bash
# Én åpen sak med denne tittelen: Finnes den, får den ny tekst; ellers lages den. Bruk: one-issue.sh TITTEL FIL
set -euo pipefail
title=$1
: "${HEFTE_TOKEN:?Lag et tilgangstoken for prosjektet, og legg det i variabelen HEFTE_TOKEN (se README.md).}"
issues="$CI_API_V4_URL/projects/$CI_PROJECT_ID/issues"
ask() { curl --fail --silent --show-error --header "PRIVATE-TOKEN: $HEFTE_TOKEN" "$@"; }
number=$(ask --get "$issues" --data state=opened --data in=title --data-urlencode "search=$title" |
  TITLE="$title" python -c 'import json, os, sys; print(next((row["iid"] for row in json.load(sys.stdin) if row["title"] == os.environ["TITLE"]), ""))')
if [ -n "$number" ]; then
  ask --request PUT "$issues/$number" --data-urlencode "description@$2" >/dev/null
else
  ask --request POST "$issues" --data-urlencode "title=$title" --data-urlencode "description@$2" >/dev/null
fi
