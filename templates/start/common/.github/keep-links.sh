#!/usr/bin/env bash
# Lagrer hva lenkene svarte, hvis noe er nytt.
set -euo pipefail
git add content/.hefte/lenker.json
if git diff --cached --quiet; then
  exit 0
fi
git -c user.name="hefte" -c user.email="hefte@users.noreply.github.com" commit -m "Lenkene er prøvd"
git push
