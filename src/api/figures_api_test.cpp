// SPDX-License-Identifier: Apache-2.0
// What the operator is told of the whole: everybody's codes by group, and the money.
#include <sstream>
#include <thread>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

class FiguresApiTest : public testing::RunningSystem {
 protected:
  static constexpr char const* kGtin = "04780000000014";
  static constexpr char const* kTarget = "/api/v1/operator/figures";

  /// Where memory is the truth, the store follows within a moment.
  static Json figures_when(Person& who, std::int64_t in_circulation) {
    Json last;
    for (int tries = 0; tries < 500; ++tries) {
      auto const answer = who.get(kTarget);
      EXPECT_EQ(answer.status, 200) << answer.json;
      last = answer.json;
      for (auto const& group : last.at("groups"))
        if (group.at("codes").at("introduced") == in_circulation) return last;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return last;
  }
};

TEST_P(FiguresApiTest, CodesOfEverybodyAreAddedUp) {
  add_water(1, kGtin);
  Person maker = person("Maker", "301234567");
  Person shop = person("Market", "302222222");
  Person office = person("Operator", "303333333", true);
  for (Person* one : {&maker, &shop, &office}) ASSERT_EQ(one->sign_in().status, 201);
  auto const before = office.get(kTarget);
  ASSERT_EQ(before.status, 200) << before.json;
  EXPECT_EQ(before.json.at("participants"), 2) << "the operator is not counted";
  EXPECT_TRUE(before.json.at("groups").empty());

  auto const order = maker.document({{"kind", "order_codes"},
                                     {"group", "water"},
                                     {"release_method", "OWN_PRODUCTION"},
                                     {"lines", {{{"gtin", kGtin}, {"quantity", 9}}}}});
  ASSERT_EQ(order.json.at("status"), "accepted") << order.json;
  auto const packet =
      maker.get("/api/v1/orders/" + order.json.at("document").get<std::string>() + "/lines/0/codes");
  std::istringstream lines(packet.raw.body);
  std::vector<std::string> codes;
  for (std::string line; std::getline(lines, line);) codes.push_back(line);
  codes.resize(5);
  auto const applied = maker.document({{"kind", "apply"},
                                       {"produced_on", "2026-02-20"},
                                       {"expires_on", "2026-12-31"},
                                       {"batch", "B-1"},
                                       {"codes", codes}});
  ASSERT_EQ(applied.json.at("status"), "accepted") << applied.json;

  Json const after = figures_when(office, 5);
  ASSERT_EQ(after.at("groups").size(), 1U) << after;
  Json const& water = after.at("groups")[0];
  EXPECT_EQ(water.at("group"), "water");
  EXPECT_EQ(water.at("codes").at("emitted"), 4) << after;
  EXPECT_EQ(water.at("codes").at("introduced"), 5) << "water is in circulation when it is applied";
  EXPECT_EQ(after.at("packages").at("emitted"), 0);
  EXPECT_TRUE(after.contains("money"));
  EXPECT_EQ(shop.get(kTarget).json.at("code"), "OPERATOR_ONLY");

  Person supporter = hire(office, "303333333", "Supporter", {"support"});
  auto const seen = supporter.get(kTarget);
  ASSERT_EQ(seen.status, 200) << seen.json;
  EXPECT_FALSE(seen.json.contains("money")) << "for who works with payments";
}

INSTANTIATE_TEST_SUITE_P(Engines, FiguresApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
