// SPDX-License-Identifier: Apache-2.0
// Stores of before a change know afterwards what they could not say then.
#include <map>

#include "documents/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::documents {
namespace {

using sql::Statement;

class OldStore : public sql::testing::EachEngine {
 protected:
  void put(std::int64_t document, std::int64_t participant) {
    static constexpr Statement kPut{
        "test.document",
        "INSERT INTO document (document, participant, kind, status, received_at, key_hash, idempotency_key, "
        "certificate, person, body_hash, body, signature, verdict) "
        "VALUES ($1, $2, 8, 1, 0, $1, '', $3, '', $3, $3, $3, '{}')"};
    run(kPut, document, participant, sql::Blob{"x"});
  }
  void ship(std::int64_t shipment, std::int64_t sender, std::int64_t receiver, std::int64_t closed_by) {
    static constexpr Statement kShip{
        "test.shipment",
        "INSERT INTO shipment (shipment, sender, receiver, status, shipped_at, closed_by, named, content) "
        "VALUES ($1, $2, $3, 1, 0, $4, $5, $5)"};
    run(kShip, shipment, sender, receiver, closed_by, sql::Blob{"x"});
  }
  template <class... Args>
  void run(Statement const& statement, Args const&... args) {
    ASSERT_TRUE(durably([&](sql::Connection& connection) { return connection.execute(statement, args...); }));
  }
};

TEST_P(OldStore, DocumentsHaveTheirOtherSide) {
  migrate("documents", std::span(kMigrations).first(5));
  constexpr std::int64_t kMaker = 3;
  constexpr std::int64_t kShop = 5;
  put(10, kMaker);  // an order
  put(11, kMaker);  // shipped, accepted by 13
  put(12, kMaker);  // shipped, cancelled by 14
  put(13, kShop);
  put(14, kMaker);
  ship(11, kMaker, kShop, 13);
  ship(12, kMaker, kShop, 14);
  migrate("documents", kMigrations);
  std::map<std::int64_t, std::int64_t> sides;
  auto reader = store().reader().value();
  static constexpr Statement kSides{"test.sides", "SELECT document, counterpart FROM document"};
  auto rows = reader->query(kSides).value();
  ASSERT_TRUE(rows.each([&](sql::Row const& row) { sides[row.int64(0)] = row.int64(1); }));
  EXPECT_EQ(sides, (std::map<std::int64_t, std::int64_t>{
                       {10, 0}, {11, kShop}, {12, kShop}, {13, kMaker}, {14, kShop}}));
}

INSTANTIATE_TEST_SUITE_P(Engines, OldStore, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
