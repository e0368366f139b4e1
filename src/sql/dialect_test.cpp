// SPDX-License-Identifier: Apache-2.0
#include "sql/dialect.hpp"

#include <gtest/gtest.h>

#include "sql/errors.hpp"
#include "sql/text_rule.hpp"

namespace tamga::sql {
namespace {

std::string in(Engine engine, std::string_view text) {
  auto const translated = translate(text, engine);
  return translated ? translated->text : describe(translated.error());
}

// One spelling of SQL serves both engines.
TEST(Dialect, SpellsForEachEngine) {
  struct Row {
    std::string_view written, sqlite, postgres;
  };
  for (auto const& [written, sqlite, postgres] : {
           Row{"a = $1 AND b = $12", "a = ?1 AND b = ?12", "a = $1 AND b = $12"},
           Row{"a = ANY($2)", "a IN (SELECT value FROM json_each(?2))", "a = ANY($2)"},
           Row{"a =any ( $2 ) x", "a IN (SELECT value FROM json_each(?2)) x", "a =any ( $2 ) x"},
           Row{"a = anyway", "a = anyway", "a = anyway"},
           Row{"a {blob}, b {integer}", "a BLOB, b INTEGER", "a BYTEA, b BIGINT"},
           Row{"() {strict}", "() STRICT", "() "},
           Row{"LIMIT 1 {skip_locked}", "LIMIT 1 ", "LIMIT 1 FOR UPDATE SKIP LOCKED"},
       }) {
    EXPECT_EQ(in(Engine::Sqlite, written), sqlite);
    EXPECT_EQ(in(Engine::Postgres, written), postgres);
  }
}

// What stands in quotes or comments is the author's, not ours.
TEST(Dialect, LeavesQuotesAndCommentsAlone) {
  for (std::string_view const text :
       {"SELECT '$1 {blob} = ANY($1)'", "SELECT \"{blob}\"", "-- $1 {blob}\nSELECT 1",
        "/* {x} */ SELECT '{}'", "SELECT 'it''s $1'", "SELECT 'unclosed $1"}) {
    EXPECT_EQ(in(Engine::Sqlite, text), text);
    EXPECT_EQ(in(Engine::Postgres, text), text);
  }
}

// The number of parameters is known before the engine is asked.
TEST(Dialect, CountsParameters) {
  EXPECT_EQ(translate("SELECT 1", Engine::Sqlite)->parameters, 0U);
  EXPECT_EQ(translate("a = $2 AND b = ANY($3) AND c = $2 AND '$9'", Engine::Sqlite)->parameters, 3U);
  EXPECT_EQ(translate("a = $2 AND b = ANY($3)", Engine::Postgres)->parameters, 3U);
}

// A misspelled word is a mistake of the program, not a piece of SQL.
TEST(Dialect, RefusesUnknownWords) {
  for (std::string_view const text : {"a {bolb}", "a {blob"}) {
    auto const refused = translate(text, Engine::Sqlite);
    ASSERT_FALSE(refused) << text;
    EXPECT_TRUE(refused.error().is(kStoreMisuse));
  }
}

// Text is UTF-8 by RFC 3629 without NUL, wherever in a word of eight bytes the fault stands.
TEST(TextRule, TakesWhatBothEnginesHold) {
  for (std::string_view const good :
       {"", "plain", "a text of more than eight bytes", "\xD0\xBC", "o\xCA\xBBzbek", "\xEF\xBF\xBF",
        "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_storable_text(good)) << good;
  }
  for (std::string_view const bad :
       {std::string_view("\0", 1), std::string_view("\x80"), std::string_view("\xC0\x80"),
        std::string_view("\xC1\xBF"), std::string_view("\xE0\x80\x80"), std::string_view("\xED\xA0\x80"),
        std::string_view("\xF4\x90\x80\x80"), std::string_view("\xF5\x80\x80\x80"), std::string_view("\xD0"),
        std::string_view("\xE2\x82"), std::string_view("\xF0\x90\x80")}) {
    for (std::size_t before = 0; before < 17; ++before) {
      EXPECT_FALSE(is_storable_text(std::string(before, 'a') + std::string(bad) + "tail of text"));
      EXPECT_FALSE(is_storable_text(std::string(before, 'a') + std::string(bad)));
    }
  }
}

}  // namespace
}  // namespace tamga::sql
