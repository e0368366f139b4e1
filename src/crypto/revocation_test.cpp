// SPDX-License-Identifier: Apache-2.0
#include "crypto/revocation.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "crypto/cms.hpp"
#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

using testing::authority;
using testing::day;
using testing::kNow;
using testing::later;
using testing::order;
using testing::trust;
using namespace std::chrono_literals;

constexpr char const* kListUrl = "http://crl.example/list.crl";
constexpr char const* kAnswerUrl = "http://ocsp.example/";
constexpr int kKeyCompromise = 1;

/// The services of authorities as tests want them; one that has nothing to say is down.
class Services final : public Fetcher {
 public:
  std::function<std::string()> list;
  std::function<std::string(std::string const& question)> answer;
  int lists = 0;
  int answers = 0;

  Result<std::string> fetch(FetchRequest const& request) override {
    if (request.url == kListUrl) {
      ++lists;
      if (list) return list();
    }
    if (request.url == kAnswerUrl) {
      ++answers;
      if (answer) return answer(request.body);
    }
    return fail(Error(kFetchFailed).with("url", request.url));
  }
};

class RevocationOf : public ::testing::TestWithParam<testing::Family> {
 protected:
  [[nodiscard]] TestCa const& ca() const { return authority(GetParam().key); }
  [[nodiscard]] std::vector<Certificate> path(bool lists, bool answers) const {
    CertificateOrder wanted = order(GetParam().key);
    if (lists) wanted.list_url = kListUrl;
    if (answers) wanted.answer_url = kAnswerUrl;
    return {ca().issue(wanted).value().certificate(), ca().root()};
  }
  [[nodiscard]] std::function<std::string()> list_of(std::vector<RevokedSerial> revoked,
                                                     UnixMs issued = kNow) const {
    return [this, revoked, issued] {
      return ca().revocation_list(revoked, issued, later(issued, 24 * 60)).value();
    };
  }
  [[nodiscard]] std::function<std::string(std::string const&)> answer_of(std::vector<RevokedSerial> revoked,
                                                                         UnixMs issued = kNow) const {
    return [this, revoked, issued](std::string const& question) {
      return ca().status_answer(question, ca().identity(), revoked, issued, later(issued, 24 * 60)).value();
    };
  }

  std::shared_ptr<Services> services_ = std::make_shared<Services>();
};
class Revocations : public RevocationOf {};

RevokedSerial revoked(Certificate const& certificate, char const* date = "2026-02-15") {
  return {certificate.serial_hex(), day(date), kKeyCompromise};
}

// In every family of keys, from a list and from a responder, good is told from revoked; what was said is
// kept.
TEST_P(RevocationOf, ListsAndAnswersAreBelieved) {
  for (bool const by_list : {true, false}) {
    auto const good = path(by_list, !by_list);
    auto const bad = path(by_list, !by_list);
    services_->list = list_of({revoked(bad[0])});
    services_->answer = answer_of({revoked(bad[0])});
    RevocationChecker checker(services_, {});
    auto const fine = checker.check(good, kNow, kNow);
    ASSERT_TRUE(fine) << describe(fine.error());
    ASSERT_EQ(fine->size(), 1U);
    EXPECT_EQ(fine->front().status, RevocationStatus::Good);
    EXPECT_EQ(fine->front().source, by_list ? RevocationSource::List : RevocationSource::Answer);
    EXPECT_EQ(fine->front().issued_at, kNow);
    ASSERT_NE(fine->front().evidence, nullptr);
    EXPECT_GT(fine->front().evidence->size(), 100U);
    auto const refused = checker.check(bad, kNow, kNow);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(kCertificateRevoked)) << describe(refused.error());
    EXPECT_NE(describe(refused.error()).find("2026-02-15"), std::string::npos);
    EXPECT_NE(describe(refused.error()).find("keyCompromise"), std::string::npos);
  }
}

// What somebody else signed is nothing: an authority of the same name, a person of the right authority.
TEST_P(RevocationOf, ForgedStatementsAreNotBelieved) {
  auto const stranger =
      TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01"), GetParam().key).value();
  auto const person = ca().issue(order(GetParam().key)).value();
  services_->list = [&] { return stranger.revocation_list({}, kNow, later(kNow, 60)).value(); };
  services_->answer = [&](std::string const& question) {
    return ca().status_answer(question, person, {}, kNow, later(kNow, 60)).value();
  };
  RevocationChecker checker(services_, {});
  auto const result = checker.check(path(true, true), kNow, kNow);
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(kRevocationUnknown));
  EXPECT_EQ(services_->lists + services_->answers, 2);
}

// A responder with a certificate of the authority for this purpose speaks for it.
TEST_P(RevocationOf, DelegatesMayAnswer) {
  CertificateOrder wanted = order(GetParam().key);
  wanted.use = CertificateUse::StatusAnswers;
  auto const responder = ca().issue(wanted).value();
  services_->answer = [&](std::string const& question) {
    return ca().status_answer(question, responder, {}, kNow, later(kNow, 60)).value();
  };
  RevocationChecker checker(services_, {});
  auto const result = checker.check(path(false, true), kNow, kNow);
  ASSERT_TRUE(result) << describe(result.error());
  EXPECT_EQ(result->front().source, RevocationSource::Answer);
}

INSTANTIATE_TEST_SUITE_P(All, RevocationOf, ::testing::ValuesIn(testing::kFamilies));
INSTANTIATE_TEST_SUITE_P(P256, Revocations, ::testing::Values(testing::kFamilies[0]));

// A dead service: three policies, and never silently good.
TEST_P(Revocations, PoliciesOfSilence) {
  auto const chain = path(true, true);
  auto const with = [&](WhenUnreachable what) {
    RevocationOptions options;
    options.when_unreachable = what;
    options.grace = 48h;
    return RevocationChecker(services_, options);
  };
  for (auto const what : {WhenUnreachable::Refuse, WhenUnreachable::Grace}) {
    auto checker = with(what);
    EXPECT_TRUE(checker.check(chain, kNow, kNow).error().is(kRevocationUnknown));
  }
  auto tolerant = with(WhenUnreachable::Accept);
  auto const unknown = tolerant.check(chain, kNow, kNow);
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->front().status, RevocationStatus::Unknown);

  auto graceful = with(WhenUnreachable::Grace);
  services_->answer = answer_of({});
  ASSERT_TRUE(graceful.check(chain, kNow, kNow));
  services_->answer = nullptr;
  auto const in_grace = graceful.check(chain, later(kNow, 47 * 60), kNow);
  ASSERT_TRUE(in_grace) << describe(in_grace.error());
  EXPECT_EQ(in_grace->front().status, RevocationStatus::Good);
  EXPECT_TRUE(in_grace->front().late);
  EXPECT_TRUE(graceful.check(chain, later(kNow, 49 * 60), kNow).error().is(kRevocationUnknown));
}

// Answers are asked for once until they are due, lists too; a service that fails is left alone for a while.
TEST_P(Revocations, AskSeldom) {
  auto const by_answer = path(false, true);
  auto const by_list = path(true, false);
  services_->answer = answer_of({});
  services_->list = list_of({});
  RevocationChecker checker(services_, {});
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(checker.check(by_answer, kNow, kNow));
    EXPECT_TRUE(checker.check(by_list, kNow, kNow));
  }
  EXPECT_EQ(services_->answers, 1);
  EXPECT_EQ(services_->lists, 1);
  EXPECT_TRUE(checker.check(by_answer, later(kNow, 61), kNow));
  EXPECT_TRUE(checker.check(by_list, later(kNow, 61), kNow));
  EXPECT_EQ(services_->answers, 2);
  EXPECT_EQ(services_->lists, 2);

  services_->answer = nullptr;
  services_->list = nullptr;
  for (int i = 0; i < 3; ++i) {  // what we have holds for a day
    EXPECT_TRUE(checker.check(by_answer, later(kNow, 125), kNow));
    EXPECT_TRUE(checker.check(by_list, later(kNow, 125), kNow));
  }
  EXPECT_EQ(services_->answers, 3);
  EXPECT_EQ(services_->lists, 3);
}

// A list whose time has passed says nothing, and an older one does not replace a newer one.
TEST_P(Revocations, OldListsAreNotBelieved) {
  auto const chain = path(true, false);
  services_->list = list_of({}, day("2026-02-01"));
  RevocationChecker checker(services_, {});
  EXPECT_TRUE(checker.check(chain, kNow, kNow).error().is(kRevocationUnknown));
  services_->list = list_of({revoked(chain[0])}, kNow);
  EXPECT_TRUE(checker.check(chain, later(kNow, 1), kNow).error().is(kCertificateRevoked));
  services_->list = list_of({}, later(kNow, -60));
  EXPECT_TRUE(checker.check(chain, later(kNow, 120), kNow).error().is(kCertificateRevoked));
}

// An answer given to somebody else, or before, is not ours.
TEST_P(Revocations, AnswersAreNotReplayed) {
  auto const chain = path(false, true);
  std::string kept;
  auto const honest = answer_of({});
  services_->answer = [&](std::string const& question) { return kept = honest(question); };
  RevocationOptions options;
  options.refresh_after = 1min;
  RevocationChecker checker(services_, options);
  EXPECT_TRUE(checker.check(chain, kNow, kNow));
  services_->answer = [&](std::string const&) { return kept; };
  RevocationChecker second(services_, options);
  EXPECT_TRUE(second.check(chain, kNow, kNow).error().is(kRevocationUnknown));
  services_->answer = [&](std::string const&) { return kept + "x"; };
  RevocationChecker third(services_, options);
  EXPECT_TRUE(third.check(chain, kNow, kNow).error().is(kRevocationUnknown));
}

// A responder that does not answer leaves the list to speak.
TEST_P(Revocations, ListsStandIn) {
  auto const chain = path(true, true);
  services_->list = list_of({revoked(chain[0])});
  RevocationChecker checker(services_, {});
  EXPECT_TRUE(checker.check(chain, kNow, kNow).error().is(kCertificateRevoked));
}

// Lists out of files work without a network, and one that names the certificate outweighs every answer.
TEST_P(Revocations, ListsFromFiles) {
  auto const chain = path(false, true);
  RevocationChecker offline(nullptr, {});
  EXPECT_TRUE(offline.check(chain, kNow, kNow).error().is(kRevocationUnknown));
  ASSERT_TRUE(offline.add_list(list_of({})(), {ca().root()}));
  EXPECT_TRUE(offline.check(chain, kNow, kNow));
  EXPECT_TRUE(offline.check(chain, day("2026-04-01"), kNow).error().is(kRevocationUnknown));
  auto const stranger = TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01")).value();
  EXPECT_TRUE(offline.add_list(list_of({})(), {stranger.root()}).error().is(kRevocationListMalformed));
  EXPECT_TRUE(offline.add_list("hello", {ca().root()}).error().is(kRevocationListMalformed));

  services_->answer = answer_of({});
  RevocationChecker both(services_, {});
  ASSERT_TRUE(both.add_list(list_of({revoked(chain[0])}, day("2026-01-15"))(), {ca().root()}));
  EXPECT_TRUE(both.check(chain, kNow, kNow).error().is(kCertificateRevoked));
}

// An authority that was revoked takes its people with it.
TEST_P(Revocations, AuthoritiesAreLookedAtToo) {
  CertificateOrder wanted = order();
  wanted.use = CertificateUse::Authority;
  wanted.list_url = kListUrl;
  SigningIdentity const middle = ca().issue(wanted).value();
  CertificateOrder below = order();
  below.answer_url = kAnswerUrl;
  SigningIdentity const leaf = TestCa(middle).issue(below).value();
  services_->list = list_of({revoked(middle.certificate())});
  services_->answer = [&](std::string const& question) {
    return TestCa(middle).status_answer(question, middle, {}, kNow, later(kNow, 60)).value();
  };
  RevocationChecker checker(services_, {});
  auto const result = checker.check({leaf.certificate(), middle.certificate(), ca().root()}, kNow, kNow);
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(kCertificateRevoked)) << describe(result.error());
}

// A verified signature brings its evidence along; a revoked signer is refused, unless a time stamp proves
// that he signed before.
TEST_P(Revocations, SignaturesAreJudgedAtTheirTime) {
  CertificateOrder wanted = order();
  wanted.answer_url = kAnswerUrl;
  SigningIdentity const signer = ca().issue(wanted).value();
  wanted.use = CertificateUse::TimeStamps;
  SigningIdentity const clock = ca().issue(wanted).value();
  auto const checker = std::make_shared<RevocationChecker>(services_, RevocationOptions{});
  CmsVerifier const verifier(trust(), {}, checker);
  std::string const message = sign_detached(signer, "x", kNow).value();

  services_->answer = answer_of({});
  auto const good = verifier.verify_detached(message, "x", kNow);
  ASSERT_TRUE(good) << describe(good.error());
  ASSERT_EQ(good->revocation.size(), 1U);
  EXPECT_NE(good->revocation.front().evidence, nullptr);

  services_->answer = answer_of({revoked(signer.certificate())}, later(kNow, 120));
  UnixMs const then = later(kNow, 120);
  EXPECT_TRUE(verifier.verify_detached(message, "x", then).error().is(kCertificateRevoked));
  auto const before = add_time_stamp(message, clock, day("2026-02-14")).value();
  auto const stamped = verifier.verify_detached(before, "x", then);
  ASSERT_TRUE(stamped) << describe(stamped.error());
  EXPECT_EQ(stamped->revocation.front().status, RevocationStatus::Revoked);
  EXPECT_EQ(stamped->time_stamp->time, day("2026-02-14"));
  EXPECT_EQ(stamped->time_stamp->revocation.size(), 1U);
  auto const after = add_time_stamp(message, clock, day("2026-02-16")).value();
  EXPECT_TRUE(verifier.verify_detached(after, "x", then).error().is(kCertificateRevoked));
}

}  // namespace
}  // namespace tamga::crypto
