// SPDX-License-Identifier: Apache-2.0
#include "audit/tail_audit.hpp"

#include <map>

#include "emission/errors.hpp"
#include "emission/tail_audit.hpp"
#include "journal/journal.hpp"
#include "sql/transaction.hpp"

namespace tamga::audit {
namespace {

constexpr std::int64_t kTellEvery = 1024;

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

Result<Seals> seals_of_journal(sql::Connection& connection, Progress const& progress) {
  Seals seals;
  std::int64_t read = 0;
  TAMGA_TRY(journal::verify(connection, [&](journal::Record const& record) -> Result<void> {
    if (record.entry.action == emission::kTailAction) seals.emplace(record.entry.state, record.entry.object);
    return progress && ++read % kTellEvery == 0 ? progress(read) : Result<void>();
  }));
  return seals;
}

}  // namespace

Result<Report> audit_tails(sql::Store& store, crypto::RoleKeys const& keys, Progress const& progress) {
  struct Sum {
    std::int64_t batches = 0;
    std::int64_t tails = 0;
  };
  std::map<std::string, Sum> sums;
  Result<void> known;
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(moment, sql::Transaction::begin(*reader));
  TAMGA_ASSIGN(seals, seals_of_journal(*reader, progress));
  TAMGA_TRY(emission::verify_batches(*reader, keys, [&](emission::TailBatch const& batch) {
    Sum& sum = sums[batch.key_id];
    ++sum.batches;
    sum.tails += batch.codes;
    bool const told = seals.erase(std::string(crypto::view(batch.seal))) == 1;
    if (!told && known) known = fail(broken(batch.object(), "not in the journal"));
  }));
  TAMGA_TRY(known);
  if (!seals.empty()) return fail(broken(seals.begin()->second, "in the journal only"));
  TAMGA_TRY(moment.commit());
  Report report;
  for (auto const& [key, sum] : sums) {
    report.counts.push_back({Measure::Batches, key, sum.batches});
    report.counts.push_back({Measure::Tails, key, sum.tails});
  }
  return report;
}

}  // namespace tamga::audit
