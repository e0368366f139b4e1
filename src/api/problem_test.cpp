// SPDX-License-Identifier: Apache-2.0
#include "api/problem.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "sql/errors.hpp"

namespace tamga::api {
namespace {

country::ErrorTexts const& texts() {
  static auto const loaded = country::ErrorTexts::load(source_path("spec/errors")).value();
  return loaded;
}

// What is ours to mend leaves with an incident to quote and without table, file or statement.
TEST(Problem, OurInsidesStayInside) {
  for (ErrorKind const& kind : {sql::kStoreFailed, sql::kStoreConstraint, sql::kStoreMisuse}) {
    Error const error = Error(kind).with("constraint", "secret_table(column)").log("secret statement");
    auto const response = problem_response({texts(), Language::En, "request-7"}, error);
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.body.find("secret"), std::string::npos) << response.body;
    EXPECT_EQ(nlohmann::json::parse(response.body).at("arguments").at("incident"), "request-7");
  }
}

TEST(Problem, WhatMayBeSentAgainSaysWhen) {
  auto const busy = problem_response({texts(), Language::En, "r"}, Error(sql::kStoreBusy).log("secret"));
  EXPECT_EQ(busy.status, 503);
  EXPECT_EQ(busy.body.find("secret"), std::string::npos);
  auto const is_wait = [](http::Header const& header) {
    return header.name == "Retry-After" && header.value == "1";
  };
  EXPECT_TRUE(std::any_of(busy.headers.begin(), busy.headers.end(), is_wait));
}

}  // namespace
}  // namespace tamga::api
