// SPDX-License-Identifier: Apache-2.0
#include "country/error_texts.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "country/errors.hpp"

namespace tamga::country {
namespace {

namespace fs = std::filesystem;

constexpr ErrorKind kSample{65001, "SAMPLE", ErrorClass::Refused, 409};

constexpr char const* kRow = R"([SAMPLE]
en = { title = "Code {value} is taken", remedy = "Use {other}; braces like {} or {A} stay." }
ru = { title = "R {value}", remedy = "{other}" }
uz = { title = "U {other} {value}", remedy = "u" }
)";

class ErrorTextsFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("tamga_error_texts_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  Result<ErrorTexts> load(std::string const& text) {
    std::ofstream(folder_ / "sample.toml") << text;
    return ErrorTexts::load(folder_);
  }
  /// The place of the first mistake, without the folder.
  std::string place(Error const& error) const { return error.where().substr(folder_.string().size() + 1); }

  fs::path folder_;
};

std::string with(std::string text, std::string_view right, std::string_view wrong) {
  return text.replace(text.find(right), right.size(), wrong);
}

// Placeholders take the values the error carries; a missing value never breaks the message.
TEST_F(ErrorTextsFolder, RendersInEachLanguage) {
  auto const texts = load(kRow);
  ASSERT_TRUE(texts.has_value()) << describe(texts.error());
  Error const error = Error(kSample).with("value", "A1").with("unused", "x");
  EXPECT_EQ(texts->render(error, Language::En).title, "Code A1 is taken");
  EXPECT_EQ(texts->render(error, Language::En).remedy, "Use ?; braces like {} or {A} stay.");
  EXPECT_EQ(texts->render(error, Language::Ru).title, "R A1");
  EXPECT_EQ(texts->render(error, Language::Uz).title, "U ? A1");
}

// Values that have words are told in the words of the language, several with commas between.
TEST_F(ErrorTextsFolder, ValuesHaveWords) {
  fs::create_directories(folder_ / "words");
  std::ofstream(folder_ / "words" / "colours.toml")
      << "[red]\nnames = { ru = \"RR\", uz = \"UR\", en = \"rose\" }\n[blue]\nnames = { ru = \"RB\", uz = "
         "\"UB\", "
         "en = \"sky\" }\n";
  auto const texts = load(kRow);
  ASSERT_TRUE(texts.has_value()) << describe(texts.error());
  EXPECT_EQ(texts->render(Error(kSample).with("value", "red, green, blue"), Language::Ru).title,
            "R RR, green, RB");
  EXPECT_EQ(texts->render(Error(kSample).with("value", "red"), Language::En).title, "Code rose is taken");
}

// A word that lacks a language is refused like any other text.
TEST_F(ErrorTextsFolder, WordsAreInAllLanguages) {
  fs::create_directories(folder_ / "words");
  std::ofstream(folder_ / "words" / "colours.toml") << "[red]\nnames = { ru = \"RR\", en = \"rose\" }\n";
  EXPECT_FALSE(load(kRow).has_value());
}

// A value is shown as it is: braces a client sends are not placeholders.
TEST_F(ErrorTextsFolder, ValuesAreNotExpanded) {
  auto const texts = load(kRow);
  Error const error = Error(kSample).with("value", "{other}").with("other", "secret");
  EXPECT_EQ(texts->render(error, Language::Ru).title, "R {other}");
}

// A failure without a text is still told by its name.
TEST_F(ErrorTextsFolder, UnknownNameIsItsOwnTitle) {
  auto const texts = load("");
  ASSERT_TRUE(texts.has_value());
  EXPECT_EQ(texts->render(Error(kSample), Language::Uz).title, "SAMPLE");
}

// A row speaks all three languages.
TEST_F(ErrorTextsFolder, MissingLanguage) {
  auto const texts = load(with(kRow, "uz = { title = \"U {other} {value}\", remedy = \"u\" }\n", ""));
  ASSERT_FALSE(texts.has_value());
  EXPECT_TRUE(texts.error().is(kSpecLanguageMissing)) << describe(texts.error());
  EXPECT_EQ(place(texts.error()), "sample.toml:1");
}

// The same values appear in all three languages, wherever in the text.
TEST_F(ErrorTextsFolder, OtherPlaceholders) {
  auto const texts = load(with(kRow, "R {value}", "R {velue}"));
  ASSERT_FALSE(texts.has_value());
  EXPECT_TRUE(texts.error().is(kSpecPlaceholders)) << describe(texts.error());
  EXPECT_EQ(place(texts.error()), "sample.toml:3");
}

// A person is always told what to do.
TEST_F(ErrorTextsFolder, MissingRemedyAndStrayKey) {
  auto const silent = load(with(kRow, ", remedy = \"u\"", ""));
  ASSERT_FALSE(silent.has_value());
  EXPECT_TRUE(silent.error().is(kSpecMissingKey)) << describe(silent.error());
  auto const stray = load(with(kRow, "remedy = \"u\"", "remedy = \"u\", hint = \"h\""));
  ASSERT_FALSE(stray.has_value());
  EXPECT_TRUE(stray.error().is(kSpecUnknownKey)) << describe(stray.error());
}

// A name belongs to one file; a damaged or absent folder is a refusal.
TEST_F(ErrorTextsFolder, DuplicateNameAndNoFolder) {
  std::ofstream(folder_ / "another.toml") << kRow;
  auto const twice = load(kRow);
  ASSERT_FALSE(twice.has_value());
  EXPECT_TRUE(twice.error().is(kSpecDuplicate)) << describe(twice.error());
  auto const nowhere = ErrorTexts::load(folder_ / "nowhere");
  ASSERT_FALSE(nowhere.has_value());
  EXPECT_TRUE(nowhere.error().is(kSpecUnreadable));
}

// The catalogue of the product itself loads, and has the texts of this room.
TEST(ErrorTexts, CatalogueOfTheProduct) {
  auto const texts = ErrorTexts::load(source_path("spec/errors"));
  ASSERT_TRUE(texts.has_value()) << describe(texts.error());
  for (ErrorKind const& kind : {kSpecUnreadable, kSpecLayout, kSpecPlaceholders})
    EXPECT_NE(texts->find(kind.name), nullptr) << kind.name;
}

}  // namespace
}  // namespace tamga::country
