// SPDX-License-Identifier: Apache-2.0
#include "ledger/verify.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <map>
#include <set>

#include "ledger/block.hpp"
#include "ledger/effects.hpp"
#include "ledger/errors.hpp"
#include "ledger/history.hpp"
#include "ledger/stock.hpp"
#include "ledger/tables.hpp"

namespace tamga::ledger {
namespace {

constexpr sql::Statement kBlockNumbers{
    "verify.blocks", "SELECT block FROM code_block UNION SELECT block FROM block_event ORDER BY 1"};
constexpr sql::Statement kBlock{"verify.block", "SELECT runs FROM code_block WHERE block = $1"};
constexpr sql::Statement kEvents{"verify.events",
                                 "SELECT seq, events FROM block_event WHERE block = $1 ORDER BY seq"};
constexpr sql::Statement kEffects{"verify.effects", "SELECT document, effects FROM effect ORDER BY applied"};
constexpr sql::Statement kStock{"verify.stock",
                                "SELECT owner, series, status, CAST(sum(quantity) AS {integer}) FROM ("
                                "SELECT owner, series, status, quantity FROM stock UNION ALL "
                                "SELECT owner, series, status, quantity FROM stock_delta) AS part "
                                "GROUP BY owner, series, status"};

Error damaged(std::string why) { return Error(kLedgerDamaged).log(std::move(why)); }

/// Order-free fingerprint of "document did event to these codes of this block", summed over everything.
std::uint64_t fingerprint(DocumentNo document, Event event, BlockNo block, int offset, int count) {
  std::int64_t const facts[] = {document.value(), static_cast<std::int64_t>(event), block.value(), offset,
                                count};
  return XXH3_64bits(facts, sizeof facts);
}

class Verifier {
 public:
  explicit Verifier(sql::Connection& connection) : connection_(&connection) {}

  Result<Verification> run() {
    TAMGA_TRY(sum_effects());
    TAMGA_ASSIGN(numbers, block_numbers());
    for (BlockNo const number : numbers) TAMGA_TRY(check_block(number));
    if (in_effects_ != in_histories_) return fail(damaged("histories and effects do not tell the same"));
    TAMGA_TRY(check_stock());
    return counts_;
  }

 private:
  Result<void> sum_effects() {
    TAMGA_ASSIGN(rows, connection_->query(kEffects));
    return rows.each([&](sql::Row const& row) -> Result<void> {
      DocumentNo const document = row.as<DocumentNo>(0);
      TAMGA_ASSIGN(effects, Effects::decode(row.blob(1)));
      ++counts_.documents;
      for (Change const& change : effects.changes)
        change.codes.for_each_block_piece([&](BlockNo block, int offset, int count) {
          in_effects_ += fingerprint(document, change.event, block, offset, count);
        });
      return {};
    });
  }

  Result<std::vector<BlockNo>> block_numbers() {
    std::vector<BlockNo> numbers;
    TAMGA_ASSIGN(rows, connection_->query(kBlockNumbers));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { numbers.emplace_back(row.int64(0)); }));
    return numbers;
  }

  Result<void> check_block(BlockNo number) {
    TAMGA_ASSIGN(events, history(number));
    TAMGA_ASSIGN(rebuilt, rebuild(number, events));
    std::string expected;
    rebuilt.encode(expected);
    TAMGA_ASSIGN(stored, connection_->find(
                             kBlock, [](sql::Row const& row) { return std::string(row.blob(0)); }, number));
    if (!stored) return fail(damaged(fmt::format("block {} is missing", number.value())));
    if (*stored != expected)
      return fail(damaged(fmt::format("block {} differs from its history", number.value())));
    ++counts_.blocks;
    for (std::size_t i = 0; i < rebuilt.runs().size(); ++i) {
      Block::Run const& run = rebuilt.runs()[i];
      int const length = rebuilt.run_end(i) - run.start;
      counts_.codes += run.state.status == CodeStatus::NotIssued ? 0 : length;
      stock_.move(series_of(number), CodeState{}, run.state, length);
    }
    return {};
  }

  Result<std::vector<BlockEvent>> history(BlockNo number) {
    std::vector<BlockEvent> events;
    TAMGA_ASSIGN(rows, connection_->query(kEvents, number));
    TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
      TAMGA_ASSIGN(chunk, decode_chunk(row.blob(1)));
      events.insert(events.end(), chunk.begin(), chunk.end());
      return {};
    }));
    return events;
  }

  /// Applies, in the order of the history, what each document's effects say about this block.
  Result<Block> rebuild(BlockNo number, std::vector<BlockEvent> const& events) {
    Block block;
    std::set<DocumentNo> repeated;
    for (BlockEvent const& event : events) {
      ++counts_.events;
      for (auto const& [offset, count] : event.stretches)
        in_histories_ += fingerprint(event.document, event.event, number, offset, count);
      if (!repeated.insert(event.document).second) continue;
      TAMGA_ASSIGN(rows, connection_->query(kEffectsOfDocument, event.document));
      TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
        TAMGA_ASSIGN(effects, Effects::decode(row.blob(0)));
        CodeSet const whole(CodeRange{first_code(number), kBlockSize});
        for (Change const& change : effects.changes)
          change.codes.intersect(whole).for_each_block_piece(
              [&](BlockNo, int offset, int count) { block.apply(offset, count, change.patch); });
        return {};
      }));
    }
    return block;
  }

  Result<void> check_stock() {
    StockDeltas difference;
    difference.merge(stock_);
    TAMGA_ASSIGN(rows, connection_->query(kStock));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      difference.add({row.as<ParticipantNo>(0), row.as<SeriesNo>(1), row.as<CodeStatus>(2)}, -row.int64(3));
    }));
    for (auto const& [key, left] : difference.deltas())
      if (left != 0)
        return fail(damaged(fmt::format("stock of owner {}, series {}, {}: {} codes off", key.owner.value(),
                                        key.series.value(), name_of(key.status), left)));
    return {};
  }

  sql::Connection* connection_;
  Verification counts_;
  StockDeltas stock_;
  std::uint64_t in_effects_ = 0;
  std::uint64_t in_histories_ = 0;
};

}  // namespace

Result<Verification> verify(sql::Connection& connection) { return Verifier(connection).run(); }

}  // namespace tamga::ledger
