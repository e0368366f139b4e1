// SPDX-License-Identifier: Apache-2.0
#include "registrars/rules.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "country/errors.hpp"

namespace tamga::registrars {
namespace {

std::filesystem::path const kSpec = source_path("spec");

country::Country country_of(char const* name) { return country::load_country(kSpec / name).value(); }

Result<Rules> of(std::string const& text) {
  auto const file = std::filesystem::path(testing::TempDir()) / "registrars.toml";
  std::ofstream(file) << text << "[quality]\ngrades = [\"A\", \"F\"]\nleast = \"A\"\n[providers]\n";
  return Rules::read(file, country_of("uz"));
}

// One of the countries has registrars, for some groups from a day on; the other has none.
TEST(RegistrarRules, OfCountries) {
  Rules const ru = Rules::read(kSpec / "ru" / "registrars.toml", country_of("ru")).value();
  EXPECT_TRUE(ru.used() && ru.offers(RegistrarKind::Device) && ru.offers(RegistrarKind::Remote));
  EXPECT_TRUE(ru.may_have({"retail", "importer"}));
  EXPECT_FALSE(ru.may_have({"retail"}));
  ASSERT_FALSE(ru.needs().empty());
  RegistrarNeed const& need = ru.needs().front();
  Date const before = Date::from_days(need.from.days() - 1);
  EXPECT_EQ(ru.need_of(need.groups.front(), need.from), &need);
  EXPECT_EQ(ru.need_of(need.groups.front(), before), nullptr);
  EXPECT_EQ(ru.need_of("milk", need.from), nullptr);
  EXPECT_TRUE(ru.only_listed_providers(need.from));
  EXPECT_TRUE(ru.drops_out("milk", "DEFECT", need.from));
  EXPECT_FALSE(ru.drops_out("milk", "OTHER", need.from));
  EXPECT_TRUE(ru.drops_out("water", "OTHER", need.from));
  Rules const uz = Rules::read(kSpec / "uz" / "registrars.toml", country_of("uz")).value();
  EXPECT_FALSE(uz.used() || uz.may_have({"manufacturer"}) || uz.offers(RegistrarKind::Device));
  EXPECT_FALSE(uz.only_listed_providers(need.from));
  EXPECT_NE(uz.find_role("PRINTER"), nullptr);
}

// Grades are told from good to bad; below the least a code is too bad.
TEST(RegistrarRules, Grades) {
  Rules const uz = Rules::read(kSpec / "uz" / "registrars.toml", country_of("uz")).value();
  EXPECT_TRUE(uz.knows_grade("A") && uz.knows_grade("F"));
  EXPECT_FALSE(uz.knows_grade("D"));
  EXPECT_FALSE(uz.too_bad("A") || uz.too_bad("C"));
  EXPECT_TRUE(uz.too_bad("F"));
}

// What the files say is held against the country: groups, types, words.
TEST(RegistrarRules, Mistakes) {
  EXPECT_TRUE(of(""));
  EXPECT_TRUE(of("kinds = [\"abacus\"]\n").error().is(country::kSpecUnknownReference));
  EXPECT_TRUE(of("kinds = [\"device\"]\ntypes = [\"wizard\"]\n").error().is(country::kSpecUnknownReference));
  std::string const need = "[[needs]]\neffective_from = 2026-01-01\n";
  EXPECT_TRUE(of("kinds = [\"device\"]\n" + need + "groups = [\"moon\"]\nkinds = [\"device\"]\n")
                  .error()
                  .is(country::kSpecUnknownReference));
  EXPECT_TRUE(of("kinds = [\"device\"]\n" + need + "groups = [\"water\"]\nkinds = [\"remote\"]\n")
                  .error()
                  .is(country::kSpecUnknownReference));
  EXPECT_TRUE(of("colour = \"red\"\n").error().is(country::kSpecUnknownKey));
}

}  // namespace
}  // namespace tamga::registrars
