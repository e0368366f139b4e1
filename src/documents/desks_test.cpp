// SPDX-License-Identifier: Apache-2.0
#include "documents/lots.hpp"
#include "documents/packages.hpp"
#include "documents/recalls.hpp"
#include "documents/shipments.hpp"
#include "documents/tables.hpp"
#include "ledger/errors.hpp"
#include "ledger/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::DocumentNo;
using ledger::LotNo;
using ledger::ParticipantNo;

CodeSet codes(std::int64_t first, std::int64_t count) { return CodeSet(CodeRange{CodeNo(first), count}); }

/// Two desks that both read before either writes: what two processes on one store do.
class DesksTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("ledger", ledger::kMigrations);
    migrate("documents", kMigrations);
  }
  /// `work(connection)` in a transaction that is committed if it went well.
  template <class Work>
  Result<void> transact(sql::Connection& connection, Work&& work) {
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(connection));
    TAMGA_TRY(work());
    return transaction.commit();
  }
};

// Two processes that fill one package: the later is told to look again, so that no code is forgotten.
TEST_P(DesksTest, PackagesKeepBothContents) {
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  sql::Connection& connection = **lease;
  CodeNo const package(77);
  PackageDesk first(connection);
  PackageDesk second(connection);
  auto const add = [&](PackageDesk& desk, CodeSet const& more) {
    return transact(connection, [&]() -> Result<void> {
      TAMGA_ASSIGN(contents, desk.content({&package, 1}));
      desk.put(package, {1, contents.front().codes.unite(more)});
      return desk.write();
    });
  };
  ASSERT_TRUE(second.content({&package, 1}));
  ASSERT_TRUE(add(first, codes(100, 5)));
  auto const lost = add(second, codes(200, 5));
  ASSERT_FALSE(lost);
  EXPECT_TRUE(lost.error().is(ledger::kBlockChanged)) << describe(lost.error());

  PackageDesk third(connection);
  PackageDesk fourth(connection);
  ASSERT_TRUE(fourth.content({&package, 1}));
  ASSERT_TRUE(add(third, codes(300, 5)));
  auto const lost_again = add(fourth, codes(400, 5));
  ASSERT_FALSE(lost_again);
  EXPECT_TRUE(lost_again.error().is(ledger::kBlockChanged));
  auto const kept = package_contents(connection, {&package, 1});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->front().codes, codes(100, 5).unite(codes(300, 5)));
  EXPECT_EQ(kept->front().level, 1);
}

// A shipment is closed once, whoever is faster; the lists show it to both sides.
TEST_P(DesksTest, ShipmentsAreClosedOnce) {
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  sql::Connection& connection = **lease;
  for (int i = 1; i <= 3; ++i) {
    ASSERT_TRUE(transact(connection, [&] {
      ShipmentDesk desk(connection);
      Shipment shipment;
      shipment.number = DocumentNo(i);
      shipment.sender = ParticipantNo(1);
      shipment.receiver = ParticipantNo(2);
      shipment.shipped_at = UnixMs(1000 + i);
      shipment.named = codes(i * 100, 3);
      shipment.content = codes(i * 100 + 10, 7);
      shipment.document = "Invoice " + std::to_string(i);
      shipment.groups = {"beer", "water"};
      desk.put(std::move(shipment));
      return desk.write();
    }));
  }
  ShipmentDesk first(connection);
  ShipmentDesk second(connection);
  auto const close = [&](ShipmentDesk& desk, ShipmentStatus status, DocumentNo by) {
    return transact(connection, [&]() -> Result<void> {
      TAMGA_ASSIGN(found, desk.find(DocumentNo(2)));
      Shipment shipment = *found;
      shipment.status = status;
      shipment.closed_by = by;
      shipment.accepted = 6;
      shipment.returned = 4;
      desk.put(std::move(shipment));
      return desk.write();
    });
  };
  ASSERT_TRUE(second.find(DocumentNo(2)));
  ASSERT_TRUE(close(first, ShipmentStatus::Accepted, DocumentNo(10)));
  auto const lost = close(second, ShipmentStatus::Cancelled, DocumentNo(11));
  ASSERT_FALSE(lost);
  EXPECT_TRUE(lost.error().is(ledger::kBlockChanged));
  auto const found = find_shipment(connection, DocumentNo(2));
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->status, ShipmentStatus::Accepted);
  EXPECT_EQ((*found)->closed_by, DocumentNo(10));
  EXPECT_EQ((*found)->content, codes(210, 7));
  auto const none = find_shipment(connection, DocumentNo(9));
  EXPECT_TRUE(none && !*none);

  auto const numbers = [&](ShipmentFilter const& filter, std::int64_t before, int limit) {
    auto const page = shipments_of(connection, filter, DocumentNo(before), limit);
    EXPECT_TRUE(page);
    std::vector<std::int64_t> out;
    for (Shipment const& one : *page) out.push_back(one.number.value());
    return out;
  };
  using Numbers = std::vector<std::int64_t>;
  ShipmentFilter const sent{.participant = ParticipantNo(1)};
  EXPECT_EQ(numbers(sent, 99, 2), (Numbers{3, 2})) << "newest first";
  ShipmentFilter incoming{.participant = ParticipantNo(2), .side = ShipmentSide::Incoming};
  EXPECT_EQ(numbers(incoming, 2, 5), Numbers{1});
  EXPECT_EQ(numbers({.participant = ParticipantNo(2)}, 99, 5), Numbers());
  incoming.status = ShipmentStatus::Waiting;
  EXPECT_EQ(numbers(incoming, 99, 5), (Numbers{3, 1}));
  incoming.counterpart = ParticipantNo(7);
  EXPECT_EQ(numbers(incoming, 99, 5), Numbers());
  EXPECT_EQ(numbers({.participant = ParticipantNo(1), .from = UnixMs(1002), .until = UnixMs(1003)}, 99, 5),
            Numbers{2});
  auto const listed = shipments_of(connection, sent, DocumentNo(3), 1);
  ASSERT_TRUE(listed && listed->size() == 1);
  Shipment const& closed = listed->front();
  EXPECT_EQ(closed.document, "Invoice 2");
  EXPECT_EQ(closed.groups, (std::vector<std::string>{"beer", "water"}));
  EXPECT_EQ(std::pair(closed.named_codes, closed.content_codes), std::pair(std::int64_t{3}, std::int64_t{7}));
  EXPECT_EQ(std::pair(closed.accepted, closed.returned), std::pair(std::int64_t{6}, std::int64_t{4}));
}

// A recall is lifted once; other processes learn of it by refreshing.
TEST_P(DesksTest, RecallsAreLiftedOnce) {
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  sql::Connection& connection = **lease;
  auto ours = RecallBook::open(store());
  auto theirs = RecallBook::open(store());
  ASSERT_TRUE(ours && theirs);
  RecallDesk declaring(**ours);
  Recall recall;
  recall.number = DocumentNo(5);
  recall.gtin = gs1::Gtin::from_number(4600000000015);
  recall.produced_from = Date::of(2026, 1, 1);
  declaring.declare(recall);
  EXPECT_NE(declaring.find(DocumentNo(5)), nullptr) << "later documents of the transaction see it";
  EXPECT_TRUE((*ours)->snapshot()->empty()) << "the world does not yet";
  ASSERT_TRUE(transact(connection, [&] { return declaring.write(connection); }));
  declaring.publish();
  EXPECT_EQ((*ours)->snapshot()->size(), 1U);
  EXPECT_TRUE((*theirs)->snapshot()->empty());
  ASSERT_TRUE((*theirs)->refresh(store()));
  ASSERT_EQ((*theirs)->snapshot()->size(), 1U);
  EXPECT_EQ((*theirs)->snapshot()->front().produced_from, Date::of(2026, 1, 1));

  RecallDesk first(**ours);
  RecallDesk second(**theirs);
  first.lift(DocumentNo(5), DocumentNo(6));
  second.lift(DocumentNo(5), DocumentNo(7));
  ASSERT_TRUE(transact(connection, [&] { return first.write(connection); }));
  first.publish();
  EXPECT_TRUE((*ours)->snapshot()->empty());
  auto const kept = [&](RecallFilter const& filter) {
    auto const found = recalls_of(connection, filter, DocumentNo(99), 5);
    EXPECT_TRUE(found);
    return found->size();
  };
  EXPECT_EQ(kept({}), 1U) << "a lifted recall stays known";
  EXPECT_EQ(kept({.in_force = true}), 0U);
  EXPECT_EQ(kept({.in_force = false, .gtin = recall.gtin}), 1U);
  EXPECT_EQ(kept({.gtin = gs1::Gtin::from_number(4600000000022)}), 0U);
  auto const lifted = find_recall(connection, DocumentNo(5));
  ASSERT_TRUE(lifted && *lifted);
  EXPECT_EQ((*lifted)->lifted_by, DocumentNo(6));
  auto const lost = transact(connection, [&] { return second.write(connection); });
  ASSERT_FALSE(lost);
  EXPECT_TRUE(lost.error().is(ledger::kBlockChanged));
}

// Lots come back as they were made, also when the book has forgotten them; a lot that is missing is damage.
TEST_P(DesksTest, LotsAreKept) {
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  sql::Connection& connection = **lease;
  LotBook book(store(), 4);
  LotDesk desk(book);
  for (int i = 1; i <= 20; ++i) {
    Lot lot;
    lot.number = LotNo(i);
    lot.base = LotNo(i - 1);
    lot.document = DocumentNo(100 + i);
    lot.producer = ParticipantNo(3);
    if (i % 2 == 0) lot.produced_on = Date::of(2026, 2, i);
    lot.batch = "B" + std::to_string(i);
    lot.country = "UZ";
    lot.declaration = "D";
    desk.add(std::move(lot));
  }
  EXPECT_EQ(desk.at(LotNo(7))->batch, "B7");
  EXPECT_EQ(desk.at(LotNo()), nullptr);
  ASSERT_TRUE(transact(connection, [&] { return desk.write(connection); }));
  desk.publish();
  std::vector<LotNo> const wanted{LotNo(4), LotNo(), LotNo(1), LotNo(20)};
  for (int round = 0; round < 2; ++round) {
    auto const found = book.find(wanted);
    ASSERT_TRUE(found) << describe(found.error());
    EXPECT_EQ((*found)[0]->produced_on, Date::of(2026, 2, 4));
    EXPECT_EQ((*found)[1], nullptr);
    EXPECT_EQ((*found)[2]->produced_on, std::nullopt);
    EXPECT_EQ((*found)[3]->base, LotNo(19));
    EXPECT_EQ((*found)[3]->country, "UZ");
  }
  LotNo const missing(99);
  auto const damage = book.find({&missing, 1});
  ASSERT_FALSE(damage);
  EXPECT_TRUE(damage.error().is(ledger::kLedgerDamaged));
}

INSTANTIATE_TEST_SUITE_P(Engines, DesksTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
