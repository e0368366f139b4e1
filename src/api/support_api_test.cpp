// SPDX-License-Identifier: Apache-2.0
// Tickets, reports of consumers and comments, as callers see them.
#include "api/testing/running_system.hpp"
#include "api/violation_view.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

constexpr std::int64_t kHour = 3'600'000;

class SupportApiTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("Maker", "301234567"));
    other_.emplace(person("Other", "302222222"));
    office_.emplace(person("Operator", "303333333", true));
    for (Person* const one : {&*maker_, &*other_, &*office_}) ASSERT_EQ(one->sign_in().status, 201);
  }

  Reply post(Person& who, std::string const& target, Json const& body) {
    return who.send(http::Method::Post, target, {{"Idempotency-Key", "key " + std::to_string(++keys_)}},
                    body.dump());
  }
  Reply ask(Person& who, Json const& more = Json::object()) {
    Json body{{"topic", "outage"}, {"subject", "Codes"}, {"text", "Where are\nthey?"}};
    body.update(more);
    return post(who, "/api/v1/tickets", body);
  }
  static std::string number(Reply const& reply) { return reply.json.at("ticket").at("ticket"); }
  /// A code of the maker's water.
  std::string code() {
    add_water(1, "04780000000014");
    auto const order = maker_->document({{"kind", "order_codes"},
                                         {"group", "water"},
                                         {"release_method", "OWN_PRODUCTION"},
                                         {"lines", {{{"gtin", "04780000000014"}, {"quantity", 1}}}}});
    EXPECT_EQ(order.status, 201) << order.json;
    std::string const codes =
        maker_->get("/api/v1/orders/" + order.json.at("document").get<std::string>() + "/lines/0/codes")
            .raw.body;
    return codes.substr(0, codes.find_first_of("\r\n"));
  }

  std::optional<Person> maker_;
  std::optional<Person> other_;
  std::optional<Person> office_;
  int keys_ = 0;
};

// Who asked sees it, so do administrators and the operator; another organisation cannot tell that it is
// there.
TEST_P(SupportApiTest, TicketsAreSeenByThoseTheyConcern) {
  Person cashier = hire(*maker_, "301234567", "Cashier", {"cashier"});
  Person storeman = hire(*maker_, "301234567", "Storeman", {"warehouse"});
  std::string const scanned = code();
  std::string const order = maker_->get("/api/v1/orders").json.at("orders").at(0).at("order");
  auto const asked = ask(cashier, {{"group", "water"}, {"about", {{"kind", "order"}, {"value", order}}}});
  ASSERT_EQ(asked.status, 201) << asked.json;
  Json const& ticket = asked.json.at("ticket");
  EXPECT_EQ(ticket.at("state"), "open");
  EXPECT_EQ(ticket.at("person"), "Cashier");
  EXPECT_EQ(ticket.at("about").at("value"), order);
  EXPECT_EQ(ticket.at("due_at"), rfc3339(UnixMs(clock_.now().value() + 2 * kHour)));
  EXPECT_FALSE(ticket.contains("tax_id"));
  EXPECT_EQ(asked.json.at("messages").at(0).at("text"), "Where are\nthey?");
  std::string const target = "/api/v1/tickets/" + number(asked);
  EXPECT_EQ(cashier.get(target).status, 200);
  EXPECT_EQ(maker_->get(target).status, 200);
  for (Person* const one : {&storeman, &*other_}) {
    EXPECT_EQ(one->get(target).json.at("code"), "TICKET_UNKNOWN");
    EXPECT_EQ(post(*one, target + "/messages", {{"text", "x"}}).json.at("code"), "TICKET_UNKNOWN");
    EXPECT_EQ(post(*one, target + "/closing", nullptr).json.at("code"), "TICKET_UNKNOWN");
    EXPECT_EQ(one->get("/api/v1/tickets").json.at("tickets").size(), 0U);
  }
  EXPECT_EQ(maker_->get("/api/v1/tickets").json.at("tickets").size(), 1U);
  EXPECT_EQ(cashier.get("/api/v1/tickets?state=closed").json.at("tickets").size(), 0U);
  auto const seen = office_->get(target);
  EXPECT_EQ(seen.json.at("ticket").at("tax_id"), "301234567") << seen.json;
  EXPECT_EQ(post(*office_, target + "/messages", {{"text", "x"}}).status, 404)
      << "he does not ask for others";

  EXPECT_EQ(ask(cashier, {{"group", "moon_rocks"}}).json.at("code"), "GROUP_UNKNOWN");
  EXPECT_EQ(ask(cashier, {{"topic", "weather"}}).json.at("pointer"), "/topic");
  EXPECT_EQ(ask(cashier, {{"about", {{"kind", "document"}, {"value", "first"}}}}).json.at("code"),
            "NUMBER_MALFORMED");
  for (std::string const kind : {"order", "document", "code"}) {
    Json const about{{"about", {{"kind", kind}, {"value", kind == "code" ? scanned : order}}}};
    EXPECT_EQ(ask(*maker_, about).status, 201) << kind;
    auto const of_others = ask(*other_, about);
    EXPECT_EQ(of_others.status, 404) << kind << of_others.json;
    EXPECT_EQ(of_others.json.at("pointer"), "/about/value");
  }
  EXPECT_EQ(ask(*other_, {{"about", {{"kind", "code"}, {"value", "0104780000000014"}}}}).status, 201)
      << "what nobody can read may be asked about";
  EXPECT_EQ(ask(cashier, {{"text", std::string(10'001, 'x')}}).status, 400);
}

// The operator's queue: what is due first, overdue ones, whose it is, pages.
TEST_P(SupportApiTest, TheOperatorAnswersInOrderOfTheTerm) {
  std::string const slow = number(ask(*maker_, {{"topic", "other"}}));
  std::string const quick = number(ask(*other_));
  std::string const queue = "/api/v1/operator/tickets";
  auto const numbers = [&](std::string const& query) {
    Json const page = office_->get(queue + query).json;
    std::vector<std::string> out;
    for (Json const& one : page.at("tickets")) out.push_back(one.at("ticket"));
    return out;
  };
  using Numbers = std::vector<std::string>;
  EXPECT_EQ(numbers(""), (Numbers{quick, slow}));
  Json const page = office_->get(queue + "?limit=1").json;
  EXPECT_EQ(numbers("?limit=1&after=" + page.at("next").get<std::string>()), Numbers{slow});
  EXPECT_EQ(office_->get(queue + "?after=first").json.at("code"), "CURSOR_MALFORMED");
  EXPECT_EQ(numbers("?tax_id=302222222"), Numbers{quick});
  EXPECT_EQ(numbers("?tax_id=309999999"), Numbers{});
  EXPECT_EQ(numbers("?topic=other"), Numbers{slow});
  EXPECT_EQ(numbers("?overdue=true"), Numbers{});
  clock_.pass(3 * kHour);
  for (Person* const one : {&*maker_, &*other_, &*office_}) ASSERT_EQ(one->sign_in().status, 201);
  EXPECT_EQ(numbers("?overdue=true"), Numbers{quick});

  Person colleague = hire(*office_, "303333333", "Colleague", {"support"});
  ASSERT_EQ(post(colleague, queue + "/" + quick + "/taking", Json::object()).status, 200);
  EXPECT_EQ(numbers("?mine=true"), Numbers{});
  EXPECT_EQ(numbers("?mine=false"), Numbers{slow});
  EXPECT_EQ(post(*office_, queue + "/" + quick + "/taking", Json::object()).json.at("code"), "TICKET_TAKEN");
  EXPECT_EQ(post(*office_, queue + "/" + quick + "/taking", {{"over", true}}).status, 200);
  EXPECT_EQ(numbers("?mine=true"), Numbers{quick});
  auto const answered = post(*office_, queue + "/" + quick + "/messages", {{"text", "Here"}});
  ASSERT_EQ(answered.status, 201) << answered.json;
  EXPECT_EQ(answered.json.at("ticket").at("state"), "answered");
  EXPECT_EQ(answered.json.at("ticket").at("late_answers"), 1);
  EXPECT_EQ(answered.json.at("messages").at(1).at("late"), true);
  EXPECT_EQ(numbers("?state=answered"), Numbers{quick});
  EXPECT_EQ(post(*office_, queue + "/7/messages", {{"text", "Here"}}).json.at("code"), "TICKET_UNKNOWN");
}

// Nobody signs in to report; number and word together tell what became of it; the owner of the goods never
// learns who it was, the journal neither.
TEST_P(SupportApiTest, AConsumerReports) {
  std::string const code = this->code();
  Person consumer = stranger();
  Json report{
      {"kind", "already_sold"},  {"code", code},         {"shop", "Do'kon"},       {"address", "Navoiy 1"},
      {"latitude", "41.311081"}, {"longitude", "-69.5"}, {"text", "Sold\nbefore"}, {"email", "me@example.uz"},
      {"consent", true},         {"language", "uz"}};
  auto const sent = post(consumer, "/api/v1/violations", report);
  ASSERT_EQ(sent.status, 201) << sent.json;
  std::string const violation = sent.json.at("violation");
  std::string const asked = "/api/v1/violations/" + violation + "?key=";
  auto const state = [&] { return consumer.get(asked + sent.json.at("key").get<std::string>()).json; };
  EXPECT_EQ(state().at("state"), "received");
  EXPECT_EQ(consumer.get(asked + "WRONG").json.at("code"), "VIOLATION_UNKNOWN");
  EXPECT_EQ(consumer.get("/api/v1/violations").json.at("code"), "SIGN_IN_NEEDED");

  auto const own = maker_->get("/api/v1/violations").json.at("violations");
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own.at(0).at("gtin"), "04780000000014");
  EXPECT_EQ(own.at(0).at("longitude"), "-69.500000");
  EXPECT_EQ(own.at(0).at("product"), "Water");
  EXPECT_EQ(own.dump().find("example.uz"), std::string::npos);
  EXPECT_EQ(other_->get("/api/v1/violations").json.at("violations").size(), 0U);

  std::string const target = "/api/v1/operator/violations/" + violation;
  Json const whole = office_->get(target).json;
  EXPECT_EQ(whole.at("contact"), "me@example.uz");
  EXPECT_EQ(whole.at("holder"), "301234567");
  EXPECT_EQ(whole.at("owner"), "301234567");
  ASSERT_EQ(post(*office_, target + "/taking", Json::object()).status, 200);
  EXPECT_EQ(state().at("state"), "in_work");
  Json const decision{{"decision", "dismissed"}, {"answer", "The register was wrong"}};
  ASSERT_EQ(post(*office_, target + "/decision", decision).status, 200);
  EXPECT_EQ(post(*office_, target + "/decision", decision).json.at("code"), "VIOLATION_DECIDED");
  EXPECT_EQ(state().at("answer"), "The register was wrong");
  EXPECT_EQ(office_->get("/api/v1/operator/violations?state=dismissed").json.at("violations").size(), 1U);

  auto const reader = store().reader().value();
  std::size_t told = 0;
  ASSERT_TRUE(journal::verify(*reader, [&](journal::Record const& record) -> Result<void> {
    if (record.entry.action != "violation.report") return {};
    ++told;
    EXPECT_EQ(record.entry.address, "");
    EXPECT_EQ(record.entry.object, violation);
    return {};
  }));
  EXPECT_EQ(told, 1U);
}

// What is no code may be just what is reported; too much from one address is not taken.
TEST_P(SupportApiTest, ReportsAreTakenAsTheyAre) {
  Person consumer = stranger();
  std::string const garbage = "not a\x1d code";
  auto const sent = post(consumer, "/api/v1/violations", {{"kind", "unknown_code"}, {"code", garbage}});
  ASSERT_EQ(sent.status, 201) << sent.json;
  Json const whole =
      office_->get("/api/v1/operator/violations/" + sent.json.at("violation").get<std::string>()).json;
  EXPECT_EQ(whole.at("violation").at("code"), "not a  code");
  EXPECT_FALSE(whole.contains("holder"));
  EXPECT_EQ(post(consumer, "/api/v1/violations", {{"kind", "expired"}}).json.at("code"),
            "VIOLATION_GOODS_MISSING");
  EXPECT_EQ(post(consumer, "/api/v1/violations", {{"kind", "price"}, {"latitude", "41"}}).json.at("code"),
            "PLACE_INCOMPLETE");
  EXPECT_EQ(post(consumer, "/api/v1/violations", {{"kind", "price"}, {"latitude", "91"}}).json.at("code"),
            "DEGREES_MALFORMED");
  for (int i = 1; i < 10; ++i)
    ASSERT_EQ(post(consumer, "/api/v1/violations", {{"kind", "price"}, {"text", std::to_string(i)}}).status,
              201);
  auto const more = post(consumer, "/api/v1/violations", {{"kind", "price"}});
  EXPECT_EQ(more.status, 429);
  EXPECT_EQ(more.json.at("code"), "TOO_MANY_VIOLATIONS");
}

// Its author takes a comment back, and nobody else does; its text is gone for the operator, too.
TEST_P(SupportApiTest, CommentsAreTakenBack) {
  std::string const target = "/api/v1/help/first-steps/comments";
  auto const said = post(*maker_, target, {{"name", "Anvar"}, {"text", "Mistaken"}});
  ASSERT_EQ(said.status, 201) << said.json;
  EXPECT_EQ(said.json.at("own"), true);
  EXPECT_EQ(other_->get(target).json.at("comments").at(0).at("own"), false);
  std::string const comment = said.json.at("comment");
  auto const remove = [&](Person& who, std::string const& article) {
    return who.send(http::Method::Delete, "/api/v1/help/" + article + "/comments/" + comment,
                    {{"Idempotency-Key", "key " + std::to_string(++keys_)}});
  };
  EXPECT_EQ(remove(*other_, "first-steps").json.at("code"), "COMMENT_UNKNOWN");
  EXPECT_EQ(remove(*maker_, "other").json.at("code"), "COMMENT_UNKNOWN");
  EXPECT_EQ(remove(*maker_, "first-steps").status, 204);
  EXPECT_EQ(remove(*maker_, "first-steps").json.at("code"), "COMMENT_UNKNOWN");
  EXPECT_EQ(other_->get(target).json.at("comments").size(), 0U);
  Json const kept = office_->get("/api/v1/operator/comments").json;
  EXPECT_FALSE(kept.at("comments").at(0).contains("hidden_by")) << kept;
  EXPECT_EQ(kept.dump().find("Mistaken"), std::string::npos);
}

TEST_P(SupportApiTest, CommentsAreHidden) {
  std::string const target = "/api/v1/help/first-steps/comments";
  Person reader = stranger();
  auto const said = post(*maker_, target, {{"name", "Anvar"}, {"text", "Rude"}});
  ASSERT_EQ(said.status, 201) << said.json;
  Json const shown = reader.get(target).json.at("comments");
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown.at(0).at("name"), "Anvar");
  EXPECT_EQ(shown.dump().find("Maker"), std::string::npos);
  EXPECT_EQ(reader.get("/api/v1/help/other/comments").json.at("comments").size(), 0U);
  EXPECT_EQ(reader.get("/api/v1/help/First/comments").json.at("code"), "ARTICLE_MALFORMED");
  EXPECT_EQ(post(reader, target, {{"name", "x"}, {"text", "y"}}).json.at("code"), "SIGN_IN_NEEDED");
  std::string const hide =
      "/api/v1/operator/comments/" + said.json.at("comment").get<std::string>() + "/hiding";
  auto const hidden = post(*office_, hide, {{"reason", "Rude"}});
  ASSERT_EQ(hidden.status, 200) << hidden.json;
  EXPECT_EQ(hidden.json.at("tax_id"), "301234567");
  EXPECT_EQ(reader.get(target).json.at("comments").size(), 0U);
  EXPECT_EQ(post(*office_, hide, {{"reason", "Rude"}}).json.at("code"), "COMMENT_UNKNOWN");
  Json const all = office_->get("/api/v1/operator/comments").json.at("comments");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.at(0).at("reason"), "Rude");

  std::string const show =
      "/api/v1/operator/comments/" + said.json.at("comment").get<std::string>() + "/showing";
  EXPECT_EQ(post(*maker_, show, nullptr).json.at("code"), "OPERATOR_ONLY");
  auto const again = post(*office_, show, nullptr);
  ASSERT_EQ(again.status, 200) << again.json;
  EXPECT_FALSE(again.json.contains("hidden_at") || again.json.contains("reason")) << again.json;
  EXPECT_EQ(reader.get(target).json.at("comments").at(0).at("text"), "Rude");
  EXPECT_EQ(post(*office_, show, nullptr).json.at("code"), "COMMENT_NOT_HIDDEN");
  auto const told = journal_of(3, 2);
  EXPECT_EQ(told.at(1).action + " " + told.at(1).result, "comment.show accepted");
}

// A report has the term of its queue: five working days of the office, then it is late until it is decided.
TEST_P(SupportApiTest, ReportsHaveATerm) {
  Person consumer = stranger();
  std::string const queue = "/api/v1/operator/violations";
  auto const sent = post(consumer, "/api/v1/violations", {{"kind", "no_marking"}, {"text", "No code"}});
  ASSERT_EQ(sent.status, 201) << sent.json;
  std::string const target = queue + "/" + sent.json.at("violation").get<std::string>();
  auto const seen = [&] { return office_->get(target).json; };
  std::string const due = seen().at("due_at");
  EXPECT_EQ(seen().at("overdue"), false);
  Json const queues = office_->get("/api/v1/operator/queues").json.at("queues");
  auto const violations = std::find_if(queues.begin(), queues.end(),
                                       [](Json const& one) { return one.at("queue") == "violations"; });
  EXPECT_EQ(violations->at("due"), due);
  EXPECT_EQ(office_->get(queue + "?overdue=true").json.at("violations").size(), 0U);
  clock_.pass(10 * 24 * kHour);
  ASSERT_EQ(office_->sign_in().status, 201);
  EXPECT_EQ(seen().at("due_at"), due);
  EXPECT_EQ(seen().at("overdue"), true);
  auto const fresh = post(consumer, "/api/v1/violations", {{"kind", "price"}});
  ASSERT_EQ(fresh.status, 201) << fresh.json;
  Json const late = office_->get(queue + "?overdue=true&limit=1").json;
  ASSERT_EQ(late.at("violations").size(), 1U);
  EXPECT_EQ(late.at("violations").at(0).at("violation").at("violation"), sent.json.at("violation"));
  auto const next = office_->get(queue + "?overdue=true&after=" + late.at("next").get<std::string>());
  EXPECT_EQ(next.json.at("violations").size(), 0U);
  EXPECT_EQ(office_->get(queue + "?overdue=false").json.at("violations").size(), 1U);
  ASSERT_EQ(post(*office_, target + "/decision", {{"decision", "dismissed"}, {"answer", "Fine"}}).status,
            200);
  EXPECT_FALSE(seen().contains("due_at"));
  EXPECT_EQ(seen().at("overdue"), false);
}

TEST(Degrees, AreReadAndWritten) {
  EXPECT_EQ(read_degrees("41.311081", 90), 41'311'081);
  EXPECT_EQ(read_degrees("-0.5", 90), -500'000);
  EXPECT_EQ(read_degrees("180", 180), 180'000'000);
  for (char const* const wrong : {"", "-", "90.000001", "1.", ".5", "1.1234567", "+1", "1e1", "0001", "--1"})
    EXPECT_EQ(read_degrees(wrong, 90), std::nullopt) << wrong;
  EXPECT_EQ(degrees_text(-500'000), "-0.500000");
  EXPECT_EQ(degrees_text(41'311'081), "41.311081");
}

INSTANTIATE_TEST_SUITE_P(Engines, SupportApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
