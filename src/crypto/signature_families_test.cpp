// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/rsa.h>

#include <atomic>
#include <thread>
#include <vector>

#include "crypto/cms.hpp"
#include "crypto/der.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/ozdst_form.hpp"
#include "crypto/signature_scheme.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

using testing::authority;
using testing::day;
using testing::Family;
using testing::kNow;
using testing::order;
using testing::trust;

constexpr std::string_view kContent = "3f0c2f4e-0000-4000-8000-000000000001";

/// The same message in BER, as E-IMZO writes it: every constructed element down to the certificates has an
/// indefinite length, and the content comes in pieces.
std::string indefinite(std::string_view element, int depth) {
  auto const tag = static_cast<unsigned char>(element[0]);
  std::string_view rest = element;
  std::string_view const body = der::take(rest)->body;
  std::string inner;
  bool const splits = tag == 0x04 && depth >= 5 && body.size() > 8;
  if (splits) {
    inner = der::wrap(0x04, body.substr(0, 7)) + der::wrap(0x04, body.substr(7));
  } else if ((tag & 0x20) == 0 || (depth == 4 && tag == 0x30)) {
    return std::string(element);
  } else {
    for (std::string_view left = body; !left.empty();) {
      std::string_view const next = der::take(left)->whole;
      // Signers' infos keep their form: the attributes in them are signed as DER.
      inner += tag == 0x31 ? std::string(next) : indefinite(next, depth + 1);
    }
  }
  return std::string(1, static_cast<char>(splits ? 0x24 : tag)) + '\x80' + inner + std::string(2, '\0');
}

class Families : public ::testing::TestWithParam<Family> {
 protected:
  [[nodiscard]] CmsVerifier verifier() const { return CmsVerifier(trust(GetParam().key)); }
  [[nodiscard]] Error refusal(std::string_view cms, std::string_view content = kContent,
                              UnixMs at = kNow) const {
    auto const result = verifier().verify_detached(cms, content, at);
    return result ? Error(kCryptoFailed).log("accepted") : result.error();
  }
  [[nodiscard]] SigningIdentity issue(auto&& change) const {
    CertificateOrder wanted = order(GetParam().key);
    change(wanted);
    return authority(GetParam().key).issue(wanted).value();
  }
  [[nodiscard]] SigningIdentity person() const {
    return issue([](CertificateOrder&) {});
  }
  [[nodiscard]] std::string detached() const { return sign_detached(person(), kContent, kNow).value(); }
};

// Detached and attached, the signer is named and so is the algorithm; the second message of the same signer
// goes the short way and says the same.
TEST_P(Families, GoodSignaturesAreAccepted) {
  SigningIdentity const identity = person();
  auto const check = verifier();
  for (int round = 0; round < 2; ++round) {
    auto const detached =
        check.verify_detached(sign_detached(identity, kContent, kNow).value(), kContent, kNow);
    ASSERT_TRUE(detached) << describe(detached.error());
    EXPECT_EQ(detached->certificate.subject().stir, "301234567");
    EXPECT_EQ(detached->scheme, GetParam().scheme);
    EXPECT_EQ(detached->claimed_time, kNow);
    ASSERT_EQ(detached->path->size(), 2U);
    EXPECT_EQ(detached->path->back().sha256(), authority(GetParam().key).root().sha256());
    auto const attached = check.verify_attached(sign_attached(identity, kContent, kNow).value(), kNow);
    ASSERT_TRUE(attached) << describe(attached.error());
    EXPECT_EQ(attached->content, kContent);
  }
}

// What E-IMZO sends: BER of indefinite length with the content in pieces.
TEST_P(Families, IndefiniteLengthsAreRead) {
  std::string const der = sign_attached(person(), kContent, kNow).value();
  std::string const ber = indefinite(der, 0);
  ASSERT_EQ(ber[1], '\x80');
  ASSERT_NE(ber.find("\x24\x80"), std::string::npos);
  auto const result = verifier().verify_attached(ber, kNow);
  ASSERT_TRUE(result) << describe(result.error());
  EXPECT_EQ(result->content, kContent);
  EXPECT_TRUE(verifier().verify_attached(ber + "x", kNow).error().is(kCmsMalformed));
}

TEST_P(Families, OtherContentIsRefused) {
  EXPECT_TRUE(refusal(detached(), "3f0c2f4e-0000-4000-8000-000000000002").is(kCmsContentMismatch));
  std::string attached = sign_attached(person(), kContent, kNow).value();
  attached[attached.find(kContent)] ^= 1;
  EXPECT_TRUE(verifier().verify_attached(attached, kNow).error().is(kCmsContentMismatch));
}

// Whatever bit changes, the message is refused or says the same of the same signer.
TEST_P(Families, NoBitCanBeFlipped) {
  std::string const good = detached();
  auto const check = verifier();
  auto const expected = check.verify_detached(good, kContent, kNow).value();
  for (std::size_t i = 0; i < good.size(); i += 3) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << (i * 5 % 8)));
    auto const result = check.verify_detached(bad, kContent, kNow);
    if (!result) continue;
    EXPECT_EQ(result->certificate.sha256(), expected.certificate.sha256()) << i;
    EXPECT_EQ(result->claimed_time, expected.claimed_time) << i;
    EXPECT_EQ(result->scheme, expected.scheme) << i;
  }
  std::string bad = good;
  bad[bad.size() - 20] ^= 1;
  EXPECT_TRUE(refusal(bad).is(kCmsSignatureWrong)) << describe(refusal(bad));
}

TEST_P(Families, SignedAttributesAreMandatory) {
  SigningIdentity const identity = person();
  BioPtr const in = reading(kContent);
  CmsPtr const cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_BINARY | CMS_PARTIAL | CMS_DETACHED));
  CMS_add1_signer(cms.get(), identity.certificate().get(), identity.key(), usual_digest(identity.key()),
                  CMS_NOATTR);
  ASSERT_EQ(CMS_final(cms.get(), in.get(), nullptr, CMS_BINARY | CMS_DETACHED), 1) << openssl_errors();
  std::string message = der_of(cms.get(), [](CMS_ContentInfo const* object, unsigned char** out) {
    return i2d_CMS_ContentInfo(object, out);
  });
  if (GetParam().key == KeyAlgorithm::Ozdst) message = message_in_ozdst_form(message);
  EXPECT_TRUE(refusal(message).is(kCmsNoSignedAttributes)) << describe(refusal(message));
}

TEST_P(Families, CertificatesAreChecked) {
  auto const with = [](SigningIdentity const& identity) {
    return sign_detached(identity, kContent, kNow).value();
  };
  EXPECT_TRUE(refusal(detached(), kContent, day("2027-03-01")).is(kCertificateExpired));
  EXPECT_TRUE(refusal(detached(), kContent, day("2025-03-01")).is(kCertificateNotYetValid));
  auto const stranger =
      TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01"), GetParam().key).value();
  EXPECT_TRUE(refusal(with(stranger.issue(order(GetParam().key)).value())).is(kCertificateUntrusted));
  EXPECT_TRUE(
      refusal(with(issue([](auto& o) { o.use = CertificateUse::Encipherment; }))).is(kCertificateKeyUsage));
  EXPECT_TRUE(
      refusal(with(issue([](auto& o) { o.use = CertificateUse::Authority; }))).is(kCertificateKeyUsage));
}

// Three certificates deep, over an authority that comes with the message.
TEST_P(Families, AuthoritiesInBetweenAreFollowed) {
  SigningIdentity const middle = issue([](CertificateOrder& o) {
    o.subject = {};
    o.subject.common_name = "Test Issuing";
    o.use = CertificateUse::Authority;
  });
  SigningIdentity const leaf = TestCa(middle).issue(order(GetParam().key)).value();
  auto const result = verifier().verify_detached(sign_detached(leaf, kContent, kNow).value(), kContent, kNow);
  ASSERT_TRUE(result) << describe(result.error());
  EXPECT_EQ(result->path->size(), 3U);
}

// Keys travel in PEM and PKCS#12.
TEST_P(Families, IdentitiesAreSavedAndLoaded) {
  SigningIdentity const identity = person();
  auto const pem = SigningIdentity::from_pem(identity.pem().value());
  ASSERT_TRUE(pem) << describe(pem.error());
  auto const p12 = SigningIdentity::from_pkcs12(identity.pkcs12("parol", "Karimov").value(), "parol");
  ASSERT_TRUE(p12) << describe(p12.error());
  for (SigningIdentity const& again : {*pem, *p12}) {
    EXPECT_EQ(again.certificate().sha256(), identity.certificate().sha256());
    EXPECT_TRUE(verifier().verify_detached(sign_detached(again, kContent, kNow).value(), kContent, kNow));
  }
}

// Workers verify side by side, the first time and later.
TEST_P(Families, ManyThreadsVerify) {
  auto const check = verifier();
  std::string const good = detached();
  std::string bad = good;
  bad[bad.size() - 20] ^= 1;
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        if (check.verify_detached(good, kContent, kNow)) ++right;
        if (!check.verify_detached(bad, kContent, kNow)) ++right;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 160);
}

INSTANTIATE_TEST_SUITE_P(All, Families, ::testing::ValuesIn(testing::kFamilies), [](auto const& one) {
  std::string name;
  for (char const c : std::string_view(one.param.scheme))
    if (c != '-') name.push_back(c);
  return name;
});

// An Uzbek certificate carries the Uzbek names only, and a key of another parameter set is not read as one of
// set A.
TEST(Ozdst, OtherSetsAreNotReadAsSetA) {
  SigningIdentity const identity = authority(KeyAlgorithm::Ozdst).issue(order(KeyAlgorithm::Ozdst)).value();
  std::string der = identity.certificate().der();
  std::string const russian_key("\x06\x06\x2A\x85\x03\x02\x02\x13", 8);
  EXPECT_EQ(der.find(russian_key), std::string::npos);
  std::string const set_a("\x06\x0A\x2A\x86\x5C\x03\x0F\x01\x01\x02\x01\x01", 12);
  auto const place = der.find(set_a);
  ASSERT_NE(place, std::string::npos);
  der[place + set_a.size() - 1] = '\x02';
  Certificate const set_b = Certificate::from_der(der).value();
  EXPECT_EQ(X509_get0_pubkey(set_b.get()), nullptr);
  EXPECT_TRUE(trust(KeyAlgorithm::Ozdst)->check(set_b, nullptr, kNow).error().is(kCertificateUntrusted));
}

std::string sign_with_pss(EVP_MD const* digest, EVP_MD const* mask) {
  CertificateOrder wanted = order(KeyAlgorithm::Rsa2048);
  SigningIdentity const identity = authority().issue(wanted).value();
  unsigned int const flags = CMS_BINARY | CMS_PARTIAL | CMS_DETACHED | CMS_KEY_PARAM;
  CmsPtr const cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
  CMS_SignerInfo* const info =
      CMS_add1_signer(cms.get(), identity.certificate().get(), identity.key(), digest, flags);
  EVP_PKEY_CTX* const context = CMS_SignerInfo_get0_pkey_ctx(info);
  EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
  EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask);
  BioPtr const in = reading(kContent);
  EXPECT_EQ(CMS_final(cms.get(), in.get(), nullptr, CMS_BINARY | CMS_DETACHED), 1) << openssl_errors();
  return der_of(cms.get(), [](CMS_ContentInfo const* object, unsigned char** out) {
    return i2d_CMS_ContentInfo(object, out);
  });
}

// RSA-PSS counts with one digest throughout.
TEST(RsaPss, OneDigestThroughout) {
  CmsVerifier const check(trust());
  auto const good = check.verify_detached(sign_with_pss(EVP_sha256(), EVP_sha256()), kContent, kNow);
  ASSERT_TRUE(good) << describe(good.error());
  EXPECT_EQ(good->scheme, "rsa-pss-sha256");
  auto const mixed = check.verify_detached(sign_with_pss(EVP_sha256(), EVP_sha1()), kContent, kNow);
  EXPECT_TRUE(mixed.error().is(kCmsAlgorithmForbidden)) << describe(mixed.error());
}

}  // namespace
}  // namespace tamga::crypto
