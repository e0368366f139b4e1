// SPDX-License-Identifier: Apache-2.0
#include "ledger/batch.hpp"

#include <gtest/gtest.h>

#include <map>

#include "ledger/errors.hpp"

namespace tamga::ledger {
namespace {

/// Published blocks in a map.
struct Shelf : BlockSource {
  std::map<std::int64_t, PublishedBlock> blocks;
  Result<void> fetch(std::span<BlockNo const> wanted, std::vector<PublishedBlock>& found) override {
    for (BlockNo const number : wanted) found.push_back(blocks[number.value()]);
    return {};
  }
  std::map<std::int64_t, std::vector<BlockEvent>> pasts;
  Result<std::vector<BlockEvent>> past(BlockNo block) override { return pasts[block.value()]; }
  void publish(Batch& batch) {
    for (auto& staged : batch.staged())
      blocks[staged.number.value()] = {std::make_shared<Block const>(staged.block), staged.base_version + 1,
                                       AppliedNo(1)};
  }
};

constexpr ParticipantNo kMaker(3);

// A batch shows its own changes at once, and nothing outside it changes before publication.
TEST(Batch, ShowsItsOwnChangesOnly) {
  Shelf shelf;
  CodeSet const order(CodeRange{code_no(SeriesNo(4), 1000), 3000});
  {
    Batch batch(shelf);
    ASSERT_TRUE(batch.load(order));
    batch.begin_document(DocumentNo(1));
    batch.change(Event::Issue, patch_of(Event::Issue).owner(kMaker), order);
    EXPECT_EQ(batch.state(code_no(SeriesNo(4), 1000)).status, CodeStatus::Emitted);
    EXPECT_EQ(batch.state(code_no(SeriesNo(4), 999)).status, CodeStatus::NotIssued);
    EXPECT_FALSE(batch.broken());
    auto const outcome = batch.finish_document();
    ASSERT_EQ(outcome.effects.changes.size(), 1U);
    std::string bytes;
    outcome.effects.encode(bytes);
    EXPECT_LT(bytes.size(), 40U) << "three thousand codes in a row are one range";
    EXPECT_EQ(*Effects::decode(bytes), outcome.effects);
    EXPECT_EQ(outcome.stock.deltas().at({kMaker, SeriesNo(4), CodeStatus::Emitted}), 3000);
    EXPECT_EQ(shelf.blocks[block_of(order.ranges()[0].first).value()].block, nullptr);
    shelf.publish(batch);
  }
  Batch next(shelf);
  ASSERT_TRUE(next.load(order));
  int runs = 0;
  next.for_each_run(order, [&](CodeRange, CodeState const& state) {
    ++runs;
    EXPECT_EQ(state.owner, kMaker);
  });
  EXPECT_EQ(runs, 4);
}

// An impossible transition is caught by the invariant even if a document's own check missed it.
TEST(Batch, CatchesWhatTheLifeCycleForbids) {
  Shelf shelf;
  Batch batch(shelf);
  CodeSet const codes(CodeRange{code_no(SeriesNo(1), 0), 10});
  ASSERT_TRUE(batch.load(codes));
  batch.begin_document(DocumentNo(1));
  batch.change(Event::Apply, patch_of(Event::Apply).owner(kMaker), codes);
  ASSERT_TRUE(batch.broken());
  EXPECT_TRUE(batch.broken()->is(kInvariantBroken));
}

// The effects of a commit come back document by document; what is cut off is noticed, and sales among sales
// are short.
TEST(CommitEffects, RoundTrip) {
  std::vector<DocumentEffects> documents;
  CommitEffects commit;
  std::size_t before_sales = 0;
  for (int n = 0; n < 20; ++n) {
    DocumentEffects one{DocumentNo(1'000'000'000'000 + n * 3), {}};
    if (n < 10) {
      CodeSet codes(CodeRange{code_no(SeriesNo(1 + n % 3), n), 5});
      codes.add({code_no(SeriesNo(1 + n % 3), 100), 1});
      one.effects.changes.push_back({Event::Apply, patch_of(Event::Apply).lot(LotNo(n)), codes});
      one.effects.changes.push_back(
          {Event::Pack, patch_of(Event::Pack).parent(code_no(SeriesNo(9), n)), codes});
    } else {
      one.effects.changes.push_back({Event::Sell, patch_of(Event::Sell).reason(1),
                                     CodeSet(CodeRange{code_no(SeriesNo(1), 7'000'000 - n * 311'111), 1})});
    }
    commit.add(one.document, one.effects);
    if (n == 10) {
      CommitEffects copy = commit;
      before_sales = std::move(copy).finish().size();
    }
    documents.push_back(std::move(one));
  }
  std::string const bytes = std::move(commit).finish();
  EXPECT_LE(bytes.size(), before_sales + 9 * 10);
  auto const back = CommitEffects::decode(bytes);
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, documents);
  EXPECT_FALSE(CommitEffects::decode(bytes.substr(0, bytes.size() - 1)));
  EXPECT_FALSE(CommitEffects::decode(""));
  EXPECT_FALSE(CommitEffects::decode("\x01"));
}

// Who did it last is told by stretches; what nobody did is left out.
TEST(Batch, TellsWhoDidItLast) {
  Shelf shelf;
  CodeNo const first = code_no(SeriesNo(1), 0);
  shelf.pasts[block_of(first).value()] = {
      {Event::Sell, DocumentNo(5), {{0, 4}}},
      {Event::Return, DocumentNo(6), {{1, 1}}},
      {Event::Sell, DocumentNo(7), {{1, 2}, {9, 1}}},
  };
  shelf.pasts[block_of(first).value() + 1] = {{Event::Sell, DocumentNo(7), {{0, 1024}}}};
  Batch const batch(shelf);
  std::array const sold{Event::Sell};
  CodeSet codes(CodeRange{first, 6});
  codes.add({first + 1020, 10});
  auto const done = batch.done_last(sold, codes);
  ASSERT_TRUE(done);
  ASSERT_EQ(done->size(), 4U);
  std::vector<std::pair<CodeRange, std::int64_t>> told;
  for (DoneBy const& one : *done) told.emplace_back(one.codes, one.document.value());
  EXPECT_EQ(told[0], std::pair(CodeRange{first, 1}, std::int64_t{5}));
  EXPECT_EQ(told[1], std::pair(CodeRange{first + 1, 2}, std::int64_t{7}));
  EXPECT_EQ(told[2], std::pair(CodeRange{first + 3, 1}, std::int64_t{5}));
  EXPECT_EQ(told[3], std::pair(CodeRange{first + 1024, 6}, std::int64_t{7}));
}

// The history of a block names each document and the codes it touched.
TEST(Batch, KeepsHistory) {
  Shelf shelf;
  Batch batch(shelf);
  CodeSet const codes(CodeRange{code_no(SeriesNo(1), 0), 10});
  ASSERT_TRUE(batch.load(codes));
  batch.begin_document(DocumentNo(100));
  batch.change(Event::Issue, patch_of(Event::Issue).owner(kMaker), codes);
  batch.finish_document();
  batch.begin_document(DocumentNo(101));
  CodeSet some(CodeRange{code_no(SeriesNo(1), 2), 2});
  some.add({code_no(SeriesNo(1), 7), 1});
  batch.change(Event::Apply, patch_of(Event::Apply), some);
  batch.finish_document();
  auto const chunk = std::move(batch.staged().front().events).finish();
  auto const events = decode_chunks(chunk);
  ASSERT_TRUE(events);
  ASSERT_EQ(events->size(), 2U);
  EXPECT_EQ((*events)[1].event, Event::Apply);
  EXPECT_EQ((*events)[1].document, DocumentNo(101));
  EXPECT_EQ((*events)[1].stretches, (std::vector<std::pair<int, int>>{{2, 2}, {7, 1}}));
  EXPECT_FALSE(decode_chunks(chunk.substr(0, chunk.size() - 1)));
}

}  // namespace
}  // namespace tamga::ledger
