// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/testing/source_path.hpp"
#include "identifiers/rule.hpp"

// The published vectors say what every implementation must answer: verdict, reason, normalised form.
namespace tamga::identifiers {
namespace {

using Json = nlohmann::json;

void compare(Rule const& rule, Json const& vector) {
  auto const in = vector.at("in").get<std::string>();
  Json const stated = vector.value("ctx", Json::object());
  std::string const bank = stated.value("bik", "");
  std::string const tax_id = stated.value("inn", "");
  auto const checked = check(rule, in, {.bank_code = bank, .tax_id = tax_id});
  SCOPED_TRACE(std::string(rule.name) + ": " + vector.dump());
  auto const verdict = vector.at("verdict").get<std::string>();
  std::string const reason = vector.value("reason", "");
  if (verdict == "invalid") {
    ASSERT_FALSE(checked);
    EXPECT_EQ(reason_of(checked.error()), reason);
    return;
  }
  ASSERT_TRUE(checked) << describe(checked.error());
  EXPECT_EQ(checked->text, vector.value("normalized", in));
  EXPECT_EQ(checked->doubt.has_value(), verdict == "warn");
  if (checked->doubt) {
    EXPECT_EQ(reason_of(*checked->doubt), reason);
  }
}

TEST(IdentifierConformance, EveryVector) {
  std::ifstream file(source_path("tests/conformance/identifier-vectors.json"));
  auto const vectors = Json::parse(file);
  std::set<std::string> played;
  for (auto const& kind : vectors.at("kinds")) {
    Rule const* const rule = find_rule(kind.at("kind").get<std::string>());
    if (rule == nullptr) continue;
    played.emplace(rule->name);
    for (auto const& vector : kind.at("vectors")) compare(*rule, vector);
  }
  for (Rule const& rule : rules()) EXPECT_TRUE(played.contains(std::string(rule.name))) << rule.name;
}

}  // namespace
}  // namespace tamga::identifiers
