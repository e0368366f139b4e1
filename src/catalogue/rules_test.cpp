// SPDX-License-Identifier: Apache-2.0
#include "catalogue/rules.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "catalogue/attribute_checks.hpp"
#include "catalogue/errors.hpp"
#include "catalogue/pattern.hpp"
#include "country/errors.hpp"

namespace tamga::catalogue {
namespace {

namespace fs = std::filesystem;

class CatalogueRules : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    fs::copy(source_path("spec/uz/catalogue"), folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void add(std::string const& file, std::string const& text) {
    std::ofstream(folder_ / file, std::ios::app) << '\n' << text << '\n';
  }
  /// Name of the first mistake.
  std::string mistake() {
    auto const rules = Rules::load(folder_, country_);
    return rules ? "" : std::string(rules.error().name());
  }
  country::Country country_ = country::load_country(source_path("spec/uz")).value();
  fs::path folder_ = fs::temp_directory_path() / ("tamga-catalogue-" + std::to_string(getpid()));
};

TEST_F(CatalogueRules, OfEveryCountryAreRead) {
  for (char const* name : {"ru", "uz"}) {
    std::string const folder = source_path("spec") / name;
    auto const country = country::load_country(folder).value();
    auto const rules = Rules::load(folder + "/catalogue", country);
    ASSERT_TRUE(rules) << describe(rules.error()) << rules.error().log_detail();
    for (country::ProductGroup const& group : country.groups()) {
      CardForm const& form = rules->form(group.code);
      EXPECT_NE(form.find(AttributeRole::NameRu), nullptr) << group.code;
      EXPECT_NE(form.find(AttributeRole::CustomsClass), nullptr) << group.code;
      EXPECT_TRUE(form.find(AttributeRole::Producer)->mandatory) << group.code;
    }
  }
}

TEST_F(CatalogueRules, AGroupAddsToWhatAllHave) {
  auto const rules = Rules::load(folder_, country_).value();
  EXPECT_TRUE(rules.form("water").automatic);
  EXPECT_FALSE(rules.form("beer").automatic);
  EXPECT_TRUE(rules.form("beer").find("composition")->mandatory) << "required by the group's file";
  EXPECT_FALSE(rules.form("water").find("composition")->mandatory);
  EXPECT_NE(rules.form("beer").find("strength"), nullptr);
  EXPECT_EQ(rules.form("water").find("strength"), nullptr);
  EXPECT_FALSE(rules.form("water").find("article")->open);
  EXPECT_EQ(rules.form("no such group").attributes.size(), rules.attributes_of_all().size());
}

TEST_F(CatalogueRules, MistakesAreFound) {
  EXPECT_EQ(mistake(), "");
  add("groups/water.toml",
      "[[attributes]]\nid = \"brand\"\nnames = { ru = \"a\", uz = \"a\", en = \"a\" }\ntype = \"flag\"");
  EXPECT_EQ(mistake(), "SPEC_DUPLICATE");
  fs::copy(source_path("spec/uz/catalogue/groups/water.toml"), folder_ / "groups/water.toml",
           fs::copy_options::overwrite_existing);
  add("groups/moon_rocks.toml", "moderation = \"manual\"");
  EXPECT_EQ(mistake(), "SPEC_FILE_NAME");
  fs::remove(folder_ / "groups/moon_rocks.toml");
  add("attributes.toml",
      "[[attributes]]\nid = \"x\"\nnames = { ru = \"a\", uz = \"a\", en = \"a\" }\ntype = \"text\"\nleast = "
      "1\nmost = 2\n"
      "pattern = \"[\"");
  EXPECT_EQ(mistake(), "SPEC_UNKNOWN_REFERENCE");
}

TEST_F(CatalogueRules, NumbersOfOnesOwn) {
  auto const rules = Rules::load(folder_, country_).value();
  EXPECT_TRUE(rules.allows_local(gs1::Gtin::from_number(2'900'000'000'011)));
  EXPECT_FALSE(rules.allows_local(gs1::Gtin::from_number(2'000'000'000'015)));
}

// A term of n working days ends on the n-th of them; weekends and holidays do not count.
TEST(BusinessDays, CountWorkingDays) {
  BusinessDays days;
  days.rests = {false, false, false, false, false, true, true};
  days.holidays = {*Date::parse("2026-03-09")};
  auto const day = [](char const* text) { return *Date::parse(text); };
  EXPECT_EQ(days.after(day("2026-03-02"), 5).text(), "2026-03-10") << "Monday, the next Monday is a holiday";
  EXPECT_EQ(days.after(day("2026-03-07"), 1).text(), "2026-03-10");
  EXPECT_EQ(days.between(day("2026-03-02"), day("2026-03-10")), 5);
  EXPECT_EQ(days.between(day("2026-03-10"), day("2026-03-06")), -1);
  EXPECT_EQ(days.between(day("2026-03-07"), day("2026-03-08")), 0);
}

TEST(Decimals, AreReadExactly) {
  EXPECT_EQ(read_decimal("12.5", 2), 1250);
  EXPECT_EQ(read_decimal("-3", 1), -30);
  EXPECT_EQ(read_decimal("0.001", 3), 1);
  for (char const* wrong :
       {"", ".", "1.", ".5", "1.234", "1,2", "0x1", "1e3", "9999999999999999", "--1", "1.-2"})
    EXPECT_EQ(read_decimal(wrong, 2), std::nullopt) << wrong;
}

TEST(Pattern, WantsTheWholeText) {
  auto const pattern = Pattern::compile("[A-G]\\+{0,3}");
  EXPECT_TRUE(pattern->matches("A++"));
  EXPECT_FALSE(pattern->matches("A++ "));
  EXPECT_FALSE(pattern->matches("XA"));
  EXPECT_EQ(Pattern::compile("("), nullptr);
  EXPECT_FALSE(Pattern::compile("(a+)+b")->matches(std::string(60, 'a'))) << "ends in time";
}

}  // namespace
}  // namespace tamga::catalogue
