#!/usr/bin/env bash
# A share link in bash: bash encode.sh PATTERN_FILE EVENT_FILE [DIALECT]
set -euo pipefail
export LC_ALL=C

json() { # a file as a JSON string
  local text code char
  IFS= read -r -d '' text <"$1" || true
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  for code in {1..31}; do
    printf -v char "\\x$(printf %02x "$code")"
    text=${text//"$char"/$(printf '\\u%04x' "$code")}
  done
  printf '"%s"' "$text"
}

packed=$(mktemp)
trap 'rm -f "$packed"' EXIT
printf '{"pattern":%s,"event":%s,"dialect":"%s"}' "$(json "$1")" "$(json "$2")" "${3:-rule}" | gzip -n9 >"$packed"
size=$(wc -c <"$packed") # gzip puts 10 bytes before the deflated text and 8 behind it
printf '1.%s\n' "$(tail -c +11 "$packed" | head -c $((size - 18)) | base64 | tr '+/' '-_' | tr -d '=\n')"
