// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/testing/source_path.hpp"
#include "country/country.hpp"

namespace tamga::country {
namespace {

namespace fs = std::filesystem;

// One new file makes a product group: nothing else is touched, and codes of it can be built at once.
TEST(NewGroup, OneFileIsEnough) {
  fs::path const folder = fs::path(testing::TempDir()) / ("tamga_new_group_" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::copy(source_path("spec/uz"), folder, fs::copy_options::recursive);
  std::ofstream(folder / "groups" / "honey.toml") << R"toml(id = "honey"
numeric_id = 901
tn_ved = ["0409"]

[names]
ru = "Med"
uz = "Asal"
en = "Honey"

[source]
certainty = "high"

[[modes]]
effective_from = 2026-01-01
mode = "pilot"

[[tariffs]]
effective_from = 2026-01-01
price = 0
charge_at = "none"

[[rules]]
effective_from = 2026-01-01
required_attributes = ["production_date", "expiry_date"]
documents = ["order_codes", "apply", "introduce", "ship", "accept", "withdraw", "write_off"]
introduction_kinds = ["own_production"]

[[templates]]
id = 901
package_types = ["UNIT"]
layout = "01+21(6)+93(4)"
serial = { length = 6, alphabet = "latin-alnum" }
tail = "mac4"
effective_from = 2026-01-01
)toml";
  auto const country = load_country(folder);
  ASSERT_TRUE(country.has_value()) << describe(country.error());
  Date const today = Date::parse("2026-06-01").value();

  ProductGroup const* const honey = country->find_group("honey");
  ASSERT_NE(honey, nullptr);
  EXPECT_EQ(country->groups().size(), 11U);
  EXPECT_EQ(honey->name.in(Language::Uz), "Asal");
  EXPECT_TRUE(honey->ordering_open(today));
  EXPECT_FALSE(honey->ordering_open(Date::parse("2025-12-31").value()));
  EXPECT_EQ(honey->tariffs.in_force(today)->currency.value(), "UZS");

  CodeTemplate const* const row = country->find_template(TemplateId(901), today);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->group, honey->id);
  std::string code;
  row->layout.append(code, gs1::Gtin::parse("04780000000014").value(), "aB3dE5", gs1::Price{}, "", "tEsT");
  EXPECT_EQ(code,
            "010478000000001421aB3dE5\x1D"
            "93tEsT");
  EXPECT_TRUE(row->serial.check("aB3dE5").has_value());
  EXPECT_FALSE(row->serial.check("aB3dE!").has_value());
  fs::remove_all(folder);
}

}  // namespace
}  // namespace tamga::country
