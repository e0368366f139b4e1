// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "preferences/errors.hpp"
#include "preferences/preference.hpp"
#include "preferences/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::preferences {
namespace {

class PreferencesTest : public sql::testing::EachEngine {
 protected:
  static constexpr Owner kAnna{ledger::ParticipantNo(7), 1};
  static constexpr Owner kBoris{ledger::ParticipantNo(7), 2};

  void SetUp() override {
    EachEngine::SetUp();
    migrate("preferences", kMigrations);
  }
  std::map<std::string, std::string> all(Owner const& owner) {
    return of(*store().reader().value(), owner).value();
  }
  Result<void> put(Owner const& owner, std::string_view name, std::string_view value) {
    return keep(*store().writer().value(), owner, name, value);
  }
};

TEST_P(PreferencesTest, EachPersonHasTheirOwn) {
  ASSERT_TRUE(put(kAnna, "looks", "dark"));
  ASSERT_TRUE(put(kAnna, "looks", "light"));
  ASSERT_TRUE(put(kBoris, "density", "compact"));
  EXPECT_EQ(all(kAnna), (std::map<std::string, std::string>{{"looks", "light"}}));
  EXPECT_EQ(all(kBoris), (std::map<std::string, std::string>{{"density", "compact"}}));
  ASSERT_TRUE(put(kAnna, "looks", ""));
  EXPECT_TRUE(all(kAnna).empty());
}

TEST_P(PreferencesTest, AreLimitedInNumber) {
  for (std::int64_t i = 0; i < kMost; ++i) ASSERT_TRUE(put(kAnna, "view" + std::to_string(i), "x"));
  auto const more = put(kAnna, "one more", "x");
  ASSERT_FALSE(more);
  EXPECT_TRUE(more.error().is(kTooManyPreferences));
  EXPECT_TRUE(put(kAnna, "view7", "changed"));
}

INSTANTIATE_TEST_SUITE_P(Engines, PreferencesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::preferences
