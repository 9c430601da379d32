#!/usr/bin/env bash
# Legger heftene i site/ ut som månedens utgivelse.
set -euo pipefail
month=$(TZ=Europe/Oslo date +%Y-%m)
tag="hefter-$month"
project="$CI_API_V4_URL/projects/$CI_PROJECT_ID"
ask() { curl --fail --silent --show-error --header "JOB-TOKEN: $CI_JOB_TOKEN" "$@"; }
# site/nn/hefter/turheftet.pdf blir nn-turheftet.pdf: I en utgivelse heter ingen to filer det samme.
folder=$(mktemp -d)
find site -path '*/hefter/*' \( -name '*.pdf' -o -name '*.epub' \) | while read -r file; do
  name=${file#site/}
  name=${name/hefter\//}
  cp "$file" "$folder/${name//\//-}"
done
shopt -s nullglob
files=("$folder"/*)
if [ "${#files[@]}" -eq 0 ]; then
  echo "Ingen hefter i site/. Er content/hefter/ tom?" >&2
  exit 1
fi
links=()
for file in "${files[@]}"; do
  name=$(basename "$file")
  place="$project/packages/generic/hefter/$month/$name"
  ask --upload-file "$file" "$place" >/dev/null
  links+=("{\"name\": \"$name\", \"url\": \"$place\"}")
done
if ask "$project/releases/$tag" >/dev/null 2>&1; then
  exit 0 # utgivelsen er der; filene bak lenkene er byttet
fi
assets=$(IFS=,; echo "${links[*]}")
ask --request POST "$project/releases" --header "Content-Type: application/json" --data @- >/dev/null <<JSON
{"tag_name": "$tag", "ref": "$CI_COMMIT_SHA", "name": "Hefter $month", "description": "Heftene slik innholdet var $(TZ=Europe/Oslo date +%d.%m.%Y).", "assets": {"links": [$assets]}}
JSON
