// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "api/testing/contract_steps.hpp"
#include "api/testing/request_bodies.hpp"
#include "base/testing/source_path.hpp"
#include "documents/waiting_room.hpp"
#include "mail/outbox.hpp"
#include "sql/transaction.hpp"

namespace tamga::api::testing {

/// A call that will be accepted.
struct Sent {
  Person* who;
  std::string target;
  std::string body{};
  http::Client::Headers headers{};
};

class RepeatTest : public ContractSystem {
 protected:
  void SetUp() override {
    registrars_file_ = source_path("src/api/testing/registrars.toml");
    ContractSystem::SetUp();
  }
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
  /// A document nobody vouched for, and the operator's question about it.
  Sent waiting_document() {
    documents::WaitingDocument waiting;
    waiting.number = ledger::DocumentNo(777);
    waiting.sender.participant = registry::ParticipantNo(1);
    waiting.received_at = clock_.now();
    waiting.idempotency_key = "waits";
    waiting.body = documents::pack_body(R"({"kind":"print"})");
    waiting.signature = "none";
    waiting.reason = "REVOCATION_UNKNOWN";
    waiting.next_check_at = UnixMs(clock_.now().value() + 60'000);
    auto const writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    EXPECT_TRUE(documents::insert_waiting(*writer, waiting));
    EXPECT_TRUE(transaction.commit());
    return {&*operator_, "/api/v1/operator/documents/777/attention"};
  }
  std::string connected(Person& who, std::string const& with, Json const& requisite = nullptr) {
    Json body{{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", with}};
    if (!requisite.is_null()) body["requisite"] = requisite;
    return who.post_confirmed("/api/v1/channels", body).json.at("number");
  }
  std::string registered(std::string const& serial) {
    return maker_->post_confirmed("/api/v1/registrars", device(serial)).json.at("number");
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

}  // namespace tamga::api::testing
