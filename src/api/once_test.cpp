// SPDX-License-Identifier: Apache-2.0
#include "api/once.hpp"

#include "api/errors.hpp"
#include "api/testing/running_system.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

constexpr sql::Statement kNote{"test.note", "INSERT INTO noted (word) VALUES ($1)"};
constexpr sql::Statement kNoted{"test.noted", "SELECT CAST(COUNT(*) AS {integer}) FROM noted"};

class OnceTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    auto writer = store().writer();
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->script("CREATE TABLE noted (word {text} NOT NULL)"));
  }
  std::int64_t noted() {
    auto reader = store().reader();
    return (*reader)->find(kNoted, [](sql::Row const& row) { return row.int64(0); })->value_or(-1);
  }
  /// A call under the key that notes a word and then ends so.
  Result<Done> note(std::string const& key, Result<std::string> const& end) {
    http::Request const request =
        http::Request::make(http::Method::Post, "/api/v1/notes", {{"Idempotency-Key", key}});
    Call const call(services(), request);
    return once(call, {.action = "note.write", .object = "one", .tells_refusals = true},
                [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                  TAMGA_TRY(turn.connection().execute(kNote, std::string_view("word")));
                  return end;
                });
  }
};

// Work that refuses after it wrote leaves an entry in the journal, and nothing else: neither what it wrote
// nor the key.
TEST_P(OnceTest, ARefusalLeavesNothing) {
  auto const refused = note("first", fail(kOrderUnknown));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kOrderUnknown));
  EXPECT_EQ(noted(), 0);
  auto const entries = journal_of(0);
  ASSERT_FALSE(entries.empty());
  EXPECT_EQ(entries.front().result, "refused");
  EXPECT_EQ(entries.front().error, "ORDER_UNKNOWN");

  auto const done = note("first", "one");
  ASSERT_TRUE(done) << describe(done.error());
  EXPECT_FALSE(done->again);
  EXPECT_EQ(noted(), 1);
  auto const again = note("first", fail(kOrderUnknown));
  ASSERT_TRUE(again) << "it was done: nothing is tried";
  EXPECT_TRUE(again->again);
  EXPECT_EQ(again->object, "one");
  EXPECT_EQ(noted(), 1);
}

INSTANTIATE_TEST_SUITE_P(Engines, OnceTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
