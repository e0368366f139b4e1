#!/bin/sh
# The operator's commands on a fresh store, on a backup of it, and on a store with a lie in it.
set -eu
tamga=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

expect() { # STATUS TEXT COMMAND...
  status=$1 text=$2
  shift 2
  actual=0
  out=$("$@" 2>&1) || actual=$?
  case "$out" in *"$text"*) found=yes ;; *) found=no ;; esac
  if [ "$actual" != "$status" ] || [ "$found" = no ]; then
    echo "expected $status and \"$text\", got $actual: $out ($*)"
    exit 1
  fi
}

expect 0 "0 blocks" "$tamga" ledger verify --store "sqlite:$dir/a"
expect 0 "no entries" "$tamga" journal verify --store "sqlite:$dir/a"
expect 0 "series 1, index 5" "$tamga" ledger show 17179869189 --store "sqlite:$dir/a"
expect 0 "0 postings" "$tamga" books verify --store "sqlite:$dir/a"
mkdir "$dir/b"
expect 0 "backup" "$tamga" backup "$dir/b/tamga.db" --store "sqlite:$dir/a"
expect 0 "0 blocks" "$tamga" ledger verify --store "sqlite:$dir/b"
expect 1 "STORE_ADDRESS" "$tamga" journal verify --store "mysql:x"
expect 2 "required" "$tamga" ledger verify
python3 - "$dir/b/tamga.db" <<'PY'
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("INSERT INTO journal VALUES (0, 1, x'01', x'00')")
database.execute("INSERT INTO stock VALUES (1, 1, 1, 5)")
database.execute("INSERT INTO account VALUES (1, 1, 0, 0, 500, 1)")
database.commit()
PY
expect 1 "JOURNAL_DAMAGED" "$tamga" journal verify --store "sqlite:$dir/b"
expect 1 "BOOKS_DO_NOT_AGREE" "$tamga" books verify --store "sqlite:$dir/b"
expect 1 "LEDGER_DAMAGED" "$tamga" ledger verify --store "sqlite:$dir/b"
spec=$(dirname "$0")/../spec
expect 1 "REGISTER_UNREACHABLE" "$tamga" register show 7700041005 --store "sqlite:$dir/a" --country ru --spec "$spec"
expect 0 "26 businesses stored" "$tamga" register import "$spec/ru/sandbox_register.csv" --store "sqlite:$dir/a" --country ru --spec "$spec" --as-of 2026-03-01
expect 0 '"as_of":"2026-03-01"' "$tamga" register show 7700041005 --store "sqlite:$dir/a" --country ru --spec "$spec"
expect 0 "no such business" "$tamga" register show 7707083893 --store "sqlite:$dir/a" --country ru --spec "$spec"
expect 1 "EXTRACT_OLDER" "$tamga" register import "$spec/ru/sandbox_register.csv" --store "sqlite:$dir/a" --country ru --spec "$spec" --as-of 2026-02-28
expect 1 "sandbox_register.csv:2" "$tamga" register import "$spec/uz/sandbox_register.csv" --store "sqlite:$dir/a" --country ru --spec "$spec"
expect 0 "26 kept as a later extract says" "$tamga" register import "$spec/ru/sandbox_register.csv" --store "sqlite:$dir/a" --country ru --spec "$spec" --as-of 2026-02-28 --merge
expect 1 "EXTRACT_UNREADABLE" "$tamga" register import "$dir" --store "sqlite:$dir/a" --country ru --spec "$spec"
expect 2 "not a day" "$tamga" register import x --store "sqlite:$dir/a" --country ru --as-of 2026-02-30
expect 0 "receipts/s" "$tamga" bench --codes 500 --receipts 50 --clients 3
expect 2 "in range" "$tamga" bench --codes 1
expect 0 "17 certificates" "$tamga" ca people "$dir/ca" --algorithm ozdst
expect 0 "revoked" "$tamga" ca revoke "$dir/ca" --certificate "$dir/ca/people/uzbek_person.pem" --reason 1
expect 0 "list" "$tamga" ca list "$dir/ca" --out "$dir/list.crl"
expect 0 "certificate" "$tamga" ca issue "$dir/ca" --out "$dir/trader" --form russian --holder trader --person Obraztsov \
  --tax-id 980000000020 --registry-id 300980000000000
expect 1 "SIGNATURE_ENGINE_MISSING" env OPENSSL_ENGINES=/nowhere "$tamga" ca init "$dir/none" --algorithm gost256

# A letter that waits in the outbox of the sandbox is kept in its folder as soon as the sandbox runs.
box="$dir/sandbox/uz"
mkdir -p "$box"
expect 0 "0 waiting, 0 failed" "$tamga" mail list --store "sqlite:$box/store"
python3 - "$box/store/tamga.db" <<'PY'
import json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
values = {"number": ["17"], "company": ["Obod Savdo"], "tax_id": ["300980000"], "link": ["https://marking.example/a/17"]}
for key, state in (("first", 0), ("second", 3)):
    database.execute("INSERT INTO letter (idempotency, recipient, language, text_name, content, created_at, state, attempts, next_attempt, "
                     "last_error, message_id, version) VALUES (?, ?, 'en', 'application_received', ?, 0, ?, 0, 0, '', '', 1)",
                     (key, key + "@example.org", json.dumps(values), state))
database.commit()
PY
expect 0 "1 waiting, 1 failed" "$tamga" mail list --store "sqlite:$box/store"
expect 0 "first@example.org" "$tamga" mail list --store "sqlite:$box/store" --state waiting
expect 0 "Obod Savdo, tax number 300980000" "$tamga" mail show 1 --store "sqlite:$box/store"
expect 0 "failed" "$tamga" mail show 2 --store "sqlite:$box/store"
expect 1 "LETTER_UNKNOWN" "$tamga" mail show 3 --store "sqlite:$box/store"
expect 1 "LETTER_UNKNOWN" "$tamga" mail retry 3 --store "sqlite:$box/store"
expect 2 "required" "$tamga" mail retry --store "sqlite:$box/store"
expect 0 "1 letters are tried again" "$tamga" mail retry --all-failed --store "sqlite:$box/store"
expect 0 "2 waiting, 0 failed" "$tamga" mail list --store "sqlite:$box/store"
"$tamga" sandbox --folder "$dir/sandbox" --country uz --port 0 >"$dir/log" 2>&1 &
sandbox=$!
tries=0
while [ ! -f "$box/mail/000000000002.eml" ] && [ $tries -lt 300 ]; do sleep 0.2; tries=$((tries + 1)); done
tries=0
until "$tamga" mail list --store "sqlite:$box/store" | grep -q "^0 waiting" || [ $tries -ge 300 ]; do sleep 0.2; tries=$((tries + 1)); done
expect 0 "sent" "$tamga" mail list --state sent --store "sqlite:$box/store"
kill "$sandbox"
wait "$sandbox"
expect 0 "To: first@example.org" cat "$box/mail/000000000001.eml"
expect 0 "0 waiting, 0 failed" "$tamga" mail list --store "sqlite:$box/store"
expect 1 "LETTER_NOT_TO_RETRY" "$tamga" mail retry 1 --store "sqlite:$box/store"
expect 2 "--trusted-proxy" "$tamga" serve --country uz --store "sqlite:$box/store" --keys "$box/keys" --roots "$dir/sandbox/ca/root.pem" \
  --name localhost --trusted-proxy "10.0.0.0/8"
expect 1 "MAIL_SETTING" "$tamga" serve --country uz --store "sqlite:$box/store" --keys "$box/keys" --roots "$dir/sandbox/ca/root.pem" \
  --name sandbox-uz --port 0 --mail http://mail.example
expect 0 "tail_mac" "$tamga" keys list --keys "$box/keys"
expect 0 "role tails" "$tamga" keys hand-out --keys "$box/keys" --out "$dir/tails"
mkdir "$dir/crossed"
cp "$box/keys/keys.ring" "$dir/tails/master.key" "$dir/crossed"
expect 1 "KEYRING_WRONG_MASTER_KEY" "$tamga" keys list --keys "$dir/crossed"
expect 0 "are whole" "$tamga" keys audit --keys "$dir/tails" --store "sqlite:$box/store"
if "$tamga" keys list --keys "$dir/tails" | grep -qv " tail_"; then
  echo "the ring of tails has other keys"
  exit 1
fi
echo "command line: all as expected"
