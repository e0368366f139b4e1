#!/bin/sh
# What "./dev new" makes in a copy of the sources: a kind that compiles and is listed, a group that the program
# reads, a room in every table; and what it refuses, where nothing is written.
set -eu
tamga=$1 compiler=$2
source=$(cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy/src"
cp -r "$source/cmake" "$source/docs" "$source/spec" "$source/tools" "$source/.clang-format" "$copy"
cp -r "$source/src/." "$copy/src"
new="python3 $copy/tools/new.py"
fail() { echo "$1"; exit 1; }

state() { (cd "$copy" && find . -type f -not -name '*.pyc' | sort | xargs cat | sha256sum); }
before=$(state)
for wrong in "kind Expertise --like withdraw --about x" "kind expertise --like nothing --about x" \
  "kind withdraw --like ship --about x" "group uz water --like beer --ru a --uz b --en c" \
  "group uz honey --like nectar --ru a --uz b --en c" "group uz honey --like water --ru a --uz b --en c --from 2026-02-30" \
  "room ledger --about x --before api" "room parcels --about x --uses api --before ledger"; do
  # shellcheck disable=SC2086
  if $new $wrong >/dev/null 2>&1; then fail "made: $wrong"; fi
  [ "$(state)" = "$before" ] || fail "something was written: $wrong"
done

$new kind expertise --like withdraw --about "Takes goods for an expert's examination" >/dev/null
for file in all expertise; do
  "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Werror -I"$copy/src" "$copy/src/documents/kinds/$file.cpp" || fail "$file.cpp does not compile"
done
grep -q '"expertise"' "$copy/src/documents/kinds_test.cpp" || fail "the list of numbers does not know the kind"
grep -q 'kinds/expertise.cpp' "$copy/src/documents/CMakeLists.txt" || fail "the kind is not built"
grep -qE 'struct Withdraw|KindOf<Withdraw>|"Withdraw"' "$copy/src/documents/kinds/expertise.hpp" && fail "the model's name is left"

for country in ru uz; do
  like=$([ $country = ru ] && echo shoes || echo beer)
  $new group $country honey --like "$like" --ru "Мёд" --uz "Asal" --en "Honey" --from 2027-01-01 --tn-ved 0409 >/dev/null
  "$tamga" spec check $country --spec "$copy/spec" | grep -q honey || fail "the group is not read in $country"
done
sed -i 's/^price = .*/price = "much"/' "$copy/spec/uz/groups/honey.toml"
said=$("$tamga" spec check uz --spec "$copy/spec" 2>&1) && fail "a wrong price is not refused"
echo "$said" | grep -q 'honey.toml:' || fail "the file is not named: $said"

$new room parcels --about "Parcels on their way" --uses base,sql --before api >/dev/null
grep -q 'parcels api' "$copy/cmake/rooms.cmake" || fail "the room is not built"
grep -q '"parcels": {"base", "sql"}' "$copy/tools/tidy.py" || fail "tidy does not know the room"
echo "new: all as expected"
