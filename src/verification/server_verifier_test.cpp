// SPDX-License-Identifier: Apache-2.0
#include "verification/server_verifier.hpp"

#include <gtest/gtest.h>

#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"
#include "verification/errors.hpp"
#include "verification/testing/verification_server.hpp"

namespace tamga::verification {
namespace {

using namespace std::chrono_literals;
using crypto::testing::authority;
using crypto::testing::kNow;
using crypto::testing::later;
using crypto::testing::order;
using crypto::testing::signer;
using crypto::testing::trust;
using testing::VerificationServer;
using Json = nlohmann::json;

constexpr char const* kContent = "{\"kind\":\"ship\"}";

class HandClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return UnixMs(now_); }
  void pass(std::chrono::milliseconds time) { now_ += time.count(); }

 private:
  std::int64_t now_ = kNow.value();
};

class ServerVerifierTest : public ::testing::Test {
 protected:
  ServerVerifier ask(std::string url) {
    return ServerVerifier({.url = std::move(url),
                           .timeout = 800ms,
                           .patience = {.attempts = 2, .first_pause = 1ms, .longest_pause = 1ms},
                           .breaker = {.failures = 2, .pause = 30s}},
                          clock, rng, [](auto) {});
  }
  static std::string detached() { return crypto::sign_detached(signer(), kContent, kNow).value(); }
  static Error refusal(ServerVerifier const& verifier) {
    auto const result = verifier.verify_detached(detached(), kContent, kNow);
    return result ? Error(crypto::kCryptoFailed).log("accepted") : result.error();
  }
  HandClock clock;
  SystemRng rng;
};

// Whoever judges, what comes out is the same: signer, path, claimed time, content.
TEST_F(ServerVerifierTest, GivesWhatOurOwnVerifierGives) {
  VerificationServer const server(trust(), kNow);
  ServerVerifier const remote = ask(server.url());
  crypto::CmsVerifier const own(trust());
  auto const theirs = remote.verify_detached(detached(), kContent, kNow);
  ASSERT_TRUE(theirs) << describe(theirs.error());
  auto const ours = own.verify_detached(detached(), kContent, kNow).value();
  EXPECT_EQ(theirs->certificate.sha256(), ours.certificate.sha256());
  EXPECT_EQ(theirs->claimed_time, ours.claimed_time);
  EXPECT_EQ(theirs->scheme, ours.scheme);
  auto const attached = remote.verify_attached(crypto::sign_attached(signer(), kContent, kNow).value(), kNow);
  ASSERT_TRUE(attached) << describe(attached.error());
  EXPECT_EQ(attached->content, kContent);
  EXPECT_EQ(server.requests(), 2);
  EXPECT_EQ(remote.counters().answered, 2);
}

// Signatures of every family, with intermediate authorities and time stamps.
TEST_F(ServerVerifierTest, EveryFamily) {
  for (crypto::testing::Family const& family : crypto::testing::kFamilies) {
    if (family.key >= crypto::KeyAlgorithm::Gost256 && !crypto::load_engine_algorithms()) continue;
    VerificationServer const server(trust(family.key), kNow);
    ServerVerifier const remote = ask(server.url());
    auto wanted = order(family.key);
    auto const who = authority(family.key).issue(wanted).value();
    wanted.use = crypto::CertificateUse::TimeStamps;
    auto const watch = authority(family.key).issue(wanted).value();
    auto const cms = crypto::add_time_stamp(crypto::sign_detached(who, kContent, kNow).value(), watch,
                                            crypto::testing::day("2026-02-20"));
    ASSERT_TRUE(cms);
    auto const found = remote.verify_detached(*cms, kContent, kNow);
    ASSERT_TRUE(found) << family.scheme << ' ' << describe(found.error());
    EXPECT_EQ(found->scheme, family.scheme);
    ASSERT_TRUE(found->time_stamp);
    EXPECT_EQ(found->time_stamp->time, crypto::testing::day("2026-02-20"));
  }
}

// Every status of the contract has its own name here.
TEST_F(ServerVerifierTest, StatusesBecomeErrors) {
  VerificationServer server(trust(), kNow);
  ServerVerifier const remote = ask(server.url());
  for (auto const& [status, name] :
       {std::pair{-1, "REVOCATION_UNKNOWN"}, std::pair{-5, "SIGNING_TIME_WRONG"},
        std::pair{-10, "CMS_SIGNATURE_WRONG"}, std::pair{-11, "CERTIFICATE_UNTRUSTED"},
        std::pair{-12, "CERTIFICATE_EXPIRED"}, std::pair{-20, "REVOCATION_UNKNOWN"},
        std::pair{-21, "CMS_TIME_STAMP_WRONG"}, std::pair{-22, "CMS_TIME_STAMP_WRONG"},
        std::pair{-23, "CMS_TIME_STAMP_WRONG"}, std::pair{-99, "VERIFICATION_ANSWER"},
        std::pair{0, "VERIFICATION_ANSWER"}}) {
    server.answer_status(status);
    EXPECT_EQ(refusal(remote).name(), name) << status;
  }
  server.answer_status(std::nullopt);
  EXPECT_TRUE(remote.verify_detached(detached(), "{}", kNow).error().is(crypto::kCmsSignatureWrong));
  EXPECT_TRUE(remote.verify_detached("hello", kContent, kNow).error().is(crypto::kCmsMalformed));
}

// A yes that is not about this signature is no yes.
TEST_F(ServerVerifierTest, AnswersMustFitTheSignature) {
  VerificationServer server(trust(), kNow);
  ServerVerifier const remote = ask(server.url());
  for (auto const& [change, name] :
       {std::pair{Json{{"signerId", {{"subjectSerialNumber", "77"}}}}, "VERIFICATION_ANSWER"},
        std::pair{Json{{"signerId", nullptr}}, "VERIFICATION_ANSWER"},
        std::pair{Json{{"verified", false}}, "CMS_SIGNATURE_WRONG"},
        std::pair{Json{{"verified", "yes"}}, "CMS_SIGNATURE_WRONG"},
        std::pair{Json{{"certificateVerified", nullptr}}, "CERTIFICATE_UNTRUSTED"},
        std::pair{Json{{"certificateValidAtSigningTime", false}}, "CERTIFICATE_EXPIRED"},
        std::pair{Json{{"revokedStatusInfo", {{"reason", "keyCompromise"}}}}, "CERTIFICATE_REVOKED"},
        std::pair{Json{{"OCSPResponse", "%%%"}}, "VERIFICATION_ANSWER"}}) {
    server.change_signer(change);
    EXPECT_EQ(refusal(remote).name(), name) << change;
  }
  server.change_signer(Json{{"verified", "true"}});
  EXPECT_TRUE(remote.verify_detached(detached(), kContent, kNow));
  server.change_content("another text");
  auto const attached = crypto::sign_attached(signer(), kContent, kNow).value();
  EXPECT_TRUE(remote.verify_attached(attached, kNow).error().is(kVerificationAnswer));
}

// What the server refuses as garbage is the sender's fault and opens no breaker; a server that is down costs
// two time-outs, then nobody waits for it, and after the pause it is asked again.
TEST_F(ServerVerifierTest, ASilentServerIsLeftAlone) {
  VerificationServer server(trust(), kNow);
  ServerVerifier const remote = ask(server.url());
  server.answer_http(400);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(refusal(remote).is(crypto::kCmsMalformed));
  server.answer_http(503);
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(refusal(remote).is(crypto::kVerificationUnreachable));
  int const asked = server.requests();
  EXPECT_TRUE(refusal(remote).is(crypto::kVerificationUnreachable));
  EXPECT_EQ(server.requests(), asked);
  EXPECT_EQ(remote.counters().paused, 1);
  server.answer_http(std::nullopt);
  clock.pass(31s);
  EXPECT_TRUE(remote.verify_detached(detached(), kContent, kNow));
  EXPECT_TRUE(refusal(ask("http://127.0.0.1:1")).is(crypto::kVerificationUnreachable));
}

// Form is judged before anybody is asked.
TEST_F(ServerVerifierTest, FormIsOurs) {
  VerificationServer const server(trust(), kNow);
  ServerVerifier const remote = ask(server.url());
  auto const attached = crypto::sign_attached(signer(), kContent, kNow).value();
  EXPECT_TRUE(remote.verify_detached(attached, kContent, kNow).error().is(crypto::kCmsContentAttached));
  EXPECT_TRUE(remote.verify_attached(detached(), kNow).error().is(crypto::kCmsContentMissing));
  EXPECT_TRUE(
      remote.verify_detached(std::string(2 << 20, 'x'), kContent, kNow).error().is(crypto::kCmsTooLarge));
  EXPECT_EQ(server.requests(), 0);
}

// The responder's answer that the server used is kept as evidence.
TEST_F(ServerVerifierTest, EvidenceComesAlong) {
  VerificationServer server(trust(), kNow);
  ServerVerifier const remote = ask(server.url());
  server.change_signer(Json{{"OCSPResponse", "MAMKAQY="},
                            {"statusUpdatedAt", "2026-02-28 23:00:00"},
                            {"statusNextUpdateAt", "2026-03-01 23:00:00"}});
  auto const found = remote.verify_detached(detached(), kContent, kNow).value();
  ASSERT_EQ(found.revocation.size(), 1U);
  EXPECT_EQ(found.revocation.front().status, crypto::RevocationStatus::Good);
  EXPECT_EQ(*found.revocation.front().evidence, std::string("\x30\x03\x0A\x01\x06", 5));
  EXPECT_EQ(found.revocation.front().issued_at, later(kNow, -60));
  EXPECT_EQ(found.revocation.front().next_update, later(kNow, 23 * 60));
}

}  // namespace
}  // namespace tamga::verification
