// SPDX-License-Identifier: Apache-2.0
#include "standing/newcomers.hpp"

#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"
#include "standing/book.hpp"
#include "standing/tables.hpp"

namespace tamga::standing {
namespace {

class NewcomersTest : public sql::testing::EachEngine {};

// Who joined is looked at, also when somebody who joined later was looked at before him.
TEST_P(NewcomersTest, NobodyIsPassedOver) {
  migrate("standing", kMigrations);
  migrate("registry", registry::kMigrations);
  int joined_before = 0;
  auto const participants = registry::Register::open(store()).value();
  auto const join = [&](int count) {
    for (int i = 0; i < count; ++i) {
      std::string const tax_id = std::to_string(300'000'000 + ++joined_before);
      ASSERT_TRUE(
          participants->add({.number = {}, .tax_id = tax_id, .name = "N", .types = {}, .authority = false}));
    }
  };
  auto const look_at = [&](std::uint32_t number) {
    Standing looked;
    looked.participant = ParticipantNo(number);
    ASSERT_TRUE(durably([&](sql::Connection& writer) { return put_standing(writer, looked); }));
  };
  Newcomers newcomers;
  auto const next = [&](int limit) {
    std::vector<std::uint32_t> out;
    auto const joined = newcomers.next(*participants, store(), limit).value();
    for (auto const& one : joined) out.push_back(one.number.value());
    return out;
  };
  using Numbers = std::vector<std::uint32_t>;
  EXPECT_EQ(next(10), Numbers{});
  join(6);
  look_at(1);
  look_at(4);  // out of turn
  EXPECT_EQ(next(10), (Numbers{2, 3, 5, 6}));
  EXPECT_EQ(next(1), Numbers{2});
  look_at(2);
  look_at(3);
  EXPECT_EQ(next(10), (Numbers{5, 6}));
  look_at(5);
  look_at(6);
  EXPECT_EQ(next(10), Numbers{});
  join(1);
  EXPECT_EQ(next(10), Numbers{7});
  EXPECT_EQ(Newcomers().next(*participants, store(), 10).value().size(), 1U) << "after a restart";
}

INSTANTIATE_TEST_SUITE_P(Engines, NewcomersTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::standing
