// SPDX-License-Identifier: Apache-2.0
// Recalls as those see them who have the goods, and as the operator does.
#include <sstream>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

class RecallsApiTest : public testing::RunningSystem {
 protected:
  static constexpr char const* kGtin = "04780000000014";

  void SetUp() override {
    RunningSystem::SetUp();
    add_water(1, kGtin);
    maker_.emplace(person("Maker", "301234567"));
    shop_.emplace(person("Market", "302222222"));
    operator_.emplace(person("Operator", "303333333", true));
    for (auto* one : {&*maker_, &*shop_, &*operator_}) ASSERT_EQ(one->sign_in().status, 201);
    auto const order = accepted(*maker_, {{"kind", "order_codes"},
                                          {"group", "water"},
                                          {"release_method", "OWN_PRODUCTION"},
                                          {"lines", {{{"gtin", kGtin}, {"quantity", 9}}}}});
    std::istringstream lines(maker_->get("/api/v1/orders/" + order + "/lines/0/codes").raw.body);
    for (std::string line; std::getline(lines, line);) codes_.push_back(line);
    ASSERT_EQ(codes_.size(), 9U);
    apply({codes_.begin(), codes_.begin() + 5}, "B-1");
    apply({codes_.begin() + 5, codes_.begin() + 8}, "B-2");
  }
  void TearDown() override {
    maker_.reset();
    shop_.reset();
    operator_.reset();
    RunningSystem::TearDown();
  }
  void apply(std::vector<std::string> const& codes, char const* batch) {
    accepted(*maker_, {{"kind", "apply"},
                       {"produced_on", "2026-02-20"},
                       {"expires_on", "2026-12-31"},
                       {"batch", batch},
                       {"codes", codes}});
  }
  static std::string accepted(Person& who, Json const& body) {
    auto const answer = who.document(body);
    EXPECT_EQ(answer.json.at("status"), "accepted") << answer.json;
    return answer.json.value("document", "");
  }
  static Json recalls(Person& who, std::string const& target) {
    auto const answer = who.get(target);
    EXPECT_EQ(answer.status, 200) << answer.json;
    return answer.json.value("recalls", Json::array());
  }
  std::optional<Person> maker_;
  std::optional<Person> shop_;
  std::optional<Person> operator_;
  std::vector<std::string> codes_;
};

TEST_P(RecallsApiTest, ProgressIsCounted) {
  EXPECT_TRUE(recalls(*shop_, "/api/v1/recalls").empty());
  auto const number = accepted(*operator_, {{"kind", "recall"},
                                            {"gtin", kGtin},
                                            {"batch", "B-1"},
                                            {"reason", "Glass"},
                                            {"instruction", "Take it back"}});
  EXPECT_TRUE(recalls(*shop_, "/api/v1/recalls").empty()) << "it has none of the goods";
  Json const mine = recalls(*maker_, "/api/v1/recalls");
  ASSERT_EQ(mine.size(), 1U);
  EXPECT_EQ(mine[0].at("own_product"), true);
  EXPECT_EQ(mine[0].at("recall").at("batch"), "B-1");
  EXPECT_EQ(mine[0].at("held").at("in_circulation"), 5) << mine;
  EXPECT_EQ(mine[0].at("held").at("not_introduced"), 0) << "codes of no batch are not covered";

  accepted(*maker_, {{"kind", "withdraw"},
                     {"reason", "RECALL"},
                     {"primary_document", "Act 1 of 2026-03-01"},
                     {"codes", {codes_[0], codes_[1]}}});
  std::string const target = "/api/v1/operator/recalls/" + number;
  auto const whole = operator_->get(target);
  ASSERT_EQ(whole.status, 200) << whole.json;
  EXPECT_EQ(whole.json.at("progress").at("in_circulation"), 3) << whole.json;
  EXPECT_EQ(whole.json.at("progress").at("out_of_circulation"), 2);
  EXPECT_EQ(whole.json.at("progress").at("complete"), true);
  EXPECT_EQ(whole.json.at("holders"), 1);
  EXPECT_EQ(whole.json.at("recall").at("state"), "in_force");
  EXPECT_EQ(maker_->get(target).json.at("code"), "OPERATOR_ONLY");
  EXPECT_EQ(operator_->get("/api/v1/operator/recalls/7").json.at("code"), "RECALL_UNKNOWN");

  auto const lifting = accepted(*operator_, {{"kind", "lift_recall"}, {"recall", number}});
  EXPECT_TRUE(recalls(*maker_, "/api/v1/recalls").empty());
  Json const past = recalls(*maker_, "/api/v1/recalls?state=lifted");
  ASSERT_EQ(past.size(), 1U);
  EXPECT_EQ(past[0].at("recall").at("lifted_by"), lifting);
  EXPECT_EQ(past[0].at("held").at("in_circulation"), 3);
  EXPECT_TRUE(recalls(*shop_, "/api/v1/recalls?state=lifted").empty()) << "it never had the goods";
  std::string const list = "/api/v1/operator/recalls";
  EXPECT_TRUE(recalls(*operator_, list + "?state=in_force").empty());
  Json const lifted = recalls(*operator_, list + "?state=lifted&gtin=" + kGtin);
  ASSERT_EQ(lifted.size(), 1U);
  EXPECT_EQ(lifted[0].at("lifted_by"), lifting);
  EXPECT_EQ(lifted[0].at("declared_by"), "Operator");
  EXPECT_TRUE(recalls(*operator_, list + "?gtin=04780000000021").empty());
  EXPECT_TRUE(recalls(*operator_, list + "?before=" + number).empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, RecallsApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
