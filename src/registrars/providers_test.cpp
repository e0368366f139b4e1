// SPDX-License-Identifier: Apache-2.0
#include "registrars/providers.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include "registrars/errors.hpp"
#include "registrars/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::registrars {
namespace {

class ProvidersTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("registrars", kMigrations);
  }
  std::string put(std::uint32_t who, std::string role, std::vector<std::string> groups, std::string place) {
    auto writer = store().writer().value();
    auto const done = list_provider(*writer, rules_, country_,
                                    {ParticipantNo(who), std::move(role), std::move(groups), std::move(place),
                                     "Street 1", "Ivanov", "house@print.example", UnixMs(1), "Clerk"},
                                    Date::parse("2026-03-02").value());
    return done ? "" : std::string(done.error().name()) + done.error().where();
  }
  std::vector<std::int64_t> found(std::string const& group, std::string const& place, std::uint32_t after = 0,
                                  int limit = 10) {
    auto reader = store().reader().value();
    std::vector<std::int64_t> numbers;
    auto const all = providers(*reader, group, place, ParticipantNo(after), limit);
    if (!all) throw std::runtime_error(describe(all.error()));
    for (Provider const& one : *all) numbers.push_back(one.participant.value());
    return numbers;
  }

  std::filesystem::path folder_ = source_path("spec/ru");
  country::Country country_ = country::load_country(folder_).value();
  Rules rules_ = Rules::read(folder_ / "registrars.toml", country_).value();
};

using Numbers = std::vector<std::int64_t>;

// The directory is looked through by group and place, in pages.
TEST_P(ProvidersTest, AreFound) {
  EXPECT_EQ(put(1, "PRINTER", {"milk", "water", "milk"}, "Moscow"), "");
  EXPECT_EQ(put(2, "CM", {"water"}, "Kazan"), "");
  EXPECT_EQ(put(3, "PRINTER", {"milk"}, "Kazan"), "");
  EXPECT_EQ(found("", ""), (Numbers{1, 2, 3}));
  EXPECT_EQ(found("water", ""), (Numbers{1, 2}));
  EXPECT_EQ(found("", "Kazan"), (Numbers{2, 3}));
  EXPECT_EQ(found("milk", "Kazan"), (Numbers{3}));
  EXPECT_EQ(found("", "", 1, 1), (Numbers{2}));
  auto reader = store().reader().value();
  auto const one = find_provider(*reader, ParticipantNo(1)).value();
  ASSERT_TRUE(one);
  EXPECT_EQ(one->groups, (std::vector<std::string>{"milk", "water"}));
  EXPECT_TRUE(one->serves("milk"));
  EXPECT_FALSE(one->serves("beer"));
}

// What is said of a provider is changed by saying it anew; who is taken off can come back.
TEST_P(ProvidersTest, ChangeAndLeave) {
  EXPECT_EQ(put(1, "PRINTER", {"milk"}, "Moscow"), "");
  EXPECT_EQ(put(1, "CM", {"water"}, "Kazan"), "");
  EXPECT_EQ(found("milk", ""), Numbers());
  EXPECT_EQ(found("water", "Kazan"), Numbers{1});
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(remove_provider(*writer, ParticipantNo(1), UnixMs(2)));
    EXPECT_TRUE(remove_provider(*writer, ParticipantNo(1), UnixMs(3)).error().is(kProviderNotListed));
  }
  EXPECT_EQ(found("", ""), Numbers());
  {
    auto reader = store().reader().value();
    EXPECT_FALSE(find_provider(*reader, ParticipantNo(1)).value());
  }
  EXPECT_EQ(put(1, "CM", {"water"}, "Kazan"), "");
  EXPECT_EQ(found("", ""), Numbers{1});
}

// Roles and groups are the country's; where nobody acts for others there are no providers.
TEST_P(ProvidersTest, Refusals) {
  EXPECT_EQ(put(1, "POET", {"milk"}, "Moscow"), "PROVIDER_ROLE_UNKNOWN/role");
  EXPECT_EQ(put(1, "CM", {"milk", "moon"}, "Moscow"), "PROVIDER_GROUP_UNKNOWN/groups/1");
  for (country::ProductGroup const& group : country_.groups()) {
    if (rules_.need_of(group.code, Date::parse("2026-03-02").value())) {
      EXPECT_EQ(put(1, "CM", {group.code}, "Moscow"), "PROVIDER_GROUP_CLOSED/groups/0") << group.code;
    }
  }
  EXPECT_EQ(found("", ""), Numbers());
}

INSTANTIATE_TEST_SUITE_P(Engines, ProvidersTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registrars
