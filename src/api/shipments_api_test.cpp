// SPDX-License-Identifier: Apache-2.0
// Shipments as both sides see them, and lists narrowed by what their rows are.
#include <sstream>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

class ShipmentsApiTest : public testing::RunningSystem {
 protected:
  static constexpr char const* kGtin = "04780000000014";
  static constexpr char const* kPallet = "00047800000000000014";
  using Numbers = std::vector<std::string>;

  void SetUp() override {
    RunningSystem::SetUp();
    add_water(1, kGtin);
    maker_.emplace(person("Maker", "301234567"));
    shop_.emplace(person("Market", "302222222"));
    operator_.emplace(person("Operator", "303333333", true));
    for (auto* one : {&*maker_, &*shop_, &*operator_}) ASSERT_EQ(one->sign_in().status, 201);
    order_ = accepted({{"kind", "order_codes"},
                       {"group", "water"},
                       {"release_method", "OWN_PRODUCTION"},
                       {"lines", {{{"gtin", kGtin}, {"quantity", 8}}}}});
    std::istringstream lines(maker_->get("/api/v1/orders/" + order_ + "/lines/0/codes").raw.body);
    for (std::string line; std::getline(lines, line);) codes_.push_back(line);
    ASSERT_EQ(codes_.size(), 8U);
    accepted({{"kind", "apply"},
              {"produced_on", "2026-02-20"},
              {"expires_on", "2026-12-31"},
              {"batch", "B"},
              {"codes", codes_}});
    accepted({{"kind", "aggregate"},
              {"packages", {{{"package", kPallet}, {"codes", {codes_[0], codes_[1], codes_[2]}}}}}});
  }
  void TearDown() override {
    maker_.reset();
    shop_.reset();
    operator_.reset();
    RunningSystem::TearDown();
  }
  std::string accepted(Person& who, Json const& body) {
    auto const answer = who.document(body);
    EXPECT_EQ(answer.json.at("status"), "accepted") << answer.json;
    return answer.json.value("document", "");
  }
  std::string accepted(Json const& body) { return accepted(*maker_, body); }
  std::string shipped(std::vector<std::string> const& codes, std::string const& invoice) {
    return accepted({{"kind", "ship"}, {"receiver", "302222222"}, {"document", invoice}, {"codes", codes}});
  }
  static Numbers numbers(Person& who, std::string const& query) {
    Numbers out;
    auto const page = who.get("/api/v1/shipments" + query);
    EXPECT_EQ(page.status, 200) << page.json;
    for (Json const& one : page.json.at("shipments")) out.push_back(one.at("shipment"));
    return out;
  }
  static Numbers listed(Person& who, std::string const& list, char const* rows, char const* number) {
    Numbers out;
    auto const page = who.get("/api/v1/" + list);
    EXPECT_EQ(page.status, 200) << page.json;
    for (Json const& one : page.json.at(rows)) out.push_back(one.at(number));
    return out;
  }
  std::optional<Person> maker_;
  std::optional<Person> shop_;
  std::optional<Person> operator_;
  std::string order_;
  std::vector<std::string> codes_;
};

TEST_P(ShipmentsApiTest, BothSidesSeeThemAndNobodyElse) {
  auto const first = shipped({kPallet, codes_[3]}, "Invoice 1");
  clock_.pass(1000);
  auto const second = shipped({codes_[4], codes_[5]}, "Invoice 2");
  clock_.pass(1000);
  auto const third = shipped({codes_[6]}, "Invoice 3");
  auto const answer = accepted(
      *shop_, {{"kind", "accept"}, {"shipment", first}, {"decision", "listed"}, {"codes", {kPallet}}});
  accepted({{"kind", "cancel_shipment"}, {"shipment", third}});

  EXPECT_EQ(numbers(*maker_, ""), (Numbers{third, second, first}));
  EXPECT_EQ(numbers(*maker_, "?direction=sent"), numbers(*maker_, ""));
  EXPECT_EQ(numbers(*maker_, "?direction=received"), Numbers());
  EXPECT_EQ(numbers(*shop_, "?direction=received&state=waiting"), Numbers{second});
  EXPECT_EQ(numbers(*shop_, "?counterpart=301234567&limit=2"), (Numbers{third, second}));
  EXPECT_EQ(numbers(*shop_, "?limit=2&before=" + second), Numbers{first});
  EXPECT_EQ(numbers(*shop_, "?counterpart=303333333"), Numbers());
  EXPECT_EQ(numbers(*shop_, "?counterpart=309999999"), Numbers()) << "nobody of this number";
  EXPECT_EQ(numbers(*operator_, ""), Numbers()) << "the operator took no part";
  EXPECT_EQ(shop_->get("/api/v1/shipments?state=lost").status, 400);

  auto const seen = shop_->get("/api/v1/shipments/" + first);
  ASSERT_EQ(seen.status, 200) << seen.json;
  Json const& head = seen.json.at("shipment");
  EXPECT_EQ(head.at("direction"), "received");
  EXPECT_EQ(head.at("state"), "partly_accepted");
  EXPECT_EQ(head.at("counterpart"), "301234567");
  EXPECT_EQ(head.at("document"), "Invoice 1");
  EXPECT_EQ(head.at("groups"), Json::array({"water"}));
  EXPECT_EQ(head.at("codes"), 2);
  EXPECT_EQ(head.at("inside"), 3);
  EXPECT_EQ(head.at("accepted"), 4);
  EXPECT_EQ(head.at("returned"), 1);
  EXPECT_EQ(head.at("closed_by"), answer);
  EXPECT_EQ(seen.json.at("codes").size(), 2U);
  std::string const loose = codes_[3].substr(0, codes_[3].find('\x1d'));
  EXPECT_EQ(std::set<std::string>(seen.json.at("codes").begin(), seen.json.at("codes").end()),
            (std::set<std::string>{kPallet, loose}))
      << "without tails";
  std::map<std::string, int> goods;
  for (Json const& one : seen.json.at("goods")) goods[one.value("gtin", "")] = one.at("codes");
  EXPECT_EQ(goods, (std::map<std::string, int>{{"", 1}, {kGtin, 4}}));

  auto const page = maker_->get("/api/v1/shipments/" + second + "?limit=1").json;
  EXPECT_EQ(page.at("next"), 1);
  auto const rest = maker_->get("/api/v1/shipments/" + second + "?limit=1&from=1").json;
  EXPECT_FALSE(rest.contains("next"));
  EXPECT_NE(page.at("codes"), rest.at("codes"));
  auto const foreign = operator_->get("/api/v1/shipments/" + first);
  EXPECT_EQ(foreign.json.at("code"), "SHIPMENT_UNKNOWN");
  EXPECT_EQ(foreign.status, 404);
}

// A document has another side from the moment it names one, whether it is accepted or not.
TEST_P(ShipmentsApiTest, DocumentsAreFoundByTheOtherSide) {
  auto const first = shipped({codes_[3]}, "Invoice 1");
  clock_.pass(1000);
  auto const again = maker_->document({{"kind", "ship"}, {"receiver", "302222222"}, {"codes", {codes_[3]}}});
  ASSERT_EQ(again.json.at("status"), "rejected") << again.json;
  std::string const refused = again.json.at("document");
  auto const answer = accepted(*shop_, {{"kind", "accept"}, {"shipment", first}, {"decision", "all"}});
  auto const with = [&](Person& who, std::string const& query) {
    return listed(who, "documents?counterpart=" + query, "documents", "document");
  };
  EXPECT_EQ(with(*maker_, "302222222"), (Numbers{refused, first}));
  EXPECT_EQ(with(*maker_, "302222222&status=accepted"), Numbers{first});
  EXPECT_EQ(with(*maker_, "302222222&status=waiting"), Numbers());
  EXPECT_EQ(with(*maker_, "302222222&kind=accept"), Numbers());
  EXPECT_EQ(with(*maker_, "301234567"), Numbers());
  EXPECT_EQ(with(*maker_, "309999999"), Numbers()) << "nobody of this number";
  EXPECT_EQ(with(*shop_, "301234567"), Numbers{answer});
  auto const seen = shop_->get("/api/v1/documents/" + answer).json;
  EXPECT_EQ(seen.at("counterpart"), "301234567");
  EXPECT_FALSE(seen.at("counterpart_name").get<std::string>().empty());
  EXPECT_FALSE(maker_->get("/api/v1/documents/" + order_).json.contains("counterpart"));
}

TEST_P(ShipmentsApiTest, ListsOfDocumentsAndOrdersAreNarrowed) {
  clock_.pass(5000);
  auto const until = clock_.now();
  auto const refused =
      maker_->document({{"kind", "ship"}, {"receiver", "309999999"}, {"codes", {codes_[3]}}});
  ASSERT_EQ(refused.json.at("status"), "rejected") << refused.json;
  std::string const number = refused.json.at("document");
  auto const documents = [&](std::string const& query) {
    return listed(*maker_, "documents" + query, "documents", "document");
  };
  EXPECT_EQ(documents("?status=rejected"), Numbers{number});
  EXPECT_EQ(documents("?status=rejected&kind=apply"), Numbers());
  EXPECT_EQ(documents("?status=accepted").size(), 3U);
  EXPECT_EQ(documents("?status=accepted&kind=order_codes"), Numbers{order_});
  EXPECT_EQ(documents("?status=waiting"), Numbers());
  std::string const moment = escaped(rfc3339(until));
  EXPECT_EQ(documents("?from=" + moment), Numbers{number});
  EXPECT_EQ(documents("?until=" + moment).size(), 3U);

  auto const orders = [&](std::string const& query) {
    return listed(*maker_, "orders" + query, "orders", "order");
  };
  EXPECT_EQ(orders("?status=downloaded&group=water"), Numbers{order_});
  EXPECT_EQ(orders("?status=ready"), Numbers());
  EXPECT_EQ(orders("?group=beer"), Numbers());
  EXPECT_EQ(orders("?gtin=" + std::string(kGtin)), Numbers{order_});
  EXPECT_EQ(orders("?gtin=04780000000021"), Numbers());
  EXPECT_EQ(orders("?place=nowhere"), Numbers());
}

INSTANTIATE_TEST_SUITE_P(Engines, ShipmentsApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
