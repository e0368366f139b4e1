// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>

#include "crypto/cms.hpp"
#include "crypto/der.hpp"
#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"
#include "crypto/testing_message.hpp"

// Bad time stamps and revoked certificates, in every family of keys.
namespace tamga::crypto {
namespace {

using namespace testing;

constexpr std::string_view kContent = "{\"kind\":\"ship\"}";
constexpr char const* kListUrl = "http://crl.example/list.crl";

/// An authority's list, or silence.
class Lists final : public Fetcher {
 public:
  Result<std::string> fetch(FetchRequest const&) override {
    if (list.empty()) return fail(Error(kFetchFailed).with("url", kListUrl));
    return list;
  }
  std::string list;
};

class BadStamps : public ::testing::TestWithParam<Family> {
 protected:
  [[nodiscard]] SigningIdentity issue(std::function<void(CertificateOrder&)> const& change = {}) const {
    CertificateOrder wanted = order(GetParam().key);
    if (change) change(wanted);
    return authority(GetParam().key).issue(wanted).value();
  }
  [[nodiscard]] SigningIdentity watch() const {
    return issue([](auto& o) { o.use = CertificateUse::TimeStamps; });
  }
  [[nodiscard]] std::string message() const { return sign_detached(who_, kContent, kNow).value(); }
  [[nodiscard]] static std::string stamped(std::string const& cms, SigningIdentity const& by,
                                           UnixMs at = day("2026-02-20")) {
    return add_time_stamp(cms, by, at).value();
  }
  [[nodiscard]] std::string refusal(std::string const& cms, UnixMs at = kNow) const {
    CmsVerifier const verifier(trust(GetParam().key));
    auto const result = verifier.verify_detached(cms, kContent, at);
    return result ? "accepted" : std::string(result.error().name());
  }
  /// A message with the unsigned attributes of another.
  [[nodiscard]] static std::string with_stamp_of(std::string const& cms, std::string const& other) {
    MessageParts parts = take_apart(cms);
    parts.signers.front().unsigned_ones = take_apart(other).signers.front().unsigned_ones;
    return put_together(parts);
  }
  static std::string unsigned_attribute(std::vector<std::string> const& values) {
    return der::wrap(0xA1, attribute(kTimeStampOid, values));
  }
  SigningIdentity who_ = issue();
};

// A stamp that is wrong is an error, not a missing one; each of these would move the moment of a signature.
TEST_P(BadStamps, WrongStampsAreRefused) {
  std::string const cms = message();
  ASSERT_EQ(refusal(stamped(cms, watch())), "accepted");
  EXPECT_EQ(refusal(with_stamp_of(cms, stamped(sign_detached(who_, "other", kNow).value(), watch()))),
            "CMS_TIME_STAMP_WRONG");
  EXPECT_EQ(refusal(stamped(cms, watch(), later(kNow, 10))), "CMS_TIME_STAMP_WRONG") << "future";
  EXPECT_EQ(refusal(stamped(cms, issue())), "CMS_TIME_STAMP_WRONG") << "not a watch";
  EXPECT_EQ(refusal(stamped(cms, watch(), day("2025-06-01"))), "CMS_TIME_STAMP_WRONG") << "watch not valid";
  auto const stranger = TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01"), GetParam().key);
  CertificateOrder wanted = order(GetParam().key);
  wanted.use = CertificateUse::TimeStamps;
  EXPECT_EQ(refusal(stamped(cms, stranger->issue(wanted).value())), "CMS_TIME_STAMP_WRONG") << "stranger";
  EXPECT_EQ(refusal(stamped(stamped(cms, watch()), watch())), "CMS_TIME_STAMP_WRONG") << "two stamps";

  MessageParts parts = take_apart(cms);
  for (std::vector<std::string> const& values : {std::vector<std::string>{},
                                                 {der::wrap(0x04, "x")},
                                                 {der::wrap(der::kSequence, "")},
                                                 {cms},
                                                 {cms, cms}}) {
    parts.signers.front().unsigned_ones = unsigned_attribute(values);
    std::string const said = refusal(put_together(parts));
    EXPECT_TRUE(said == "CMS_TIME_STAMP_WRONG" || said == "CMS_MALFORMED") << said;
  }
  parts = take_apart(stamped(cms, watch()));
  std::string& token = parts.signers.front().unsigned_ones;
  token[token.size() - 5] ^= 1;
  EXPECT_EQ(refusal(put_together(parts)), "CMS_TIME_STAMP_WRONG") << "bit";
}

// The stamp's time decides whether the certificate was good, in both directions.
TEST_P(BadStamps, TheStampIsTheMoment) {
  auto const early = issue([](auto& o) { o.not_after = day("2026-02-25"); });
  auto const cms = sign_detached(early, kContent, day("2026-02-20")).value();
  EXPECT_EQ(refusal(cms), "CERTIFICATE_EXPIRED");
  EXPECT_EQ(refusal(stamped(cms, watch())), "accepted");
  EXPECT_EQ(refusal(stamped(cms, watch(), day("2026-02-26"))), "CERTIFICATE_EXPIRED");
  auto const fresh = issue([](auto& o) { o.not_before = day("2026-02-25"); });
  EXPECT_EQ(refusal(stamped(sign_detached(fresh, kContent, kNow).value(), watch())),
            "CERTIFICATE_NOT_YET_VALID");
}

// Revoked before, revoked after, nobody answers, a list of the past, of the future, of somebody else.
TEST_P(BadStamps, RevocationIsJudgedByTheMoment) {
  auto const& ca = authority(GetParam().key);
  auto const named = issue([](auto& o) { o.list_url = kListUrl; });
  auto const cms = sign_detached(named, kContent, kNow).value();
  auto const list = [&](UnixMs revoked_at, UnixMs from = kNow, int days = 1) {
    RevokedSerial const one{named.certificate().serial_hex(), revoked_at, 1};
    return ca.revocation_list(std::vector{one}, from, later(from, days * 24 * 60)).value();
  };
  auto const empty = [&](UnixMs from) { return ca.revocation_list({}, from, later(from, 24 * 60)).value(); };
  auto const said = [&](std::string bytes, WhenUnreachable policy = WhenUnreachable::Refuse) {
    auto const lists = std::make_shared<Lists>();
    lists->list = std::move(bytes);
    CmsVerifier const verifier(
        trust(GetParam().key), {},
        std::make_shared<RevocationChecker>(lists, RevocationOptions{.when_unreachable = policy}));
    auto const result = verifier.verify_detached(cms, kContent, kNow);
    return result ? "accepted" : std::string(result.error().name());
  };
  EXPECT_EQ(said(list(later(kNow, -1))), "CERTIFICATE_REVOKED");
  EXPECT_EQ(said(list(kNow)), "CERTIFICATE_REVOKED");
  EXPECT_EQ(said(list(later(kNow, 1))), "accepted");
  EXPECT_EQ(said(""), "REVOCATION_UNKNOWN");
  EXPECT_EQ(said("garbage"), "REVOCATION_UNKNOWN");
  EXPECT_EQ(said(empty(day("2026-01-01"))), "REVOCATION_UNKNOWN") << "of the past";
  EXPECT_EQ(said(empty(day("2026-04-01"))), "REVOCATION_UNKNOWN") << "of the future";
  auto const stranger = TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01"), GetParam().key);
  EXPECT_EQ(said(stranger->revocation_list({}, kNow, later(kNow, 60)).value()), "REVOCATION_UNKNOWN");
  std::string flipped = list(later(kNow, 1));
  flipped[flipped.size() - 3] ^= 1;
  EXPECT_EQ(said(flipped), "REVOCATION_UNKNOWN") << "a bit of the list";
  EXPECT_EQ(said("", WhenUnreachable::Grace), "REVOCATION_UNKNOWN") << "never answered";
  EXPECT_EQ(said("", WhenUnreachable::Accept), "accepted") << "with the status unknown";
}

INSTANTIATE_TEST_SUITE_P(All, BadStamps, ::testing::ValuesIn(kFamilies), [](auto const& one) {
  std::string name;
  for (char const c : std::string_view(one.param.scheme))
    if (c != '-') name.push_back(c);
  return name;
});

}  // namespace
}  // namespace tamga::crypto
