
# A value as it is written within a JSON string.
in_json() {
  printf '%s\n' "$1" | sed 's/["\\]/\\&/g' |
    awk 'NR > 1 { printf "\\n" } { gsub(/\t/, "\\t"); gsub(/\r/, "\\r"); printf "%s", $0 }'
}
