// SPDX-License-Identifier: Apache-2.0
#include "contracts/template.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "contracts/contracts.hpp"
#include "contracts/errors.hpp"
#include "contracts/testing/samples.hpp"
#include "country/errors.hpp"

namespace tamga::contracts {
namespace {

namespace fs = std::filesystem;
using testing::read_file;
using testing::sample;

std::vector<std::string> kinds(Templates const& templates) {
  std::vector<std::string> out;
  for (ContractTemplate const& kind : templates.all()) out.push_back(kind.kind);
  return out;
}

TEST(ContractTemplates, OfBothCountries) {
  Templates const& uz = sample("uz").templates;
  Templates const& ru = sample("ru").templates;
  EXPECT_EQ(kinds(uz), (std::vector<std::string>{"codes", "connection"}));
  EXPECT_EQ(kinds(ru), (std::vector<std::string>{"codes", "connection", "registrar"}));
  EXPECT_EQ(uz.find("codes")->languages, (std::vector{Language::Uz, Language::Ru}));
  EXPECT_EQ(ru.find("codes")->languages, std::vector{Language::Ru});
  EXPECT_EQ(uz.find("registrar"), nullptr);
  EXPECT_EQ(uz.find("codes")->scope, Scope::Group);
  EXPECT_FALSE(ru.find("registrar")->gates);
}

// The set depends on the type: who does not order codes needs no contract for them.
TEST(ContractTemplates, NeededByType) {
  Templates const& ru = sample("ru").templates;
  using Needed = std::vector<NeededContract>;
  EXPECT_EQ(needed_contracts(ru, {"manufacturer"}, {"milk", "water"}),
            (Needed{{"codes", "milk"}, {"codes", "water"}, {"connection", ""}, {"registrar", ""}}));
  EXPECT_EQ(needed_contracts(ru, {"retail"}, {"milk"}), (Needed{{"connection", ""}}));
}

/// What somebody could write into a file by mistake: `right` becomes `wrong`, told at that line, or `lines`
/// further, or where `told` stands.
struct Mistake {
  char const* what;
  char const* right;
  char const* wrong;
  ErrorKind const& kind;
  int lines = 0;
  char const* told = nullptr;
};
void PrintTo(Mistake const& mistake, std::ostream* out) { *out << mistake.what; }

class TemplateMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(TemplateMistake, IsToldWithFileAndLine) {
  Mistake const& mistake = GetParam();
  fs::path const folder = fs::temp_directory_path() / ("tamga_contract_mistake." + std::to_string(getpid()));
  fs::create_directories(folder / "contracts");
  std::string text = read_file(testing::spec("uz") / "contracts/codes.toml");
  auto const at = text.find(mistake.right);
  ASSERT_NE(at, std::string::npos);
  auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + mistake.lines;
  text.replace(at, std::string_view(mistake.right).size(), mistake.wrong);
  if (mistake.told != nullptr)
    line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(mistake.told)),
                          '\n');
  std::ofstream(folder / "contracts/codes.toml", std::ios::binary) << text;
  auto const loaded = Templates::load(folder, sample("uz").country.rules());
  fs::remove_all(folder);
  ASSERT_FALSE(loaded);
  EXPECT_TRUE(loaded.error().is(mistake.kind)) << describe(loaded.error());
  EXPECT_TRUE(loaded.error().where().ends_with("contracts/codes.toml:" + std::to_string(line)))
      << describe(loaded.error()) << " expected line " << line;
}

INSTANTIATE_TEST_SUITE_P(
    Codes, TemplateMistake,
    ::testing::Values(
        Mistake{"a placeholder that does not exist", "{operator_address}", "{operator_adress}",
                kTemplatePlaceholder},
        Mistake{"a placeholder in one language only", "uz = \"STIR: {participant_tax_id}\"", "uz = \"STIR\"",
                country::kSpecPlaceholders, 1},
        Mistake{"a brace without its other", "STIR: {operator_tax_id}", "STIR: {operator_tax_id",
                kTemplateText},
        Mistake{"a line end in a text", "STIR: {operator_tax_id}", "STIR:\\n{operator_tax_id}",
                kTemplateText},
        Mistake{"a language that is missing", "uz = \"STIR: {operator_tax_id}\"\n", "",
                country::kSpecLanguageMissing, -1},
        Mistake{"a language too many", "uz = \"STIR: {operator_tax_id}\"",
                "en = \"TIN: {operator_tax_id}\"\nuz = \"STIR: {operator_tax_id}\"",
                country::kSpecUnknownKey},
        Mistake{"a language that the country has not", "languages = [\"uz\", \"ru\"]",
                "languages = [\"uz\", \"ru\", \"kk\"]", country::kSpecUnknownReference},
        Mistake{"a condition that does not exist", "when = [\"pilot\"]", "when = [\"trial\"]",
                country::kSpecUnknownWord},
        Mistake{"a need that is no placeholder", "needs = \"operator_phone\"", "needs = \"phone\"",
                kTemplatePlaceholder},
        Mistake{"a participant type that does not exist", "\"importer\"", "\"exporter\"",
                country::kSpecUnknownReference},
        Mistake{"a number without serial", "{year}-{serial}", "{year}", kTemplateText},
        Mistake{"a number with letters of its language", "KM-{year}", "\xD0\x9A-{year}", kTemplateText},
        Mistake{"another name than the file's", "id = \"codes\"", "id = \"code\"", country::kSpecFileName},
        Mistake{"prices where there is no group", "per = \"group\"", "per = \"participant\"", kTemplatePrices,
                0, "[versions.prices]"}));

}  // namespace
}  // namespace tamga::contracts
