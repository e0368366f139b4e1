// SPDX-License-Identifier: Apache-2.0
#include "sql/migration.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "sql/testing/engines.hpp"

namespace tamga::sql {
namespace {

constexpr std::array kTables{Distribution{"block", "number", {}}, Distribution{"event", "number", "block"},
                             Distribution{"unit", {}, {}}};
constexpr std::array kSpread{Migration{1, "spread", R"sql(
CREATE TABLE block (number {integer} NOT NULL PRIMARY KEY) {strict};
CREATE TABLE event (number {integer} NOT NULL PRIMARY KEY) {strict};
CREATE TABLE unit (number {integer} NOT NULL PRIMARY KEY) {strict};
)sql",
                                       kTables}};

class MigrationTest : public testing::EachEngine {};

// Without Citus no function of it is called: PostgreSQL has none of them and would fail.
TEST_P(MigrationTest, DistributionMeansNothingWithoutCitus) {
  auto const done = sql::migrate(store(), "spread", kSpread, SystemClock());
  EXPECT_TRUE(done) << describe(done.error());
}

// With Citus each table is told once, in the order given.
TEST_P(MigrationTest, CitusIsToldWhereRowsLive) {
  if (GetParam() == Engine::Sqlite) return;  // there is nothing to distribute
  // A stand-in: our schema comes before the catalogue, so that the extension seems to be there, and its
  // functions write down what they are told.
  auto store = Store::open(address() + "%2Cpg_catalog");
  ASSERT_TRUE(store) << describe(store.error());
  constexpr std::string_view kPretence = R"sql(
CREATE TABLE pg_extension (extname TEXT);
INSERT INTO pg_extension VALUES ('citus');
CREATE TABLE told (at BIGINT GENERATED ALWAYS AS IDENTITY, what TEXT);
CREATE FUNCTION create_reference_table(t TEXT) RETURNS void LANGUAGE sql AS
  'INSERT INTO told (what) VALUES (t)';
CREATE FUNCTION create_distributed_table(t TEXT, c TEXT, colocate_with TEXT DEFAULT '-') RETURNS void LANGUAGE sql AS
  'INSERT INTO told (what) VALUES (t || '' '' || c || '' '' || colocate_with)';
)sql";
  {
    auto writer = (*store)->writer();
    ASSERT_TRUE(writer);
    auto const pretended = (*writer)->script(kPretence);
    ASSERT_TRUE(pretended) << describe(pretended.error());
  }
  for (int start = 0; start < 2; ++start) {
    auto const done = sql::migrate(**store, "spread", kSpread, SystemClock());
    ASSERT_TRUE(done) << describe(done.error());
  }
  auto reader = (*store)->reader();
  ASSERT_TRUE(reader);
  auto told = (*reader)->query(Statement{"told", "SELECT what FROM told ORDER BY at"});
  ASSERT_TRUE(told);
  std::vector<std::string> lines;
  ASSERT_TRUE(told->each([&](Row const& row) { lines.emplace_back(row.text(0)); }));
  EXPECT_EQ(lines, (std::vector<std::string>{"block number -", "event number block", "unit"}));
}

INSTANTIATE_TEST_SUITE_P(Engines, MigrationTest, testing::engines());

}  // namespace
}  // namespace tamga::sql
