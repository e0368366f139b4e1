// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

constexpr char const* kGtin = "04780000000014";
constexpr char const* kPallet = "00047800000000000014";

/// A maker with water to sell, a shop and the operator, all signed in.
class StoryTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("OOO \"Suv\"", "301234567"));
    shop_.emplace(person("Market", "302222222"));
    operator_.emplace(person("Operator", "303333333", true));
    add_water(1, kGtin);
    for (Person* one : {&*maker_, &*shop_, &*operator_}) ASSERT_EQ(one->sign_in().status, 201);
  }
  void TearDown() override {
    maker_.reset();
    shop_.reset();
    operator_.reset();
    RunningSystem::TearDown();
  }
  std::string order(int quantity) {
    auto const answer = maker_->document({{"kind", "order_codes"},
                                          {"group", "water"},
                                          {"release_method", "OWN_PRODUCTION"},
                                          {"lines", {{{"gtin", kGtin}, {"quantity", quantity}}}}});
    EXPECT_EQ(answer.status, 201) << answer.json;
    return answer.json.value("document", "");
  }
  std::vector<std::string> fetch(std::string const& order, std::string const& query = "") {
    auto const answer = maker_->get("/api/v1/orders/" + order + "/lines/0/codes" + query);
    EXPECT_EQ(answer.status, 200) << answer.raw.body;
    std::vector<std::string> codes;
    std::istringstream lines(answer.raw.body);
    for (std::string line; std::getline(lines, line);) codes.push_back(line);
    return codes;
  }
  void apply(std::vector<std::string> const& codes) {
    auto const answer = maker_->document({{"kind", "apply"},
                                          {"produced_on", "2026-02-20"},
                                          {"expires_on", "2026-12-31"},
                                          {"batch", "B-7"},
                                          {"codes", codes}});
    ASSERT_EQ(answer.status, 201) << answer.json;
    ASSERT_EQ(answer.json.at("status"), "accepted") << answer.json;
  }
  Json check(Person& who, std::string const& code) {
    auto const answer = who.get("/api/v1/check?code=" + escaped(code));
    EXPECT_EQ(answer.status, 200) << answer.json;
    return answer.json;
  }
  std::optional<Person> maker_;
  std::optional<Person> shop_;
  std::optional<Person> operator_;
};

// Codes are ordered, fetched, applied, checked by anybody and sold.
TEST_P(StoryTest, FromTheOrderToTheCheckAtTheTill) {
  auto const number = order(10);
  auto const before = maker_->get("/api/v1/orders/" + number);
  ASSERT_EQ(before.status, 200) << before.json;
  EXPECT_EQ(before.json.at("lines")[0].at("quantity"), 10);
  EXPECT_EQ(before.json.at("lines")[0].at("delivered"), 0);

  auto const codes = fetch(number);
  ASSERT_EQ(codes.size(), 10U);
  EXPECT_EQ(fetch(number, "?from=3&count=2"), (std::vector<std::string>{codes[3], codes[4]}));
  EXPECT_EQ(maker_->get("/api/v1/orders").json.at("orders")[0].at("lines")[0].at("delivered"), 10);

  auto const fresh = check(*maker_, codes[0]);
  EXPECT_EQ(fresh.at("status"), "emitted");
  EXPECT_EQ(fresh.at("reason"), "CODE_WRONG_STATUS");
  EXPECT_FALSE(fresh.at("sale_allowed"));

  apply(codes);
  Person buyer = stranger();
  auto const good = check(buyer, codes[0]);
  EXPECT_TRUE(good.at("sale_allowed")) << good;
  EXPECT_EQ(good.at("status"), "introduced");
  EXPECT_EQ(good.at("tail"), "genuine");
  EXPECT_EQ(good.at("gtin"), kGtin);
  EXPECT_EQ(good.at("product"), "Water");
  EXPECT_EQ(good.at("expires_on"), "2026-12-31");
  EXPECT_EQ(good.at("produced_on"), "2026-02-20");
  EXPECT_EQ(good.at("producer"), "OOO \"Suv\"");
  EXPECT_FALSE(fresh.contains("producer")) << "nobody made goods with it yet";
  EXPECT_FALSE(good.contains("owner"));
  EXPECT_EQ(check(*maker_, codes[0]).at("owner"), "301234567");
  EXPECT_EQ(check(*operator_, codes[0]).at("owner"), "301234567");
  EXPECT_FALSE(check(*shop_, codes[0]).contains("owner"));

  auto const stock = maker_->get("/api/v1/stock").json.at("stock");
  ASSERT_EQ(stock.size(), 1U);
  EXPECT_EQ(stock[0].at("gtin"), kGtin);
  EXPECT_EQ(stock[0].at("status"), "introduced");
  EXPECT_EQ(stock[0].at("group"), "water");
  EXPECT_EQ(stock[0].at("quantity"), 10);
  EXPECT_TRUE(shop_->get("/api/v1/stock").json.at("stock").empty());
}

// Whatever a text is, the till gets an answer with a reason.
TEST_P(StoryTest, ManyTextsAreCheckedAtOnce) {
  auto const codes = fetch(order(3));
  apply({codes[0], codes[1]});
  std::string forged = codes[1];
  forged.back() = forged.back() == 'A' ? 'B' : 'A';
  std::string const without_tail = codes[1].substr(0, codes[1].find('\x1d'));
  std::string never = codes[0].substr(0, 18) + "0000000000000";
  Person till = stranger();
  auto const answer =
      till.post("/api/v1/check", {{"codes", {codes[0], forged, without_tail, never, "hello", codes[2]}}});
  ASSERT_EQ(answer.status, 200) << answer.json;
  std::vector<std::string> reasons;
  for (auto const& one : answer.json.at("codes")) reasons.push_back(one.value("reason", ""));
  ASSERT_EQ(reasons.size(), 6U);
  EXPECT_EQ(reasons[0], "");
  EXPECT_EQ(reasons[1], "TAIL_WRONG");
  EXPECT_EQ(reasons[2], "TAIL_MISSING");
  EXPECT_EQ(reasons[3], "CODE_NOT_ISSUED");
  EXPECT_NE(reasons[4], "");
  EXPECT_EQ(reasons[5], "CODE_WRONG_STATUS");
  EXPECT_FALSE(answer.json.at("codes")[1].contains("status"));

  Json many = Json::array();
  for (int i = 0; i < 1001; ++i) many.push_back("x");
  auto const refused = till.post("/api/v1/check", {{"codes", many}});
  EXPECT_EQ(refused.status, 413);
  EXPECT_EQ(refused.json.at("code"), "TOO_MANY_TO_CHECK");
  EXPECT_EQ(till.get("/api/v1/check").json.at("parameter"), "code");
  auto const unknown = till.get("/api/v1/check?code=x&colour=red");
  EXPECT_EQ(unknown.status, 400);
  EXPECT_EQ(unknown.json.at("code"), "JSON_UNKNOWN_FIELD");
  EXPECT_EQ(unknown.json.at("parameter"), "colour");
}

// Expired goods are not sold, although nothing of the code was rewritten.
TEST_P(StoryTest, ExpiredGoodsAreRefusedAtTheTill) {
  auto const codes = fetch(order(1));
  apply(codes);
  clock_.pass(std::int64_t{310} * 86'400'000);
  Person till = stranger();
  auto const late = check(till, codes[0]);
  EXPECT_EQ(late.at("reason"), "CODE_EXPIRED");
  EXPECT_EQ(late.at("holds"), Json::array({"expired"}));
}

// History, packages and content are for the owner, the one who ordered, and the operator.
TEST_P(StoryTest, OnlyTheOwnerLooksIntoACode) {
  auto const codes = fetch(order(4));
  apply(codes);
  auto const packed =
      maker_->document({{"kind", "aggregate"},
                        {"packages", {{{"package", kPallet}, {"codes", {codes[0], codes[1], codes[2]}}}}}});
  ASSERT_EQ(packed.status, 201) << packed.json;

  std::string const target = "/api/v1/codes?code=" + escaped(codes[0]);
  auto const own = maker_->get(target);
  ASSERT_EQ(own.status, 200) << own.json;
  EXPECT_EQ(own.json.at("parents"), Json::array({kPallet}));
  EXPECT_EQ(own.json.at("lot").at("batch"), "B-7");
  ASSERT_GE(own.json.at("history").size(), 3U);
  EXPECT_EQ(own.json.at("history")[0].at("event"), "issue");
  EXPECT_EQ(own.json.at("history").back().at("document"), packed.json.at("document"));
  EXPECT_EQ(operator_->get(target).status, 200);
  auto const foreign = shop_->get(target);
  EXPECT_EQ(foreign.status, 404);
  EXPECT_EQ(foreign.json.at("code"), "CODE_NOT_YOURS");

  std::string const tree_target = std::string("/api/v1/codes/tree?code=") + kPallet;
  auto const tree = maker_->get(tree_target);
  ASSERT_EQ(tree.status, 200) << tree.json;
  EXPECT_TRUE(tree.json.at("complete"));
  ASSERT_EQ(tree.json.at("codes").size(), 4U);
  EXPECT_EQ(tree.json.at("codes")[0].at("cis"), kPallet);
  EXPECT_EQ(tree.json.at("codes")[1].at("depth"), 1);
  auto const cut = maker_->get(tree_target + "&limit=2");
  EXPECT_FALSE(cut.json.at("complete"));
  EXPECT_EQ(cut.json.at("codes").size(), 2U);
  EXPECT_EQ(shop_->get(tree_target).status, 404);

  // The goods go on to somebody else: the maker still follows the code, but learns nothing of whoever has it.
  ASSERT_EQ(shop_
                ->document({{"kind", "receipt"},
                            {"register", "7"},
                            {"number", "1"},
                            {"at", "2026-01-01T10:00:00.000Z"},
                            {"codes", {codes[3]}}})
                .status,
            201);
  auto const sold = maker_->get("/api/v1/codes?code=" + escaped(codes[3]));
  EXPECT_EQ(sold.json.at("status"), "retired");
  EXPECT_EQ(sold.json.at("owner"), "");
  EXPECT_EQ(shop_->get("/api/v1/codes?code=" + escaped(codes[3])).json.at("owner").get<std::string>().size(),
            9U);
  EXPECT_EQ(maker_->get("/api/v1/codes/tree?code=" + escaped(codes[3])).status, 404);
}

TEST_P(StoryTest, OrdersAndGoodsOfOthersDoNotExist) {
  auto const number = order(1);
  EXPECT_EQ(shop_->get("/api/v1/orders/" + number).json.at("code"), "ORDER_UNKNOWN");
  EXPECT_EQ(shop_->get("/api/v1/orders/" + number + "/lines/0/codes").json.at("code"), "ORDER_UNKNOWN");
  EXPECT_EQ(operator_->get("/api/v1/orders/" + number).status, 200);
  EXPECT_EQ(operator_->get("/api/v1/orders/" + number + "/lines/0/codes").status, 404);
  EXPECT_TRUE(shop_->get("/api/v1/orders").json.at("orders").empty());
  EXPECT_EQ(maker_->get("/api/v1/orders/" + number + "/lines/1/codes").json.at("code"), "ORDER_LINE_UNKNOWN");
  auto const beyond = maker_->get("/api/v1/orders/" + number + "/lines/0/codes?count=2");
  EXPECT_EQ(beyond.json.at("code"), "CODES_OUT_OF_LINE");
  EXPECT_EQ(beyond.json.at("parameter"), "count");
  EXPECT_EQ(maker_->get("/api/v1/orders/x").json.at("code"), "NUMBER_MALFORMED");

  EXPECT_EQ(maker_->get("/api/v1/goods").json.at("goods").size(), 1U);
  EXPECT_EQ(maker_->get(std::string("/api/v1/goods/") + kGtin).json.at("name_ru"), "Voda");
  EXPECT_EQ(shop_->get(std::string("/api/v1/goods/") + kGtin).json.at("code"), "PRODUCT_UNKNOWN");
}

// A document is judged once for each key; its bytes come back as they were signed.
TEST_P(StoryTest, ADocumentIsKeptWithItsVerdict) {
  std::string const body =
      R"({"kind":"order_codes","group":"water","release_method":"OWN_PRODUCTION","lines":[{"gtin":"04780000000014","quantity":2}]})";
  auto const signature =
      crypto::encode_base64(crypto::sign_detached(maker_->identity(), body, clock_.now()).value());
  auto const send = [&](Person& who, http::Client::Headers headers) {
    return who.send(http::Method::Post, "/api/v1/documents", std::move(headers), body);
  };
  EXPECT_EQ(send(*maker_, {{"X-Signature", signature}}).json.at("code"), "IDEMPOTENCY_KEY_MISSING");
  EXPECT_EQ(send(*maker_, {{"Idempotency-Key", "a"}}).json.at("code"), "SIGNATURE_MISSING");
  EXPECT_EQ(send(*shop_, {{"X-Signature", signature}, {"Idempotency-Key", "a"}}).json.at("code"),
            "SIGNER_NOT_SENDER");

  auto const first = send(*maker_, {{"X-Signature", signature}, {"Idempotency-Key", "a"}});
  ASSERT_EQ(first.status, 201) << first.json;
  EXPECT_FALSE(first.json.at("repeated"));
  auto const again = send(*maker_, {{"X-Signature", signature}, {"Idempotency-Key", "a"}});
  EXPECT_TRUE(again.json.at("repeated"));
  EXPECT_EQ(again.json.at("document"), first.json.at("document"));

  std::string const target = "/api/v1/documents/" + first.json.at("document").get<std::string>();
  EXPECT_EQ(first.raw.header("Location"), target);
  EXPECT_EQ(maker_->get(target).json.at("kind"), "order_codes");
  EXPECT_EQ(maker_->get(target + "/body").raw.body, body);
  EXPECT_EQ(maker_->get(target + "/body").raw.header("X-Signature"), signature);
  EXPECT_EQ(shop_->get(target).json.at("code"), "DOCUMENT_UNKNOWN");
  EXPECT_EQ(maker_->get("/api/v1/documents?kind=order_codes").json.at("documents").size(), 1U);
  EXPECT_TRUE(maker_->get("/api/v1/documents?kind=ship").json.at("documents").empty());
  EXPECT_EQ(maker_->get("/api/v1/documents?kind=wish").json.at("code"), "KIND_UNKNOWN");
}

// Who listens is told, and after a break hears what was missed.
TEST_P(StoryTest, EventsReachTheParticipantTheyConcern) {
  Person listener = std::move(*shop_);
  auto opened = listener.client().open(http::Method::Get, "/api/v1/events",
                                       {{"Authorization", "Bearer " + listener.token}});
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->status, 200);
  auto const hello = listener.client().read_event().value();
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->name, "listening");
  events_->publish(registry::ParticipantNo(1), "secret", "{}");
  events_->publish(registry::ParticipantNo(2), "shipment.incoming", R"({"shipment":"1"})");
  auto const told = listener.client().read_event().value();
  ASSERT_TRUE(told);
  EXPECT_EQ(told->name, "shipment.incoming");
  listener.client().close();
  events_->publish(registry::ParticipantNo(2), "late", "{}");
  ASSERT_TRUE(
      listener.client().open(http::Method::Get, "/api/v1/events",
                             {{"Authorization", "Bearer " + listener.token}, {"Last-Event-ID", told->id}}));
  EXPECT_EQ(listener.client().read_event().value()->name, "late");
}

INSTANTIATE_TEST_SUITE_P(Engines, StoryTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
