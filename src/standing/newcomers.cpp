// SPDX-License-Identifier: Apache-2.0
#include "standing/newcomers.hpp"

#include "sql/statement.hpp"

namespace tamga::standing {
namespace {

constexpr std::int64_t kAtOnce = 1000;
constexpr int kMostReads = 100;

constexpr sql::Statement kAfter{
    "standing.after",
    "SELECT participant FROM standing WHERE participant > $1 ORDER BY participant LIMIT $2"};

registry::ParticipantNo after(registry::ParticipantNo number) {
  return registry::ParticipantNo(number.value() + 1);
}

/// Numbers above `from` that have a row, the lowest of them.
Result<std::vector<registry::ParticipantNo>> looked_at(sql::Store& store, registry::ParticipantNo from) {
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(rows, reader->query(kAfter, from, kAtOnce));
  std::vector<registry::ParticipantNo> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(row.as<registry::ParticipantNo>(0)); }));
  return found;
}

}  // namespace

Result<std::vector<registry::Participant>> Newcomers::next(registry::Register const& participants,
                                                           sql::Store& store, int limit) {
  std::vector<registry::Participant> out;
  registry::ParticipantNo at = looked_at_until_;
  for (int read = 0; read < kMostReads; ++read) {
    TAMGA_ASSIGN(rows, looked_at(store, at));
    for (registry::ParticipantNo const row : rows) {
      for (at = after(at); at < row; at = after(at)) {
        TAMGA_ASSIGN(newcomer, participants.find(at));
        if (newcomer) out.push_back(*std::move(newcomer));
        if (static_cast<int>(out.size()) == limit) return out;
      }
      if (out.empty()) looked_at_until_ = row;
    }
    if (static_cast<std::int64_t>(rows.size()) == kAtOnce) continue;
    while (static_cast<int>(out.size()) < limit) {
      at = after(at);
      TAMGA_ASSIGN(newcomer, participants.find(at));
      if (!newcomer) break;
      out.push_back(*std::move(newcomer));
    }
    return out;
  }
  return out;
}

}  // namespace tamga::standing
