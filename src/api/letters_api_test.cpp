// SPDX-License-Identifier: Apache-2.0
// The operator sees what became of the letters of the system, and has those sent again that were given up.
#include "api/testing/running_system.hpp"
#include "mail/errors.hpp"
#include "mail/mailer.hpp"
#include "mail/outbox.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

/// A mail server that refuses who is said to be gone, and takes all others.
class Server final : public mail::Transport {
 public:
  Result<void> send(mail::Envelope const& envelope, std::stop_token const&) override {
    if (envelope.to == gone) return fail(Error(mail::kRefused).with("answer", "550 no such mailbox"));
    return {};
  }
  [[nodiscard]] std::chrono::milliseconds longest() const override { return std::chrono::seconds(1); }
  std::string gone = "gone@suv.example";
};

class LettersTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("Buloq suv", "301234567"));
    operator_.emplace(person("Operator", "303333333", true));
    for (Person* one : {&*maker_, &*operator_}) ASSERT_EQ(one->sign_in().status, 201);
    wordings_.emplace(mail::Texts::load(spec_ / "mail").value());
    put({.key = "closed",
         .to = "gone@suv.example",
         .language = Language::En,
         .text = "ticket_closed",
         .values = {{"company", {"Buloq suv"}},
                    {"subject", {"Codes"}},
                    {"link", {"https://marking.example/s"}}},
         .created_at = clock_.now(),
         .participant = 1});
    put({.key = "confirm",
         .to = "office@suv.example",
         .language = Language::En,
         .text = "confirm_email",
         .values = {{"company", {"Buloq suv"}}, {"link", {kSecret}}, {"until", {"2026-03-09"}}},
         .created_at = clock_.now(),
         .participant = 1});
  }
  void TearDown() override {
    maker_.reset();
    operator_.reset();
    RunningSystem::TearDown();
  }
  void put(mail::Letter const& letter) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    auto const fresh = mail::Outbox(*wordings_).put(*writer, letter);
    ASSERT_TRUE(fresh) << describe(fresh.error());
    ASSERT_TRUE(transaction.commit());
  }
  void send_all() {
    auto mailer = mail::Mailer::open(store(), *wordings_, mail_server_, clock_, rng_,
                                     {.sender = "no-reply@marking.example"});
    ASSERT_TRUE(mailer);
    auto const done = mailer->run();
    ASSERT_TRUE(done) << describe(done.error());
  }
  Json list(std::string const& query = "") {
    auto const reply = operator_->get("/api/v1/operator/letters" + query);
    EXPECT_EQ(reply.status, 200) << reply.json;
    return reply.json.value("letters", Json::array());
  }
  Reply retry(std::string const& letter, std::string const& key) {
    return operator_->send(http::Method::Post, "/api/v1/operator/letters/" + letter + "/retry",
                           {{"Idempotency-Key", key}});
  }
  std::int64_t given_up() {
    Json const all = operator_->get("/api/v1/operator/queues").json;
    for (Json const& one : all.at("queues"))
      if (one.at("queue") == "letters") return one.at("count");
    ADD_FAILURE() << "no queue of letters";
    return -1;
  }

  static constexpr char const* kSecret = "https://marking.example/confirm?token=verysecret";
  std::optional<Person> maker_;
  std::optional<Person> operator_;
  std::optional<mail::Texts> wordings_;
  Server mail_server_;
};

TEST_P(LettersTest, WhatBecameOfThemIsSeen) {
  EXPECT_EQ(list().size(), 2U);
  EXPECT_EQ(given_up(), 0);
  send_all();
  Json const all = list();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("text"), "confirm_email") << "newest first";
  EXPECT_EQ(all[0].at("state"), "sent");
  EXPECT_EQ(all[0].at("to"), "office@suv.example");
  EXPECT_FALSE(all[0].contains("subject"));
  EXPECT_FALSE(all[0].contains("next_at"));
  EXPECT_EQ(all[0].at("finished_at"), rfc3339(clock_.now()));
  Json const& failed = all[1];
  EXPECT_EQ(failed.at("state"), "failed");
  EXPECT_EQ(failed.at("attempts"), 1);
  EXPECT_NE(failed.at("subject").get<std::string>().find("Codes"), std::string::npos);
  EXPECT_EQ(failed.at("tax_id"), "301234567");
  EXPECT_EQ(failed.at("company"), "Buloq suv");
  EXPECT_EQ(failed.at("error").at("code"), "MAIL_REFUSED");
  EXPECT_NE(failed.at("error").at("title").get<std::string>().find("550 no such mailbox"), std::string::npos);
  EXPECT_EQ(given_up(), 1);
  EXPECT_EQ(operator_->get("/api/v1/operator/letters/" + failed.at("letter").get<std::string>()).json,
            failed);
  EXPECT_EQ(operator_->get("/api/v1/operator/letters/4242").json.at("code"), "LETTER_UNKNOWN");
  EXPECT_EQ(maker_->get("/api/v1/operator/letters").json.at("code"), "OPERATOR_ONLY");
}

// What a letter of confirmation holds opens something: nobody but its reader sees it.
TEST_P(LettersTest, SecretsStayOut) {
  auto const body = operator_->get("/api/v1/operator/letters").raw.body;
  EXPECT_EQ(body.find("verysecret"), std::string::npos) << body;
  EXPECT_EQ(body.find("https://"), std::string::npos) << body;
}

TEST_P(LettersTest, TheyAreNarrowed) {
  send_all();
  EXPECT_EQ(list("?state=failed").size(), 1U);
  EXPECT_EQ(list("?state=waiting").size(), 0U);
  EXPECT_EQ(list("?to=Office@suv.example").at(0).at("text"), "confirm_email");
  EXPECT_EQ(list("?text=ticket_closed").at(0).at("to"), "gone@suv.example");
  EXPECT_EQ(list("?text=ticket_closed&state=sent").size(), 0U);
  auto const first = operator_->get("/api/v1/operator/letters?limit=1").json;
  EXPECT_EQ(first.at("letters")[0].at("text"), "confirm_email");
  EXPECT_EQ(list("?limit=1&before=" + first.at("next").get<std::string>()).at(0).at("text"), "ticket_closed");
}

// Sent again once, however often it is asked; told to the journal; what was sent is not sent again.
TEST_P(LettersTest, OneThatWasGivenUpIsSentAgain) {
  send_all();
  std::string const failed = list("?state=failed").at(0).at("letter");
  std::string const sent = list("?state=sent").at(0).at("letter");
  mail_server_.gone = "nobody@suv.example";
  auto const again = retry(failed, "again");
  ASSERT_EQ(again.status, 200) << again.json;
  EXPECT_EQ(again.json.at("state"), "waiting");
  EXPECT_EQ(again.json.at("attempts"), 0);
  EXPECT_EQ(given_up(), 0);
  auto const entry = journal_of(2, 1).at(0);
  EXPECT_EQ(entry.action, "letter.retry");
  EXPECT_EQ(entry.object, failed);
  send_all();
  EXPECT_EQ(list("?state=sent").size(), 2U);
  EXPECT_EQ(retry(failed, "again").status, 200);
  EXPECT_EQ(retry(sent, "other").json.at("code"), "LETTER_NOT_TO_RETRY");
  EXPECT_EQ(retry("4242", "more").json.at("code"), "LETTER_UNKNOWN");
  EXPECT_EQ(list("?state=sent").size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Engines, LettersTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
