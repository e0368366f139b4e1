// SPDX-License-Identifier: Apache-2.0
#include "ledger/verify.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "ledger/block.hpp"
#include "ledger/effect_rows.hpp"
#include "ledger/errors.hpp"
#include "ledger/history.hpp"
#include "ledger/stock.hpp"
#include "ledger/tables.hpp"

namespace tamga::ledger {
namespace {

constexpr sql::Statement kBlockNumbers{
    "verify.blocks", "SELECT block FROM code_block UNION SELECT block FROM block_event ORDER BY 1"};
constexpr sql::Statement kBlock{"verify.block", "SELECT runs FROM code_block WHERE block = $1"};
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

/// Blocks compared in one pass over all effects: what bounds the memory.
constexpr std::size_t kBlocksOfPass = 100'000;

/// What a document did to a stretch of a block, in the order in which it happened.
struct Piece {
  BlockNo block;
  DocumentNo document;
  std::size_t patch;
  int offset;
  int count;
};

class Verifier {
 public:
  explicit Verifier(sql::Connection& connection) : connection_(&connection) {}

  Result<Verification> run() {
    TAMGA_TRY(sum_effects());
    TAMGA_ASSIGN(numbers, block_numbers());
    for (std::size_t at = 0; at < numbers.size(); at += kBlocksOfPass)
      TAMGA_TRY(check_blocks(std::span(numbers).subspan(at, std::min(kBlocksOfPass, numbers.size() - at))));
    if (in_effects_ != in_histories_) return fail(damaged("histories and effects do not tell the same"));
    TAMGA_TRY(check_stock());
    return counts_;
  }

 private:
  Result<void> sum_effects() {
    return each_commit(*connection_, {}, [&](CommitRow&& row) -> Result<void> {
      for (DocumentEffects const& one : row.documents) {
        ++counts_.documents;
        for (Change const& change : one.effects.changes)
          change.codes.for_each_block_piece([&](BlockNo block, int offset, int count) {
            in_effects_ += fingerprint(one.document, change.event, block, offset, count);
          });
      }
      return {};
    });
  }

  Result<std::vector<BlockNo>> block_numbers() {
    std::vector<BlockNo> numbers;
    TAMGA_ASSIGN(rows, connection_->query(kBlockNumbers));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { numbers.emplace_back(row.int64(0)); }));
    return numbers;
  }

  Result<void> check_blocks(std::span<BlockNo const> numbers) {
    TAMGA_TRY(collect(numbers.front(), numbers.back()));
    for (BlockNo const number : numbers) TAMGA_TRY(check_block(number));
    return {};
  }

  /// What the effects say about the blocks of a pass.
  Result<void> collect(BlockNo first, BlockNo last) {
    patches_.clear();
    pieces_.clear();
    TAMGA_TRY(each_commit(*connection_, {}, [&](CommitRow&& row) -> Result<void> {
      for (DocumentEffects const& one : row.documents)
        for (Change const& change : one.effects.changes) {
          if (patches_.empty() || patches_.back() != change.patch) patches_.push_back(change.patch);
          change.codes.for_each_block_piece([&](BlockNo block, int offset, int count) {
            if (first <= block && block <= last)
              pieces_.push_back({block, one.document, patches_.size() - 1, offset, count});
          });
        }
      return {};
    }));
    std::stable_sort(pieces_.begin(), pieces_.end(), [](Piece const& a, Piece const& b) {
      return std::pair(a.block, a.document) < std::pair(b.block, b.document);
    });
    return {};
  }

  Result<void> check_block(BlockNo number) {
    TAMGA_ASSIGN(events, history(number));
    Block const rebuilt = rebuild(number, events);
    std::string expected;
    rebuilt.encode(expected);
    TAMGA_ASSIGN(stored, connection_->find(
                             kBlock, [](sql::Row const& row) { return std::string(row.blob(0)); }, number));
    if (!stored) return fail(damaged(fmt::format("block {} is missing", number.value())));
    if (*stored != expected)
      return fail(damaged(fmt::format("block {} differs from its history", number.value())));
    ++counts_.blocks;
    for (std::size_t i = 0; i < rebuilt.runs().size(); ++i) {
      CodeState const& state = rebuilt.runs().states()[i];
      int const length = rebuilt.run_end(i) - rebuilt.runs().starts()[i];
      counts_.codes += state.status == CodeStatus::NotIssued ? 0 : length;
      stock_.move(series_of(number), CodeState{}, state, length);
    }
    return {};
  }

  Result<std::vector<BlockEvent>> history(BlockNo number) {
    std::vector<BlockEvent> events;
    TAMGA_ASSIGN(rows, connection_->query(kEventsOfBlock, number));
    TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
      TAMGA_ASSIGN(some, decode_chunks(row.blob(1)));
      events.insert(events.end(), some.begin(), some.end());
      return {};
    }));
    return events;
  }

  /// Applies, in the order of the history, what each document's effects say about this block.
  Block rebuild(BlockNo number, std::vector<BlockEvent> const& events) {
    Block block;
    std::set<DocumentNo> repeated;
    for (BlockEvent const& event : events) {
      ++counts_.events;
      for (auto const& [offset, count] : event.stretches)
        in_histories_ += fingerprint(event.document, event.event, number, offset, count);
      if (!repeated.insert(event.document).second) continue;
      auto const before = [](Piece const& piece, std::pair<BlockNo, DocumentNo> const& key) {
        return std::pair(piece.block, piece.document) < key;
      };
      auto piece =
          std::lower_bound(pieces_.begin(), pieces_.end(), std::pair(number, event.document), before);
      for (; piece != pieces_.end() && piece->block == number && piece->document == event.document; ++piece)
        block.apply(piece->offset, piece->count, patches_[piece->patch]);
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
  std::vector<Patch> patches_;
  std::vector<Piece> pieces_;  // by block and document
  Verification counts_;
  StockDeltas stock_;
  std::uint64_t in_effects_ = 0;
  std::uint64_t in_histories_ = 0;
};

}  // namespace

Result<Verification> verify(sql::Connection& connection) { return Verifier(connection).run(); }

}  // namespace tamga::ledger
