// SPDX-License-Identifier: Apache-2.0
#include "server/tail_audit.hpp"

#include <fmt/format.h>

#include <map>

#include "emission/errors.hpp"
#include "emission/tail_audit.hpp"
#include "journal/journal.hpp"

namespace tamga::server {
namespace {

/// Seals that the journal has, with what they are about; each is taken away when its batch is met.
using Seals = std::map<std::string, std::string>;

Error broken(std::string const& object, std::string_view what) {
  auto const first = object.find('/');
  auto const second = object.find('/', first + 1);
  return Error(emission::kTailAuditBroken)
      .with("order", object.substr(0, first))
      .with("line", object.substr(first + 1, second - first - 1))
      .with("sequence", object.substr(second + 1))
      .log(std::string(what));
}

Result<Seals> seals_of_journal(sql::Connection& connection) {
  Seals seals;
  TAMGA_TRY(journal::verify(connection, [&](journal::Record const& record) -> Result<void> {
    if (record.entry.action == emission::kTailAction) seals.emplace(record.entry.state, record.entry.object);
    return {};
  }));
  return seals;
}

}  // namespace

Result<std::string> audit_tails(sql::Store& store, crypto::KeyRing const& ring) {
  struct Sum {
    std::int64_t batches = 0;
    std::int64_t tails = 0;
  };
  std::map<std::string, Sum> keys;
  Result<void> known;
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(seals, seals_of_journal(*reader));
  crypto::RoleKeys const role(ring, crypto::kTailRole);
  TAMGA_TRY(emission::verify_batches(*reader, role, [&](emission::TailBatch const& batch) {
    Sum& sum = keys[batch.key_id];
    ++sum.batches;
    sum.tails += batch.codes;
    bool const told = seals.erase(std::string(crypto::view(batch.seal))) == 1;
    if (!told && known) known = fail(broken(batch.object(), "not in the journal"));
  }));
  TAMGA_TRY(known);
  if (!seals.empty()) return fail(broken(seals.begin()->second, "in the journal only"));
  std::string out;
  for (auto const& [key, sum] : keys)
    out += fmt::format("key {}: {} batches, {} tails\n", key, sum.batches, sum.tails);
  return out + "the records of signed tails are whole\n";
}

}  // namespace tamga::server
