// SPDX-License-Identifier: Apache-2.0
#include "api/parameters.hpp"

#include <gtest/gtest.h>

#include "api/accept_language.hpp"
#include "shape/errors.hpp"

namespace tamga::api {
namespace {

struct Asked {
  std::string order;
  int line;
  bool dry_run;
  std::optional<std::string> kind;
  static constexpr auto shape() {
    return shape::object("Asked", "", shape::field("order", &Asked::order, ""),
                         shape::field("line", &Asked::line, "", shape::range(0, 9)),
                         shape::field("dry_run", &Asked::dry_run, "", shape::by_default(false)),
                         shape::field("kind", &Asked::kind, ""));
  }
};

auto read(std::string_view query, std::string_view order = "17") {
  auto request = http::Request::make(http::Method::Get, "/orders/x?" + std::string(query));
  request.reserve_parameters();
  request.add_parameter("order", order);
  return read_parameters<Asked>(request, "/orders/{order}");
}

std::string wrong(std::string_view query) {
  auto const asked = read(query);
  std::string out;
  if (!asked)
    for (Error const& error : asked.error()) out += std::string(error.name()) + " " + error.where() + "; ";
  return out;
}

// A text of digits is a text where a text is asked for, and a number where a number is.
TEST(Parameters, AreReadByTheirShape) {
  auto const asked = read("line=3&dry_run=true&kind=a%20b%22");
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->order, "17");
  EXPECT_EQ(asked->line, 3);
  EXPECT_TRUE(asked->dry_run);
  EXPECT_EQ(asked->kind, "a b\"");
  EXPECT_FALSE(read("line=0")->dry_run);
}

TEST(Parameters, EverythingWrongIsToldWithItsName) {
  EXPECT_EQ(wrong("line=10&colour=red&dry_run=yes"),
            "JSON_OUT_OF_RANGE /line; JSON_UNKNOWN_FIELD /colour; JSON_WRONG_TYPE /dry_run; ");
  EXPECT_EQ(wrong(""), "JSON_MISSING_FIELD /line; ");
  EXPECT_EQ(wrong("line=1&line=2"), "JSON_DUPLICATE_FIELD /line; ");
  EXPECT_EQ(wrong("line=01"), "JSON_WRONG_TYPE /line; ");
  EXPECT_EQ(wrong("line=1&order=18"), "JSON_DUPLICATE_FIELD /order; ");
  EXPECT_EQ(wrong("line=%zz"), "HTTP_QUERY /query; ");
}

TEST(AcceptLanguage, TheBestOfOurs) {
  EXPECT_EQ(accepted_language("", Language::Uz), Language::Uz);
  EXPECT_EQ(accepted_language("ru", Language::Uz), Language::Ru);
  EXPECT_EQ(accepted_language("RU-ru, en;q=0.9", Language::Uz), Language::Ru);
  EXPECT_EQ(accepted_language("de, en;q=0.3, ru;q=0.8", Language::Uz), Language::Ru);
  EXPECT_EQ(accepted_language("de, *;q=0.5", Language::Uz), Language::Uz);
  EXPECT_EQ(accepted_language("ru;q=0, en;q=0.1", Language::Uz), Language::En);
  EXPECT_EQ(accepted_language("ru;q=x,,;;q", Language::Uz), Language::Uz);
}

}  // namespace
}  // namespace tamga::api
