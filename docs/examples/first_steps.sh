#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The first steps in a running sandbox, with nothing but curl and openssl: sign in as the dairy, order ten codes, fetch them,
# ask what a cash register would be told.
#   docs/examples/first_steps.sh [FOLDER of the sandbox] [URL]
set -euo pipefail
key=${1:-sandbox}/ru/people/dairy.pem
url=${2:-http://localhost:8080}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
# What is signed is the bytes as they are sent: -binary.
sign() { openssl cms -sign -binary -signer "$key" -in "$1" -outform DER "${@:2}" 2>/dev/null | base64 -w 0; }

echo "== sign in: a challenge, signed (attached)"
curl -s -X POST "$url/api/v1/sign-in/challenge" | field challenge | tr -d '\n' >"$work/challenge"
cat "$work/challenge"; echo
token=$(curl -s -X POST "$url/api/v1/sign-in" -H 'Content-Type: application/json' \
  -d "{\"challenge\":\"$(cat "$work/challenge")\",\"signature\":\"$(sign "$work/challenge" -nodetach)\"}" | field token)
curl -s "$url/api/v1/me" -H "Authorization: Bearer $token"; echo

echo "== order ten codes of milk: a document, signed (detached)"
printf '%s' '{"kind":"order_codes","group":"milk","release_method":"PRODUCTION","lines":[{"gtin":"04607001000013","quantity":10}]}' >"$work/order"
order=$(curl -s -X POST "$url/api/v1/documents" -H "Authorization: Bearer $token" -H "Idempotency-Key: first-$RANDOM$RANDOM" \
  -H "X-Signature: $(sign "$work/order")" --data-binary "@$work/order" | tee "$work/answer" | field document)
cat "$work/answer"; echo

echo "== fetch them"
curl -s "$url/api/v1/orders/$order/lines/0/codes?format=txt" -H "Authorization: Bearer $token" | tee "$work/codes" | cat -v

echo "== ask about the first, as a cash register in Russia would"
curl -s -G "$url/api/v1/check" --data-urlencode "code=$(head -1 "$work/codes" | tr -d '\r\n')" -H 'Accept-Language: ru'; echo
