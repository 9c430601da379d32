#!/usr/bin/env bash
# Legger heftene i site/ ut som månedens utgivelse.
set -euo pipefail
month=$(TZ=Europe/Oslo date +%Y-%m)
tag="hefter-$month"
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
if gh release view "$tag" >/dev/null 2>&1; then
  gh release upload "$tag" "${files[@]}" --clobber
else
  gh release create "$tag" "${files[@]}" --title "Hefter $month" --notes "Heftene slik innholdet var $(TZ=Europe/Oslo date +%d.%m.%Y)."
fi
