// SPDX-License-Identifier: Apache-2.0
#include "crypto/time_stamp.hpp"

#include <gtest/gtest.h>

#include "crypto/cms.hpp"
#include "crypto/cms_attributes.hpp"
#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

using testing::authority;
using testing::day;
using testing::kNow;
using testing::later;
using testing::order;
using testing::signer;
using testing::trust;

constexpr std::string_view kContent = "3f0c2f4e-0000-4000-8000-000000000001";

SigningIdentity clock_of(KeyAlgorithm key, CertificateUse use = CertificateUse::TimeStamps) {
  CertificateOrder wanted = order(key);
  wanted.subject = {};
  wanted.subject.common_name = "Test Clock";
  wanted.use = use;
  return authority(key).issue(wanted).value();
}

Result<Signer> verify(std::string_view cms, UnixMs at = kNow, KeyAlgorithm key = KeyAlgorithm::P256) {
  return CmsVerifier(trust(key)).verify_detached(cms, kContent, at);
}

bool is_wrong(std::string_view cms) {
  auto const result = verify(cms);
  return !result && result.error().is(kCmsTimeStampWrong);
}

CmsPtr parsed(std::string_view cms) {
  unsigned char const* position = bytes_of(cms);
  return CmsPtr(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(cms.size())));
}

std::string with_token(std::string_view cms, std::string_view token) {
  CmsPtr const message = parsed(cms);
  CMS_SignerInfo* const info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(message.get()), 0);
  CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(),
                                static_cast<int>(token.size()));
  return der_of(message.get(),
                [](CMS_ContentInfo const* in, unsigned char** out) { return i2d_CMS_ContentInfo(in, out); });
}

std::string token_of(std::string_view cms) {
  CmsPtr const message = parsed(cms);
  CMS_SignerInfo* const info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(message.get()), 0);
  X509_ATTRIBUTE* const attribute =
      CMS_unsigned_get_attr(info, CMS_unsigned_get_attr_by_NID(info, NID_id_smime_aa_timeStampToken, -1));
  return std::string(view_of(value_of<ASN1_STRING>(attribute, V_ASN1_SEQUENCE)));
}

std::string message() { return sign_detached(signer(), kContent, kNow).value(); }

// In every family of keys the stamp tells when, by whom and under which policy.
TEST(TimeStamp, TellsTheTime) {
  for (testing::Family const& family : testing::kFamilies) {
    SigningIdentity const person = authority(family.key).issue(order(family.key)).value();
    SigningIdentity const clock = clock_of(family.key);
    std::string const plain = sign_detached(person, kContent, kNow).value();
    EXPECT_FALSE(verify(plain, kNow, family.key).value().time_stamp);
    auto const result = verify(add_time_stamp(plain, clock, day("2026-02-20")).value(), kNow, family.key);
    ASSERT_TRUE(result) << family.scheme << describe(result.error());
    ASSERT_TRUE(result->time_stamp);
    EXPECT_EQ(result->time_stamp->time, day("2026-02-20"));
    EXPECT_EQ(result->time_stamp->authority.sha256(), clock.certificate().sha256());
    EXPECT_EQ(result->time_stamp->policy, "1.2.3.4.1");
  }
}

// A certificate that has run out since is judged at the time of the stamp.
TEST(TimeStamp, KeepsOldSignaturesGood) {
  std::string const stamped = add_time_stamp(message(), clock_of(KeyAlgorithm::P256), kNow).value();
  EXPECT_TRUE(verify(message(), day("2027-06-01")).error().is(kCertificateExpired));
  auto const result = verify(stamped, day("2027-06-01"));
  EXPECT_TRUE(result) << describe(result.error());
  std::string const early =
      add_time_stamp(message(), clock_of(KeyAlgorithm::P256), day("2025-12-01")).value();
  EXPECT_TRUE(is_wrong(early));  // the clock itself was not valid then
}

TEST(TimeStamp, OfAnotherSignatureIsRefused) {
  std::string const other = add_time_stamp(message(), clock_of(KeyAlgorithm::P256), kNow).value();
  std::string const fresh = sign_detached(signer(), kContent, later(kNow, 1)).value();
  EXPECT_TRUE(is_wrong(with_token(fresh, token_of(other))));
}

TEST(TimeStamp, OnlyFromThoseWhoStamp) {
  EXPECT_TRUE(is_wrong(add_time_stamp(message(), signer(), kNow).value()));
  EXPECT_TRUE(is_wrong(
      add_time_stamp(message(), clock_of(KeyAlgorithm::P256, CertificateUse::StatusAnswers), kNow).value()));
  auto const stranger = TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01")).value();
  CertificateOrder wanted = order();
  wanted.use = CertificateUse::TimeStamps;
  EXPECT_TRUE(is_wrong(add_time_stamp(message(), stranger.issue(wanted).value(), kNow).value()));
}

TEST(TimeStamp, OfTheFutureIsRefused) {
  SigningIdentity const clock = clock_of(KeyAlgorithm::P256);
  EXPECT_TRUE(verify(add_time_stamp(message(), clock, later(kNow, 4)).value()));
  EXPECT_TRUE(is_wrong(add_time_stamp(message(), clock, later(kNow, 6)).value()));
}

// Two stamps contradict each other; something else in their place is no stamp; neither is ignored.
TEST(TimeStamp, MustBeOneToken) {
  std::string const stamped = add_time_stamp(message(), clock_of(KeyAlgorithm::P256), kNow).value();
  EXPECT_TRUE(is_wrong(with_token(stamped, token_of(stamped))));
  EXPECT_TRUE(is_wrong(with_token(message(), "\x30\x03\x02\x01\x01")));
  EXPECT_TRUE(is_wrong(with_token(message(), message())));
}

// Whatever bit of the token changes, the stamp is refused or tells the same.
TEST(TimeStamp, NoBitCanBeFlipped) {
  std::string const good = add_time_stamp(message(), clock_of(KeyAlgorithm::P256), kNow).value();
  std::string const token = token_of(good);
  auto const place = good.find(token);
  ASSERT_NE(place, std::string::npos);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < token.size(); i += 3) {
    std::string bad = good;
    bad[place + i] = static_cast<char>(bad[place + i] ^ (1 << (i * 5 % 8)));
    auto const result = verify(bad);
    if (!result) {
      ++refused;
      continue;
    }
    ASSERT_TRUE(result->time_stamp) << i;
    EXPECT_EQ(result->time_stamp->time, kNow) << i;
  }
  EXPECT_GT(refused, token.size() / 3 - 30);
}

}  // namespace
}  // namespace tamga::crypto
