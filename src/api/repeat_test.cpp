// SPDX-License-Identifier: Apache-2.0
// Every endpoint that changes something, called twice with one Idempotency-Key: the same answer, one entry in
// the journal. An endpoint that is added fails this test until it is in one of the two lists.
#include <functional>
#include <map>
#include <set>

#include "api/endpoints/all.hpp"
#include "api/testing/contract_steps.hpp"
#include "mail/outbox.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

/// What changes nothing that lasts, or is done once by a text of its own that the caller signs or keeps.
std::set<std::string_view> const kOtherwise{"ask_challenge",
                                            "ask_application_challenge",
                                            "ask_step_up",
                                            "check_code",
                                            "check_codes",
                                            "sign_in",
                                            "begin_external_sign_in",
                                            "finish_external_sign_in",
                                            "issue_test_certificate",  // in a sandbox: one more is no harm
                                            "sign_out"};               // ends what it is asked over

/// What goes on by itself, so that a second answer says more than the first, or needs goods in moderation:
/// not tried here.
std::set<std::string_view> const kElsewhere{"make_packet_task", "make_label_task", "export_codes",
                                            "cancel_task", "decide_card"};

/// A call that will be accepted.
struct Sent {
  Person* who;
  std::string target;
  std::string body{};
  http::Client::Headers headers{};
};

class RepeatTest : public testing::ContractSystem {
 protected:
  using Make = std::function<Sent(RepeatTest&)>;

  static std::string signature_over(Person& who, std::string const& bytes, UnixMs now) {
    return crypto::encode_base64(crypto::sign_detached(who.identity(), bytes, now).value());
  }
  Sent by_signature(Person& who, std::string target, Json const& body) {
    std::string bytes = body.dump();
    http::Client::Headers headers{{"X-Signature", signature_over(who, bytes, clock_.now())}};
    return {&who, std::move(target), std::move(bytes), std::move(headers)};
  }
  Sent by_challenge(Person& who, std::string target, Json const& body) {
    std::string bytes = body.dump();
    std::string const asked =
        who.post("/api/v1/step-up/challenge", {{"request", crypto::hex(crypto::sha256(bytes))}})
            .json.at("challenge");
    return {&who, std::move(target), std::move(bytes), {{"X-Step-Up", who.signed_text(asked)}}};
  }
  /// Somebody new whose business is in the books, with his application.
  Sent application(std::string const& tax_id, std::string const& status) {
    enter_in_books(tax_id, "Yangi korxona", kHead, status);
    applicants_.push_back(std::make_unique<Person>(port_, issue("Yangi korxona", tax_id), clock_));
    Person& who = *applicants_.back();
    std::string const challenge = who.post("/api/v1/applications/challenge", {}).json.at("challenge");
    std::string const consent = who.get("/api/v1/onboarding").json.at("consent");
    return by_signature(who, "/api/v1/applications",
                        {{"challenge", challenge},
                         {"email", "a" + tax_id + "@example.uz"},
                         {"phone", "+998901234567"},
                         {"language", "uz"},
                         {"consent", consent}});
  }
  std::string applied(std::string const& tax_id, std::string const& status) {
    Sent const one = application(tax_id, status);
    return one.who->send(http::Method::Post, one.target, one.headers, one.body).json.at("number");
  }
  std::string token_of_letter(std::string const& tax_id) {
    auto const reader = store().reader().value();
    std::array const waiting{mail::LetterState::Waiting};
    auto const letters = mail::letters(*reader, waiting, 1000).value();
    for (auto const& one : letters)
      if (one.letter.to == "a" + tax_id + "@example.uz" && one.letter.text == "confirm_email") {
        std::string const link = one.letter.values.at("link").front();
        return link.substr(link.rfind('/') + 1);
      }
    return "no letter";
  }
  std::string connected(Person& who, std::string const& with, Json const& requisite = nullptr) {
    Json body{{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", with}};
    if (!requisite.is_null()) body["requisite"] = requisite;
    return who.post_confirmed("/api/v1/channels", body).json.at("number");
  }
  static Json announcement(UnixMs now) {
    return {{"kind", "publish_announcement"},
            {"audience", "participants"},
            {"title", {{"ru", "r"}, {"uz", "u"}, {"en", "Maintenance"}}},
            {"text", {{"ru", "R"}, {"uz", "U"}, {"en", "On Sunday"}}},
            {"from", rfc3339(now)}};
  }
  Json key_request(std::string const& name) {
    return {{"kind", "create_api_key"},
            {"name", name},
            {"scopes", {"read"}},
            {"expires", rfc3339(UnixMs(clock_.now().value() + std::int64_t{90} * 86'400'000))}};
  }
  std::string key_made(std::string const& name) {
    return maker_->post_signed("/api/v1/api-keys", key_request(name)).json.at("key").at("key");
  }
  Json contract(std::string const& what) {
    for (Json const& one : contracts(*maker_))
      if (one.value("group", one.at("kind").get<std::string>()) == what) return one;
    return Json::object();
  }
  std::string prior_request() {
    auto nobody = stranger();
    Json const request{{"company", "Yangi suv"},      {"tax_id", "301234539"},    {"person", "Olimov"},
                       {"email", "olim@suv.example"}, {"phone", "+998901234567"}, {"group", "water"}};
    return keyed(nobody, "/api/v1/prior-contracts", request.dump(), "asked").json.at("number");
  }

  static Json card(std::string const& gtin) {
    return {{"gtin", gtin}, {"group", "water"}, {"level", "UNIT"}, {"attributes", Json::array()}};
  }
  static std::string draft_of(std::string const& gtin) { return "/api/v1/cards/" + gtin + "/draft"; }
  Json statement(std::string const& purpose) {
    std::string const table = "date;amount;number;payer_tax_id;purpose\n2026-03-02;5.00;1;;" + purpose + "\n";
    return {{"kind", "import_statement"}, {"format", "csv"}, {"content", crypto::encode_base64(table)}};
  }
  /// Of a payment that nobody owns.
  std::string payment(std::string const& purpose) {
    operator_->post_confirmed("/api/v1/operator/statements", statement(purpose));
    Json const list = operator_->get("/api/v1/operator/payments").json;
    for (Json const& one : list.at("payments"))
      if (one.at("purpose") == purpose) return one.at("payment");
    return {};
  }

  std::map<std::string_view, Make> calls();

  std::int64_t entries() {
    auto const reader = store().reader().value();
    return reader
        ->find(sql::Statement{"test.journal", "SELECT count(*) FROM journal"},
               [](sql::Row const& row) { return row.int64(0); })
        .value()
        .value();
  }

  std::vector<std::unique_ptr<Person>> applicants_;
};

std::map<std::string_view, RepeatTest::Make> RepeatTest::calls() {
  std::map<std::string_view, Make> all;
  all["send_application"] = [](RepeatTest& t) { return t.application("301234552", "active"); };
  all["withdraw_application"] = [](RepeatTest& t) {
    std::string const number = t.applied("301234565", "active");
    return t.by_signature(*t.applicants_.back(), "/api/v1/applications/" + number + "/withdrawal",
                          {{"kind", "withdraw_application"}, {"number", number}});
  };
  all["confirm_application"] = [](RepeatTest& t) {
    std::string const number = t.applied("301234578", "active");
    EXPECT_EQ(t.applicants_.back()->get("/api/v1/applications/" + number).json.value("state", ""),
              "approved");
    std::string const token = t.token_of_letter("301234578");
    EXPECT_EQ(token.size(), 43U) << token;
    Json const body{{"token", token}};
    return Sent{t.applicants_.back().get(), "/api/v1/applications/confirmation", body.dump()};
  };
  all["decide_application"] = [](RepeatTest& t) {
    std::string const number = t.applied("301234580", "suspended");
    return t.by_signature(*t.operator_, "/api/v1/operator/applications/" + number + "/decision",
                          {{"number", number}, {"decision", "approve"}});
  };
  all["recheck_standing"] = [](RepeatTest& t) { return Sent{&*t.other_, "/api/v1/standing/check"}; };
  all["decide_standing"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/standings/301234526",
                          {{"kind", "decide_standing"},
                           {"tax_id", "301234526"},
                           {"decision", "restrict"},
                           {"reason", "papers"}});
  };
  all["connect_channel"] = [](RepeatTest& t) {
    return t.by_challenge(*t.maker_, "/api/v1/channels",
                          {{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "tamga"}});
  };
  all["disconnect_channel"] = [](RepeatTest& t) {
    return Sent{&*t.other_, "/api/v1/channels/" + t.connected(*t.other_, "tamga")};
  };
  all["settle_channel"] = [](RepeatTest& t) {
    std::string const number = t.connected(*t.maker_, "didox", "301234513");
    return t.by_challenge(*t.operator_, "/api/v1/operator/channels/" + number,
                          {{"kind", "settle_channel"}, {"number", std::stoll(number)}, {"accepted", true}});
  };
  all["save_draft"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/drafts/one", Json{{"kind", "ship"}, {"body", "{}"}}.dump()};
  };
  all["discard_draft"] = [](RepeatTest& t) {
    t.maker_->send(http::Method::Put, "/api/v1/drafts/two", {{"Idempotency-Key", "two"}},
                   Json{{"kind", "ship"}, {"body", "{}"}}.dump());
    return Sent{&*t.maker_, "/api/v1/drafts/two"};
  };
  all["publish_announcement"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/announcements", announcement(t.clock_.now()));
  };
  all["withdraw_announcement"] = [](RepeatTest& t) {
    auto const made =
        t.operator_->post_confirmed("/api/v1/operator/announcements", announcement(t.clock_.now()));
    return Sent{&*t.operator_, "/api/v1/operator/announcements/" + made.json.at("number").get<std::string>()};
  };
  all["open_contract"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, path(t.contract("connection")) + "/opened"};
  };
  all["sign_contract"] = [](RepeatTest& t) {
    Json const one = t.contract("water");
    EXPECT_EQ(t.open(*t.maker_, one).status, 200);
    return Sent{&*t.maker_, path(one) + "/signature",
                Json{{"consent", "2026-1"}, {"signature", t.signature(*t.maker_, one)}}.dump()};
  };
  all["decide_contract"] = [](RepeatTest& t) {
    return t.by_signature(*t.operator_, "/api/v1/operator/contracts/decision",
                          {{"kind", "decide_contract"},
                           {"contract", t.contract("water").at("contract")},
                           {"decision", "end"},
                           {"reason", "over"}});
  };
  all["ask_prior_contract"] = [](RepeatTest& t) {
    t.applicants_.push_back(std::make_unique<Person>(t.stranger()));
    Json const request{{"company", "Boshqa suv"},     {"tax_id", "301234541"},    {"person", "Olimov"},
                       {"email", "olim@suv.example"}, {"phone", "+998901234567"}, {"group", "water"}};
    return Sent{t.applicants_.back().get(), "/api/v1/prior-contracts", request.dump()};
  };
  all["close_prior_contract"] = [](RepeatTest& t) {
    return Sent{&*t.operator_, "/api/v1/operator/prior-contracts/" + t.prior_request() + "/answer",
                R"({"answer":"sent"})"};
  };
  all["set_group_manager"] = [](RepeatTest& t) {
    return t.by_signature(*t.operator_, "/api/v1/operator/group-managers",
                          {{"kind", "set_group_manager"},
                           {"group", "water"},
                           {"name", "Aliyeva"},
                           {"email", "water@operator.example"},
                           {"phone", "+998712000099"}});
  };
  all["amend_group"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/group-terms",
                          {{"kind", "amend_group"},
                           {"group", "water"},
                           {"from", Date::from_days(Date::of(t.clock_.now()).days() + 20).text()},
                           {"mode", "pilot"},
                           {"reason", "Order 12"}});
  };
  all["end_session"] = [](RepeatTest& t) {
    std::string const kept = t.maker_->token;
    EXPECT_EQ(t.maker_->sign_in().status, 201);
    std::string session;
    auto const listed = t.maker_->get("/api/v1/sessions");
    for (Json const& one : listed.json.at("sessions"))
      if (one.at("current") == true) session = one.at("session");
    t.maker_->token = kept;
    return Sent{&*t.maker_, "/api/v1/sessions/" + session};
  };
  all["end_other_sessions"] = [](RepeatTest& t) {
    EXPECT_EQ(t.maker_->sign_in().status, 201);
    return Sent{&*t.maker_, "/api/v1/sessions"};
  };
  all["create_api_key"] = [](RepeatTest& t) {
    return t.by_challenge(*t.maker_, "/api/v1/api-keys", t.key_request("first"));
  };
  all["rotate_api_key"] = [](RepeatTest& t) {
    return t.by_signature(
        *t.maker_, "/api/v1/api-key-rotations",
        {{"kind", "rotate_api_key"},
         {"key", t.key_made("second")},
         {"expires", rfc3339(UnixMs(t.clock_.now().value() + std::int64_t{60} * 86'400'000))}});
  };
  all["revoke_api_key"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/api-keys/" + t.key_made("third")};
  };
  all["top_up"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/account/top-up", R"({"amount":100})"};
  };
  all["issue_invoice"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/invoices", R"({"amount":100})"};
  };
  all["cancel_invoice"] = [](RepeatTest& t) {
    auto const made = t.maker_->send(http::Method::Post, "/api/v1/invoices", {{"Idempotency-Key", "invoice"}},
                                     R"({"amount":5})");
    return Sent{&*t.maker_, "/api/v1/invoices/" + made.json.at("invoice").get<std::string>()};
  };
  all["import_statement"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/statements", t.statement("one"));
  };
  all["propose_payment"] = [](RepeatTest& t) {
    std::string const number = t.payment("two");
    return t.by_challenge(*t.operator_, "/api/v1/operator/payments/" + number + "/proposal",
                          {{"kind", "propose_payment"}, {"payment", number}});
  };
  all["decide_payment"] = [](RepeatTest& t) {
    std::string const number = t.payment("three");
    std::string const target = "/api/v1/operator/payments/" + number;
    t.operator_->post_confirmed(target + "/proposal", {{"kind", "propose_payment"}, {"payment", number}});
    auto writer = t.store().writer().value();
    EXPECT_TRUE(
        writer->execute(sql::Statement{"test.colleague", "UPDATE payment SET proposed_by = 'Colleague'"}));
    return t.by_challenge(*t.operator_, target + "/decision",
                          {{"kind", "decide_payment"}, {"payment", number}, {"agreed", true}});
  };
  all["assign_prefix"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/prefixes",
                          {{"kind", "assign_prefix"},
                           {"prefix", "4787002"},
                           {"tax_id", "301234513"},
                           {"source", "certificate"}});
  };
  all["withdraw_prefix"] = [](RepeatTest& t) {  // the one that was assigned before
    return Sent{&*t.operator_, "/api/v1/operator/prefixes/4787002"};
  };
  all["load_classifier"] = [](RepeatTest& t) {
    return Sent{&*t.operator_, "/api/v1/operator/classifiers/tnved?effective_from=2026-03-01",
                "code,name_ru,name_uz,name_en\n2201101100,Voda,Suv,Water\n"};
  };
  all["save_card_draft"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, draft_of("04787002000028"), card("04787002000028").dump()};
  };
  all["discard_card_draft"] = [](RepeatTest& t) {
    t.maker_->send(http::Method::Put, draft_of("04787002000035"), {{"Idempotency-Key", "card"}},
                   card("04787002000035").dump());
    return Sent{&*t.maker_, draft_of("04787002000035")};
  };
  all["upload_card_photo"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, std::string("/api/v1/cards/") + kGtin + "/photos",
                "\xFF\xD8\xFF picture \xFF\xD9"};
  };
  all["import_cards"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/card-tables/import?group=water",
                "gtin,level,name_ru\n04787002000059,UNIT,Voda\n"};
  };
  all["send_document"] = [](RepeatTest& t) {
    return t.by_signature(*t.maker_, "/api/v1/documents",
                          {{"kind", "complete_profile"},
                           {"address", "Toshkent, Navoiy 2"},
                           {"phone", "+998712000001"},
                           {"email", "office@buloq.example"},
                           {"groups", {"water"}},
                           {"types", {"manufacturer"}}});
  };
  return all;
}

TEST_P(RepeatTest, TheSameCallGivesTheSameAnswer) {
  ASSERT_EQ(complete_profile(*maker_).json.at("status"), "accepted");
  make_contracts();
  auto const known = calls();
  std::size_t tried = 0;
  for (EndpointRow const& row : all_endpoints()) {
    if (row.spec.method == http::Method::Get || kOtherwise.contains(row.spec.name)) continue;
    if (kElsewhere.contains(row.spec.name)) continue;
    auto const make = known.find(row.spec.name);
    if (make == known.end()) {
      ADD_FAILURE() << row.spec.name << ": the test does not know how to repeat it";
      continue;
    }
    SCOPED_TRACE(row.spec.name);
    Sent call = make->second(*this);
    call.headers.emplace_back("Idempotency-Key", "repeat " + std::string(row.spec.name));
    auto const send = [&] { return call.who->send(row.spec.method, call.target, call.headers, call.body); };
    Reply const first = send();
    ASSERT_LT(first.status, 300) << first.json;
    std::int64_t const before = entries();
    Reply const second = send();
    EXPECT_EQ(second.status, first.status) << second.json;
    // The secret of a key is told once; it is kept by nobody.
    Json expected = first.json;
    if (expected.is_object()) expected.erase("token");
    // An answer about a document says that it is one of before.
    if (expected.is_object() && expected.contains("repeated")) expected["repeated"] = true;
    if (!expected.is_discarded()) {
      EXPECT_EQ(second.json, expected);
    }
    EXPECT_EQ(entries(), before) << "a second entry";
    if (!call.body.empty() && !call.who->token.empty() && call.headers.size() == 1) {
      auto const other = call.who->send(row.spec.method, call.target, call.headers, call.body + " ");
      // Where the body is a table, a row that is none is told before the key.
      EXPECT_GE(other.status, 400) << other.json;
    }
    ++tried;
  }
  EXPECT_EQ(tried, known.size());
}

INSTANTIATE_TEST_SUITE_P(Engines, RepeatTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
