// SPDX-License-Identifier: Apache-2.0
#include "support/rules.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "country/errors.hpp"
#include "support/working_time.hpp"

namespace tamga::support {
namespace {

std::filesystem::path file_of(char const* country) { return source_path("spec") / country / "support.toml"; }

TEST(SupportRules, OfBothCountriesAreRead) {
  for (char const* const country : {"ru", "uz"}) {
    auto const rules = read_rules(file_of(country));
    ASSERT_TRUE(rules) << describe(rules.error());
    Topic const* const outage = rules->topic("outage");
    ASSERT_NE(outage, nullptr);
    EXPECT_EQ(outage->hours, Hours::Plain);
    EXPECT_EQ(rules->topic("weather"), nullptr);
    ASSERT_NE(rules->violation("expired"), nullptr);
    EXPECT_TRUE(rules->violation("expired")->needs_goods);
    EXPECT_FALSE(rules->violation("no_marking")->needs_goods);
  }
}

// Who writes the file is told what is wrong with it.
TEST(SupportRules, MistakesAreRefused) {
  std::ostringstream text;
  text << std::ifstream(file_of("uz")).rdbuf();
  auto const changed = [&](std::string const& before, std::string const& after) {
    std::string other = text.str();
    auto const at = other.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    other.replace(at, before.size(), after);
    auto const file = std::filesystem::temp_directory_path() / "tamga-support.toml";
    std::ofstream(file) << other;
    auto const rules = read_rules(file);
    std::filesystem::remove(file);
    return rules ? std::string("good") : std::string(rules.error().name());
  };
  EXPECT_EQ(changed("open_hour = 9", "open_hour = 9\nlunch = 13"), "SPEC_UNKNOWN_KEY");
  EXPECT_EQ(changed("close_hour = 18", "close_hour = 9"), "SPEC_OUT_OF_RANGE");
  EXPECT_EQ(changed("code = \"signature\"", "code = \"registration\""), "SPEC_DUPLICATE");
  EXPECT_EQ(changed("hours = \"plain\"", "hours = \"moon\""), "SPEC_UNKNOWN_WORD");
  EXPECT_EQ(changed("contact_days = 60", ""), "SPEC_MISSING_KEY");
  EXPECT_EQ(changed("of_article = 2000", "of_article = 2000\nof_moon = 1"), "SPEC_UNKNOWN_KEY");
}

// 2026-03-06 is a Friday; the office is at UTC+5.
TEST(WorkingTime, CountsTheHoursOfTheOffice) {
  catalogue::BusinessDays days;
  days.rests = {false, false, false, false, false, true, true};
  days.holidays = {*Date::parse("2026-03-09")};
  WorkingTime const office{days, 9, 18, 300};
  auto const utc = [](char const* day, std::int64_t hour) {
    return UnixMs((Date::parse(day)->days() * std::int64_t{24} + hour) * 3'600'000);
  };
  EXPECT_EQ(office.after(utc("2026-03-06", 5), 8), utc("2026-03-06", 13));  // 10:00 -> 18:00
  EXPECT_EQ(office.after(utc("2026-03-06", 6), 8), utc("2026-03-10", 5));   // weekend, holiday, one hour
  EXPECT_EQ(office.after(utc("2026-03-06", 20), 2), utc("2026-03-10", 6));  // at night of Saturday
  EXPECT_EQ(office.after(utc("2026-03-06", 2), 9), utc("2026-03-06", 13));  // before it opens
  EXPECT_EQ(office.after(utc("2026-03-06", 4), 10), utc("2026-03-10", 5));
  days.rests.fill(true);
  EXPECT_EQ(office.after(utc("2026-03-06", 6), 8), utc("2026-03-06", 14)) << "an office that never opens";
}

}  // namespace
}  // namespace tamga::support
