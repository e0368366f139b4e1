// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/testing/source_path.hpp"
#include "country/country.hpp"
#include "country/errors.hpp"
#include "identifiers/errors.hpp"

namespace tamga::country {
namespace {

namespace fs = std::filesystem;

constexpr char const* kCountry = "country.toml";
constexpr char const* kWater = "groups/water.toml";
constexpr char const* kBanks = "banks.toml";

std::string read(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A mistake somebody could make in spec/uz: the text `right` of a file becomes `wrong`. The problem is told
/// at the line where `right` began, or `lines` further (of a table's head when a key of it is missing:
/// backwards).
struct Mistake {
  char const* what;
  char const* file;
  char const* right;
  char const* wrong;
  ErrorKind const& kind;
  int lines = 0;
};

void PrintTo(Mistake const& mistake, std::ostream* out) { *out << mistake.what; }

class SpecMistake : public testing::TestWithParam<Mistake> {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("tamga_spec_mistake_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "groups");
    for (char const* file : {kCountry, kWater, kBanks, "roles.toml"})
      fs::copy(source_path("spec/uz") / file, folder_ / file);
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// Makes the mistake and gives its line.
  int make(Mistake const& mistake) {
    std::string text = read(folder_ / mistake.file);
    auto const at = text.find(mistake.right);
    if (at == std::string::npos) throw std::runtime_error(std::string("the file has no ") + mistake.right);
    auto const begin = text.begin();
    auto const line = 1 + std::count(begin, begin + static_cast<std::ptrdiff_t>(at), '\n');
    text.replace(at, std::string_view(mistake.right).size(), mistake.wrong);
    std::ofstream(folder_ / mistake.file, std::ios::binary) << text;
    return static_cast<int>(line) + mistake.lines;
  }

  fs::path folder_;
};

// Every mistake is refused at start, and the first message names the kind of it, the file and the line.
TEST_P(SpecMistake, IsToldWithFileAndLine) {
  Mistake const& mistake = GetParam();
  int const line = make(mistake);
  CountryReading const reading = read_country(folder_);
  EXPECT_FALSE(reading.country.has_value());
  ASSERT_FALSE(reading.problems.empty());
  auto const wanted = (folder_ / mistake.file).string() + ":" + std::to_string(line);
  bool const told = std::any_of(reading.problems.begin(), reading.problems.end(), [&](Error const& problem) {
    return problem.is(mistake.kind) && problem.where() == wanted;
  });
  std::string all;
  for (Error const& problem : reading.problems) all += describe(problem) + "\n";
  EXPECT_TRUE(told) << "wanted " << mistake.kind.name << " at " << wanted << ", got\n" << all;
}

INSTANTIATE_TEST_SUITE_P(
    All, SpecMistake,
    testing::Values(
        Mistake{"a misspelt key", kWater, "vat_included", "vat_inclueded", kSpecUnknownKey},
        Mistake{"a misspelt table", kWater, "[[modes]]", "[[mode]]", kSpecUnknownKey},
        Mistake{"a stray key in a nested table", kWater, "{ length = 13,", "{ size = 1, length = 13,",
                kSpecUnknownKey},
        Mistake{"a missing key", kWater, "price = 6800\n", "", kSpecMissingKey, -2},
        Mistake{"an empty text", kWater, "id = \"water\"", "id = \"\"", kSpecMissingKey},
        Mistake{"a text for a number", kWater, "price = 6800", "price = \"6800\"", kSpecWrongType},
        Mistake{"a text for a day", kWater, "effective_from = 2023-07-01", "effective_from = \"2023-07-01\"",
                kSpecWrongType},
        Mistake{"a word for a flag", kCountry, "customs_hold = true", "customs_hold = \"yes\"",
                kSpecWrongType},
        Mistake{"a text for a list", kWater, "package_types = [\"UNIT\", \"GROUP\"]",
                "package_types = \"UNIT\"", kSpecWrongType},
        Mistake{"a bad heading", kWater, "tn_ved = [\"2201\"", "tn_ved = [\"22-01\"", kSpecWrongType},
        Mistake{"a day that does not exist", kWater, "effective_from = 2023-07-01",
                "effective_from = 2023-06-31", kSpecSyntax},
        Mistake{"the same key twice", kWater, "id = \"water\"", "numeric_id = 13\nid = \"water\"",
                kSpecSyntax, 2},
        Mistake{"a negative price", kWater, "price = 6800", "price = -1", kSpecOutOfRange},
        Mistake{"a template without number", kWater, "[[templates]]\nid = 5", "[[templates]]\nid = 0",
                kSpecOutOfRange, 1},
        Mistake{"an unknown rule of numbers", kCountry, "account = [\"uz.account\"]",
                "account = [\"uz.acount\"]", kSpecUnknownWord},
        Mistake{"an unknown mode", kWater, "mode = \"mandatory\"", "mode = \"obligatory\"", kSpecUnknownWord},
        Mistake{"an unknown moment", kWater, "charge_at = \"emission\"", "charge_at = \"delivery\"",
                kSpecUnknownWord},
        Mistake{"an unknown alphabet", kWater, "\"gs1-82\"", "\"gs1-39\"", kSpecUnknownWord},
        Mistake{"an unknown capability", kWater, "\"introduced_at_application\"", "\"introduced_by_itself\"",
                kSpecUnknownWord},
        Mistake{"an unknown package", kWater, "package_types = [\"UNIT\"", "package_types = [\"PALLET\"",
                kSpecUnknownWord},
        Mistake{"a missing language", kWater, "uz = \"Suv va salqin ichimliklar\"\n", "",
                kSpecLanguageMissing, -2},
        Mistake{"an empty language", kCountry, "uz = \"Chakana savdo\"", "uz = \"\"", kSpecLanguageMissing},
        Mistake{"a word twice in a list", kWater, "\"print\"", "\"order_codes\"", kSpecDuplicate, -1},
        Mistake{"a reason's number twice", kCountry, "number = 2\ncode = \"BY_SAMPLES\"",
                "number = 1\ncode = \"BY_SAMPLES\"", kSpecDuplicate},
        Mistake{"a role twice", kCountry, "role = \"remark\"", "role = \"retail_receipt\"", kSpecDuplicate},
        Mistake{"an id that is not the file's name", kWater, "id = \"water\"", "id = \"waters\"",
                kSpecFileName},
        Mistake{"a layout without sense", kWater, "01+21(13)+93(4)", "01+21(13)+94(4)", kSpecLayout},
        Mistake{"a layout without tail", kWater, "01+21(13)+93(4)", "00(18)", kSpecLayout},
        Mistake{"another serial length", kWater, "length = 13", "length = 14", kSpecLayoutMismatch},
        Mistake{"another tail", kWater, "tail = \"mac4\"", "tail = \"mac44\"", kSpecLayoutMismatch},
        Mistake{"a digit the country has not", kWater, "own_length = 13", "own_length = 12",
                kSpecLayoutMismatch},
        Mistake{"retired without a last day", kWater, "tail = \"mac4\"", "tail = \"mac4\"\nretired = true",
                kSpecRetiredUndated, 1},
        Mistake{"an end before the beginning", kWater, "tail = \"mac4\"\n",
                "tail = \"mac4\"\neffective_to = 2020-01-01\n", kSpecPeriod, 2},
        Mistake{"two tariffs of one day", kWater, "effective_from = 2025-05-23\nprice",
                "effective_from = 2023-07-01\nprice", kSpecPeriod},
        Mistake{"a document the country has not", kWater, "\"remark\"", "\"rebrand\"", kSpecUnknownReference,
                -2},
        Mistake{"a way in the country has not", kWater, "\"import\"", "\"smuggling\"", kSpecUnknownReference},
        Mistake{"a reason the country has not", kWater,
                "documents =", "refused_retire_reasons = [\"WHIM\"]\ndocuments =", kSpecUnknownReference},
        Mistake{"an unknown emission type", kCountry, "emission_type = \"FOREIGN\"",
                "emission_type = \"ALIEN\"", kSpecUnknownReference},
        Mistake{"a bad prefix", kCountry, "\"478\"", "\"479-478\"", kSpecWrongType},
        Mistake{"a language the product has not", kCountry, "languages = [\"uz\"", "languages = [\"kk\"",
                kSpecUnknownWord}));

// A dictionary without a reason that the system itself must give is refused.
TEST_F(SpecMistake, RoleNobodyHas) {
  make({"", kCountry, "role = \"remark\"\n", "", kSpecMissingRole});
  auto const country = load_country(folder_);
  ASSERT_FALSE(country.has_value());
  EXPECT_TRUE(country.error().is(kSpecMissingRole)) << describe(country.error());
}

// One number means one template for ever: two groups cannot share it, nor two forms of it be in force
// together.
TEST_F(SpecMistake, TemplateNumbersAreUnique) {
  std::string other = read(folder_ / kWater);
  other.replace(other.find("id = \"water\""), 12, "id = \"other\"");
  other.replace(other.find("numeric_id = 13"), 15, "numeric_id = 14");
  std::ofstream(folder_ / "groups/other.toml") << other;
  auto const shared = load_country(folder_);
  ASSERT_FALSE(shared.has_value());
  EXPECT_TRUE(shared.error().is(kSpecDuplicate)) << describe(shared.error());
  EXPECT_NE(shared.error().where().find("water.toml:"), std::string::npos);

  fs::remove(folder_ / "groups/other.toml");
  std::string water = read(folder_ / kWater);
  std::string const form = water.substr(water.find("[[templates]]"));
  std::ofstream(folder_ / kWater) << water << "\n" << form;
  auto const overlapping = load_country(folder_);
  ASSERT_FALSE(overlapping.has_value());
  EXPECT_TRUE(overlapping.error().is(kSpecPeriod)) << describe(overlapping.error());
}

// All mistakes are told at once, in the order of the files, so that a file is mended in one go.
TEST_F(SpecMistake, AllAreTold) {
  make({"", kWater, "price = 6800", "price = -1", kSpecOutOfRange});
  make({"", kWater, "tail = \"mac4\"", "tail = \"mac5\"", kSpecUnknownWord});
  auto const country = load_country(folder_);
  ASSERT_FALSE(country.has_value());
  EXPECT_TRUE(country.error().is(kSpecOutOfRange));
  EXPECT_NE(country.error().log_detail().find("SPEC_UNKNOWN_WORD"), std::string::npos);
}

// A country without limits, or a group without rules, would leave documents unjudged.
TEST_F(SpecMistake, TablesThatMustBe) {
  make({"", kCountry, "[[limits]]", "[[limit]]", kSpecMissingKey});
  make({"", kWater, "[[rules]]", "[[rule]]", kSpecMissingKey});
  CountryReading const reading = read_country(folder_);
  auto const told = [&](char const* file, char const* key) {
    return std::any_of(reading.problems.begin(), reading.problems.end(), [&](Error const& problem) {
      return problem.is(kSpecMissingKey) && problem.where() == (folder_ / file).string() + ":1" &&
             problem.arguments().front().second == key;
    });
  };
  EXPECT_TRUE(told(kCountry, "limits"));
  EXPECT_TRUE(told(kWater, "rules"));
}

// The directory of banks is checked by the country's rules of numbers.
TEST_F(SpecMistake, Banks) {
  make({"", kBanks, "code = \"00450\"", "code = \"0450\"", identifiers::kZeroLost});
  auto const country = load_country(folder_);
  ASSERT_FALSE(country.has_value());
  EXPECT_NE(country.error().where().find("banks.toml:"), std::string::npos) << describe(country.error());
}

// A folder that is not there, or has no groups, is a refusal and not an empty country.
TEST_F(SpecMistake, FolderMissing) {
  auto const nowhere = load_country(folder_ / "nowhere");
  ASSERT_FALSE(nowhere.has_value());
  EXPECT_TRUE(nowhere.error().is(kSpecUnreadable));
  fs::remove_all(folder_ / "groups");
  auto const groupless = load_country(folder_);
  ASSERT_FALSE(groupless.has_value());
  EXPECT_TRUE(groupless.error().is(kSpecUnreadable));
}

}  // namespace
}  // namespace tamga::country
