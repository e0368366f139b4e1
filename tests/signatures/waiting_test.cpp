// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "world.hpp"

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "documents/document_store.hpp"
#include "journal/errors.hpp"
#include "journal/journal.hpp"
#include "mail/outbox.hpp"
#include "registry/profile.hpp"
#include "server/offline.hpp"
#include "sql/transaction.hpp"

namespace tamga::signatures {
namespace {

using std::chrono::minutes;

bool is_judged(Json const& document) { return document.value("status", "") == "accepted"; }
auto standing_is(char const* word) {
  return [word](Json const& document) { return document.value("signature", "") == word; };
}

/// Accepted with a remark, and looked at again.
class Accepting : public World {
 protected:
  void configure(server::SystemOptions& options) override {
    options.revocation.when_silent = evidence::WhenSilent::Accept;
  }
};

/// Unjudged until somebody answers: as the country's data says.
class Waiting : public World {};

// While the authority is silent a document is accepted with a remark; when it answers, the remark goes.
TEST_P(Accepting, TheRemarkGoesWhenTheAuthorityAnswers) {
  sign_in_then_silence();
  auto const sent = order();
  ASSERT_EQ(sent.status, 201) << sent.json;
  EXPECT_EQ(sent.json.at("status"), "accepted");
  EXPECT_EQ(sent.json.at("signature"), "waiting");
  std::string const target = "/api/v1/documents/" + sent.json.at("document").get<std::string>();
  EXPECT_EQ(get(target).json.at("signature"), "waiting");
  publish({});
  clock_.pass(minutes(6));
  eventually(target, standing_is("proven"));
  EXPECT_EQ(order().json.at("signature"), "proven");
  EXPECT_EQ(get("/api/v1/documents").json.at("documents").size(), 2U);
}

// A certificate that was revoked before it signed marks the document; one revoked later does not.
TEST_P(Accepting, WhatWasRevokedBeforeIsMarked) {
  sign_in_then_silence();
  {
    auto const writer = system_->store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    registry::StoredProfile const stored{.profile = {.address = "Toshkent, Navoiy 1",
                                                     .phone = "+998712000001",
                                                     .email = "office@suv.example",
                                                     .groups = {"water"},
                                                     .types = {"manufacturer"},
                                                     .bank = {},
                                                     .sites = {}},
                                         .document = 1,
                                         .since = clock_.now()};
    ASSERT_TRUE(registry::put_profile(*writer, registry::ParticipantNo(1), stored));
    ASSERT_TRUE(transaction.commit());
  }
  auto const before = order();
  UnixMs const between = UnixMs(clock_.now().value() + 60'000);
  ASSERT_EQ(before.status, 201) << before.json;
  clock_.pass(minutes(2));
  auto const after = order();
  ASSERT_EQ(after.status, 201) << after.json;
  publish({revoked(between)});
  clock_.pass(minutes(8));
  auto const target = [](Reply const& sent) {
    return "/api/v1/documents/" + sent.json.at("document").get<std::string>();
  };
  eventually(target(after), standing_is("revoked"));
  eventually(target(before), standing_is("proven"));
  EXPECT_EQ(order().json.at("code"), "CERTIFICATE_REVOKED");
  {
    auto const reader = system_->store().reader().value();
    auto const letters = mail::letters(*reader, std::array{mail::LetterState::Waiting}, 10).value();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].letter.text, "signature_revoked");
    EXPECT_EQ(letters[0].letter.to, "office@suv.example");
    EXPECT_EQ(letters[0].letter.values.at("number").front(), after.json.at("document"));
  }

  auto const seen = get("/api/v1/operator/signatures?state=revoked");
  EXPECT_EQ(seen.status, 403);
  ASSERT_EQ(sign_in(*chief_).status, 201);
  auto const list = get("/api/v1/operator/signatures?state=revoked").json.at("signatures");
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].at("number"), after.json.at("document"));
  EXPECT_TRUE(get("/api/v1/operator/signatures?state=waiting").json.at("signatures").empty());
  EXPECT_EQ(get("/api/v1/operator/signatures?state=cheerful").json.at("code"), "STATE_UNKNOWN");
  auto const metrics = get("/metrics").raw.body;
  EXPECT_NE(metrics.find("tamga_revocation_total{status=\"revoked\"}"), std::string::npos);
  EXPECT_NE(metrics.find("tamga_revocation_fetches_total{outcome=\"failed\"}"), std::string::npos);
}

// The journal has the hash of what came, the store the bytes: other bytes are noticed.
TEST_P(Accepting, TheJournalKnowsWhatCame) {
  publish({});
  ASSERT_EQ(sign_in(*maker_).status, 201);
  ASSERT_EQ(order().status, 201);
  close();
  auto store = sql::Store::open(place_->address()).value();
  auto const sound = server::verify_journal(*store);
  ASSERT_TRUE(sound) << describe(sound.error());
  EXPECT_NE(sound->find("1 documents are what their entries say"), std::string::npos) << *sound;
  std::string const other = documents::pack_body(R"({"kind":"order_codes","group":"beer"})");
  {
    auto const writer = store->writer().value();
    EXPECT_EQ(
        writer->execute(sql::Statement{"test.change", "UPDATE document SET body = $1"}, sql::Blob{other})
            .value(),
        1);
  }
  auto const damaged = server::verify_journal(*store);
  ASSERT_FALSE(damaged);
  EXPECT_TRUE(damaged.error().is(journal::kJournalDamaged)) << describe(damaged.error());
}

// Every certificate of the head was revoked: noticed when he uses it, and the organisation is restricted.
TEST_P(Accepting, AHeadWithoutCertificatesRestrictsTheOrganisation) {
  publish({});
  ASSERT_EQ(sign_in(*maker_).status, 201);
  ASSERT_EQ(order().status, 201);
  clock_.pass(minutes(25 * 60));
  publish({revoked(UnixMs(clock_.now().value() - 60'000))});
  ASSERT_EQ(sign_in(*maker_).json.value("code", ""), "CERTIFICATE_REVOKED");
  close();
  open();
  ASSERT_EQ(sign_in(*chief_).status, 201);
  auto const card = eventually("/api/v1/operator/participants/301234567", [](Json const& one) {
    return one.at("standing").value("effect", "") == "restricted";
  });
  ASSERT_EQ(card.at("standing").at("reasons").size(), 1U) << card;
  EXPECT_EQ(card.at("standing").at("reasons")[0].at("cause"), "certificate");
}

// The bundle of a document holds what proves it, and only its owner and the operator get it.
TEST_P(Accepting, EvidenceIsHandedOut) {
  publish({});
  ASSERT_EQ(sign_in(*maker_).status, 201);
  auto const sent = order();
  std::string const target = "/api/v1/documents/" + sent.json.at("document").get<std::string>() + "/evidence";
  auto const bundle = get(target);
  ASSERT_EQ(bundle.status, 200);
  EXPECT_EQ(bundle.raw.header("Content-Type"), "application/x-tar");
  for (char const* name : {"README.txt", "content.bin", "signature.p7s", "chain/0.pem", "chain/1.pem",
                           "evidence/0.crl", "proof.json"})
    EXPECT_NE(bundle.raw.body.find(name), std::string::npos) << name;
  auto const other = issue("Market", "302222222");
  enlist("Market", "302222222", other, false);
  ASSERT_EQ(sign_in(other).status, 201);
  EXPECT_EQ(get(target).json.at("code"), "DOCUMENT_UNKNOWN");
  ASSERT_EQ(sign_in(*chief_).status, 201);
  EXPECT_EQ(get(target).status, 200);
}

// Where the country waits, nobody signs in by a certificate nobody vouches for, and documents wait with a
// number; the same sending gets the same answer; then they are judged by themselves, also after a restart.
TEST_P(Waiting, DocumentsWaitAndAreJudgedByThemselves) {
  silence();
  EXPECT_EQ(sign_in(*maker_).json.at("code"), "REVOCATION_UNKNOWN");
  sign_in_then_silence();
  auto const sent = order("a");
  ASSERT_EQ(sent.status, 202) << sent.json;
  EXPECT_EQ(sent.json.at("status"), "waiting");
  EXPECT_EQ(sent.json.at("objections")[0].at("error"), "WAITS_FOR_AUTHORITY");
  std::string const number = sent.json.at("document");
  std::string const target = "/api/v1/documents/" + number;
  auto const again = order("a");
  EXPECT_EQ(again.status, 202);
  EXPECT_EQ(again.json.at("document"), number);
  EXPECT_TRUE(again.json.at("repeated"));
  EXPECT_EQ(get(target).json.at("status"), "waiting");
  EXPECT_EQ(get("/api/v1/waiting-documents").json.at("documents").size(), 1U);
  EXPECT_TRUE(get("/api/v1/orders").json.at("orders").empty());

  clock_.pass(minutes(6));
  close();
  open();
  EXPECT_EQ(get(target).json.at("status"), "waiting");
  publish({});
  clock_.pass(minutes(11));
  auto const judged = eventually(target, is_judged);
  EXPECT_EQ(judged.at("signature"), "proven");
  EXPECT_EQ(judged.at("kind"), "order_codes");
  EXPECT_EQ(get("/api/v1/orders").json.at("orders").size(), 1U);
  EXPECT_TRUE(get("/api/v1/waiting-documents").json.at("documents").empty());
  auto const last = order("a");
  EXPECT_EQ(last.status, 201);
  EXPECT_TRUE(last.json.at("repeated"));
  close();
  auto store = sql::Store::open(place_->address()).value();
  EXPECT_TRUE(server::verify_ledger(*store));
  EXPECT_TRUE(server::verify_journal(*store));
}

// The operator sees what waits, for whom and since when; he need not wait for the next try of the system.
TEST_P(Waiting, TheOperatorAsksAgain) {
  clock_.pass(minutes(1));
  publish({}, 1);
  ASSERT_EQ(sign_in(*chief_).status, 201);
  std::string const chief = token_;
  sign_in_then_silence();
  auto const first = order();
  auto const second = order();
  ASSERT_EQ(second.status, 202) << second.json;
  std::string const number = first.json.at("document");
  std::string const queue = "/api/v1/operator/documents/waiting";
  std::string const target = "/api/v1/operator/documents/" + number + "/attention";
  auto const ask = [&](std::string const& key) {
    return send(http::Method::Post, target, {{"Idempotency-Key", key}}, "{}");
  };
  EXPECT_EQ(get(queue).json.at("code"), "OPERATOR_ONLY");
  EXPECT_EQ(ask("a").json.at("code"), "OPERATOR_ONLY");
  std::string const maker = std::exchange(token_, chief);
  auto const page = get(queue + "?limit=1").json;
  ASSERT_EQ(page.at("documents").size(), 1U) << page;
  Json const line = page.at("documents")[0];
  EXPECT_EQ(line.at("document"), number);
  EXPECT_EQ(line.at("kind"), "order_codes");
  EXPECT_EQ(line.at("tax_id"), "301234567");
  EXPECT_EQ(line.at("waits_for"), "authority");
  EXPECT_EQ(line.at("authority"), "Test Root");
  EXPECT_EQ(line.at("asked"), 1);
  EXPECT_EQ(line.at("received_at"), line.at("asked_at"));
  EXPECT_EQ(line.at("until"), rfc3339(UnixMs(clock_.now().value() + 72 * 3'600'000)));
  auto const rest = get(queue + "?after=" + page.at("next").get<std::string>()).json;
  ASSERT_EQ(rest.at("documents").size(), 1U) << rest;
  EXPECT_EQ(rest.at("documents")[0].at("document"), second.json.at("document"));

  auto const wanted = [&](std::string const& filter) {
    return get(queue + "?" + filter).json.at("documents").size();
  };
  EXPECT_EQ(wanted("waits_for=authority"), 2U);
  EXPECT_EQ(wanted("waits_for=verification_server"), 0U);
  EXPECT_EQ(wanted("tax_id=301234567"), 2U);
  EXPECT_EQ(wanted("tax_id=309999999"), 0U) << "nobody of this number";

  clock_.pass(minutes(1));
  auto const silent = ask("a");
  ASSERT_EQ(silent.status, 200) << silent.json;
  EXPECT_EQ(silent.json.at("document").at("status"), "waiting");
  EXPECT_EQ(silent.json.at("waiting").at("asked"), 2);
  EXPECT_EQ(silent.json.at("waiting").at("asked_at"), rfc3339(clock_.now()));
  EXPECT_EQ(silent.json.at("waiting").at("next_at"), line.at("next_at")) << "asking puts nothing off";
  EXPECT_EQ(ask("a").json.at("waiting").at("asked"), 2) << "the same call asks once";

  publish({});
  clock_.pass(minutes(1));
  auto const judged = ask("b");
  ASSERT_EQ(judged.status, 200) << judged.json;
  EXPECT_EQ(judged.json.at("document").at("status"), "accepted");
  EXPECT_FALSE(judged.json.contains("waiting"));
  EXPECT_EQ(ask("b").json, judged.json);
  EXPECT_EQ(ask("c").json.at("code"), "DOCUMENT_NOT_WAITING");
  EXPECT_EQ(send(http::Method::Post, "/api/v1/operator/documents/7/attention", {{"Idempotency-Key", "d"}})
                .json.at("code"),
            "DOCUMENT_UNKNOWN");
  EXPECT_EQ(get(queue).json.at("documents").size(), 1U);
  Json const queues = get("/api/v1/operator/queues").json.at("queues");
  auto const documents = std::find_if(queues.begin(), queues.end(),
                                      [](Json const& one) { return one.at("queue") == "documents"; });
  EXPECT_EQ(documents->at("count"), 1);
  EXPECT_EQ(documents->at("oldest"), rest.at("documents")[0].at("received_at"));
  token_ = maker;
  EXPECT_EQ(get("/api/v1/orders").json.at("orders").size(), 1U);
  close();
  auto store = sql::Store::open(place_->address()).value();
  EXPECT_TRUE(server::verify_journal(*store));
}

// The answer may be no, and it may never come: either way the sender gets a verdict.
TEST_P(Waiting, TheAnswerMayBeNo) {
  sign_in_then_silence();
  auto const sent = order();
  ASSERT_EQ(sent.status, 202) << sent.json;
  std::string const target = "/api/v1/documents/" + sent.json.at("document").get<std::string>();
  UnixMs const before = UnixMs(clock_.now().value() - 60'000);
  publish({revoked(before)});
  clock_.pass(minutes(6));
  auto const judged =
      eventually(target, [](Json const& document) { return document.value("status", "") == "rejected"; });
  EXPECT_EQ(judged.at("objections")[0].at("error"), "CERTIFICATE_REVOKED");
  EXPECT_TRUE(get("/api/v1/orders").json.at("orders").empty());
}

TEST_P(Waiting, NobodyWaitsForEver) {
  sign_in_then_silence();
  auto const sent = order();
  ASSERT_EQ(sent.status, 202) << sent.json;
  clock_.pass(std::chrono::hours(73));
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  clock_.pass(minutes(1));
  publish({}, 1);
  ASSERT_EQ(sign_in(*chief_).status, 201);
  silence();
  clock_.pass(minutes(10));
  std::string const target = "/api/v1/documents/" + sent.json.at("document").get<std::string>();
  auto const judged =
      eventually(target, [](Json const& document) { return document.value("status", "") == "rejected"; });
  EXPECT_EQ(judged.at("objections")[0].at("error"), "WAITED_TOO_LONG");
}

// An application whose authority is silent is taken, says for whom it waits, and goes on by itself.
TEST_P(Waiting, ApplicationsWaitForTheAuthority) {
  silence();
  auto const who = issue("Oq gul", "301234682");
  std::string const challenge =
      send(http::Method::Post, "/api/v1/applications/challenge").json.at("challenge");
  std::string const body = Json{
      {"challenge", challenge},
      {"email", "gul@example.uz"},
      {"phone", "+998901234567"},
      {"language", "uz"},
      {"consent", "2026-1"}}.dump();
  auto const cms = crypto::encode_base64(crypto::sign_detached(who, body, clock_.now()).value());
  auto const sent = send(http::Method::Post, "/api/v1/applications", {{"X-Signature", cms}}, body);
  ASSERT_EQ(sent.status, 201) << sent.json;
  EXPECT_EQ(sent.json.at("state"), "waiting");
  std::vector<std::string> waits;
  for (Json const& one : sent.json.at("findings")) waits.push_back(one.at("error"));
  // No extract was imported: the register is silent too.
  EXPECT_EQ(waits, (std::vector<std::string>{"AUTHORITY_SILENT", "REGISTER_SILENT"}));
}

INSTANTIATE_TEST_SUITE_P(Engines, Accepting, sql::testing::engines());
INSTANTIATE_TEST_SUITE_P(Engines, Waiting, sql::testing::engines());

}  // namespace
}  // namespace tamga::signatures
