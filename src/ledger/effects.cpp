// SPDX-License-Identifier: Apache-2.0
#include "ledger/effects.hpp"

#include "ledger/errors.hpp"

namespace tamga::ledger {

namespace {
constexpr std::uint64_t kFormat = 1;
}

void Effects::encode(std::string& out) const {
  put_varint(out, kFormat);
  put_varint(out, changes.size());
  for (Change const& change : changes) {
    put_varint(out, static_cast<std::uint64_t>(change.event));
    change.patch.encode(out);
    change.codes.encode(out);
  }
}

Result<Effects> Effects::decode(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.varint() != kFormat) return fail(Error(kLedgerDamaged).log("effects format"));
  std::uint64_t const count = reader.varint();
  Effects effects;
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    std::uint64_t const event = reader.varint();
    if (event == 0 || event >= kEventCount) return fail(Error(kLedgerDamaged).log("effects event"));
    Patch const patch = Patch::decode(reader);
    effects.changes.push_back({static_cast<Event>(event), patch, CodeSet::decode(reader)});
  }
  if (!reader.ok() || !reader.done()) return fail(Error(kLedgerDamaged).log("effects length"));
  return effects;
}

}  // namespace tamga::ledger
