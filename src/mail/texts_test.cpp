// SPDX-License-Identifier: Apache-2.0
#include "mail/texts.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "country/errors.hpp"
#include "mail/errors.hpp"
#include "mail/testing/mail_case.hpp"
#include "mail/testing/smtp_server.hpp"

namespace tamga::mail {
namespace {

using testing::texts;

std::vector<std::string> sample(ValueKind kind) {
  switch (kind) {
    case ValueKind::List:
      return {"first", "second"};
    case ValueKind::Day:
      return {"2026-03-09"};
    case ValueKind::Link:
      return {testing::kLink};
    case ValueKind::Text:
      break;
  }
  return {"sample"};
}

Values samples(Texts::Text const& text) {
  Values values;
  for (auto const& [name, kind] : text.kinds) values[name] = sample(kind);
  return values;
}

// Every letter of the program can be written in every language, and holds all it was given.
TEST(Texts, AllLettersInAllLanguages) {
  for (std::string_view const name : kLetterTexts) {
    Texts::Text const* const text = texts().find(name);
    ASSERT_NE(text, nullptr) << name;
    Values const values = samples(*text);
    for (Language const language : kLanguages) {
      auto const filled = texts().fill(name, values, language);
      ASSERT_TRUE(filled.has_value()) << name << describe(filled.error());
      EXPECT_FALSE(filled->subject.empty());
      EXPECT_EQ((filled->subject + filled->plain + filled->html).find_first_of("{}"), std::string::npos)
          << name;
      EXPECT_NE(filled->plain.find(testing::kLink), std::string::npos) << name;
      EXPECT_NE(filled->html.find("href=\"https://marking.example/applications/17?x=1&amp;y=2\""),
                std::string::npos);
    }
  }
}

TEST(Texts, BothForms) {
  auto const filled = texts().fill("application_rejected",
                                   {{"number", {"17"}},
                                    {"company", {"A & <B>"}},
                                    {"tax_id", {"1"}},
                                    {"reasons", {"- first", "[x]({link})"}},
                                    {"link", {"https://a.example/?q=\"" + std::string("x").erase(0)}}},
                                   Language::En);
  ASSERT_FALSE(filled) << "a quote in a link";
  auto const good = texts().fill("application_rejected",
                                 {{"number", {"17"}},
                                  {"company", {"A & <B>"}},
                                  {"tax_id", {"1"}},
                                  {"reasons", {"- first", "[x]({link})"}},
                                  {"link", {"https://a.example/"}}},
                                 Language::En);
  ASSERT_TRUE(good.has_value()) << describe(good.error());
  EXPECT_EQ(good->subject, "Application 17 was rejected: what to correct");
  EXPECT_EQ(good->plain.substr(0, 150),
            "Hello,\n\nApplication 17 (A & <B>, tax number 1) did not pass verification. What is wrong, and "
            "what to "
            "do:\n\n- - first\n- [x]({link})\n\nNothing has to be t");
  EXPECT_NE(good->plain.find("\nCorrect the application: https://a.example/\n\n-- \nThis message"),
            std::string::npos);
  EXPECT_NE(good->html.find("<p>Hello,</p>\n<p>Application 17 (A &amp; &lt;B&gt;, tax number 1) did not"),
            std::string::npos)
      << good->html;
  EXPECT_NE(good->html.find("<ul>\n<li>- first</li>\n<li>[x]({link})</li>\n</ul>\n<p>Nothing"),
            std::string::npos);
  EXPECT_NE(good->html.find(">Correct the application</a></p>"), std::string::npos);
}

TEST(Texts, DaysAsTheLanguageWritesThem) {
  Values const values = samples(*texts().find("contract_active"));
  EXPECT_NE(texts().fill("contract_active", values, Language::En)->plain.find("from 9 March 2026."),
            std::string::npos);
  EXPECT_NE(texts().fill("contract_active", values, Language::Ru)->plain.find(" 09.03.2026."),
            std::string::npos);
}

TEST(Texts, ValuesAreChecked) {
  Values const good = samples(*texts().find("contract_returned"));
  auto const refused = [&](std::string const& name, std::vector<std::string> lines) {
    Values values = good;
    values[name] = std::move(lines);
    auto const checked = texts().check("contract_returned", values);
    return !checked && checked.error().is(kValues);
  };
  EXPECT_TRUE(texts().check("contract_returned", good));
  EXPECT_TRUE(refused("more", {"x"}));
  EXPECT_TRUE(refused("number", {}));
  EXPECT_TRUE(refused("number", {""}));
  EXPECT_TRUE(refused("number", {"1", "2"}));
  EXPECT_TRUE(refused("number", {"1\r\nBcc: victim@example.org"}));
  EXPECT_TRUE(refused("number", {std::string("1\0", 2)}));
  EXPECT_TRUE(refused("number", {std::string(kMaxValueBytes + 1, 'x')}));
  EXPECT_TRUE(refused("reasons", {}));
  EXPECT_TRUE(refused("reasons", std::vector<std::string>(kMaxListItems + 1, "x")));
  EXPECT_TRUE(refused("link", {"javascript:alert(1)"}));
  EXPECT_TRUE(refused("link", {"https://a.example/ x"}));
  Values days = samples(*texts().find("contract_active"));
  days["from"] = {"2026-02-30"};
  EXPECT_FALSE(texts().check("contract_active", days));
  EXPECT_TRUE(texts().check("no_such_letter", {}).error().is(kTextUnknown));
}

/// A copy of spec/mail with one file spoilt.
class TextsFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy(source_path("spec/mail"), folder_.path(), std::filesystem::copy_options::recursive);
  }
  /// What is said of a copy where `right` in user_added.toml became `wrong`.
  Error mistake(std::string const& right, std::string const& wrong) {
    std::filesystem::path const file = folder_.path() / "user_added.toml";
    std::ifstream in(source_path("spec/mail/user_added.toml"));
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    text.replace(text.find(right), right.size(), wrong);
    std::ofstream(file) << text;
    auto const loaded = Texts::load(folder_.path());
    EXPECT_FALSE(loaded) << wrong;
    return loaded ? Error(kStopped) : loaded.error();
  }
  std::string place(Error const& error) { return error.where().substr(error.where().find_last_of('/') + 1); }

  testing::TestFolder folder_;
};

TEST_F(TextsFolder, MistakesAreNamedWithFileAndLine) {
  struct Row {
    std::string right, wrong;
    ErrorKind const* kind;
    std::string place;
  };
  std::vector<Row> const rows{
      {"[uz]", "[tt]", &country::kSpecLanguageMissing, "user_added.toml:1"},
      {"lists =", "lsts =", &country::kSpecUnknownKey, "user_added.toml:2"},
      {"[en]\n", "[en]\ncolour = \"red\"\n", &country::kSpecUnknownKey, "user_added.toml:34"},
      {"subject = \"You", "title = \"You", &country::kSpecMissingKey, "user_added.toml:33"},
      {"Hello {person}", "Hello {persona}", &country::kSpecPlaceholders, "user_added.toml:5"},
      {"Hello {person}", "Hello {Person}", &country::kSpecPlaceholders, "user_added.toml:5"},
      {"Hello {person}", "Hello {person}, {x", &kStrayBrace, "user_added.toml:33"},
      {"- {rights}\n\nTo begin", "{rights}\n\nTo begin", &kListPlace, "user_added.toml:33"},
      {"- {rights}\n\nTo begin", "- {rights} of {person}\n\nTo begin", &kListPlace, "user_added.toml:33"},
      {"[Sign in]({link})", "[Sign in]({person}) {link}", &kButton, "user_added.toml:33"},
      {"lists = [\"rights\"]", "lists = [\"rites\"]", &country::kSpecPlaceholders, "user_added.toml:2"},
      {"You have been given access", "You\\nhave been given access", &kSubject, "user_added.toml:33"},
      {"[ru]", "[ru", &country::kSpecSyntax, "user_added.toml:5"},
  };
  for (Row const& row : rows) {
    Error const error = mistake(row.right, row.wrong);
    EXPECT_TRUE(error.is(*row.kind)) << row.wrong << ": " << describe(error);
    EXPECT_EQ(place(error), row.place) << row.wrong;
  }
}

TEST_F(TextsFolder, ButtonsLeadToLinks) {
  Error const error = mistake("links = [\"link\"]", "");
  EXPECT_TRUE(error.is(kButton)) << describe(error);
}

TEST_F(TextsFolder, AFileForEveryLetterAndNoOther) {
  std::filesystem::rename(folder_.path() / "user_added.toml", folder_.path() / "usr_added.toml");
  auto const loaded = Texts::load(folder_.path());
  ASSERT_FALSE(loaded);
  EXPECT_TRUE(loaded.error().is(kTextUnknown));
  EXPECT_EQ(place(loaded.error()), "usr_added.toml:1");
  EXPECT_NE(loaded.error().log_detail().find("MAIL_TEXT_MISSING"), std::string::npos);
  EXPECT_TRUE(Texts::load(folder_.path() / "nowhere").error().is(kTextMissing));
}

}  // namespace
}  // namespace tamga::mail
