// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "crypto/cms_certificates.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

using testing::authority;
using testing::day;
using testing::kNow;
using testing::order;
using testing::signer;
using testing::trust;

constexpr std::string_view kContent = "{\"codes\":[\"010460043993125621JgXJ5.T\"]}";

CmsVerifier verifier() { return CmsVerifier(trust()); }

std::string detached() { return sign_detached(signer(), kContent, kNow).value(); }

Error refusal(std::string_view cms, std::string_view content = kContent, UnixMs at = kNow) {
  auto const result = verifier().verify_detached(cms, content, at);
  return result ? Error(kCryptoFailed).log("accepted") : result.error();
}

SigningIdentity issue(auto&& change) {
  CertificateOrder wanted = order();
  change(wanted);
  return authority().issue(wanted).value();
}

/// A signature made step by step, for what `sign_detached` does not make.
struct Craft {
  unsigned int flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_DETACHED;
  EVP_MD const* digest = EVP_sha256();
  std::vector<SigningIdentity> signers{signer()};
  std::vector<X509*> certificates;  // beside those of the signers
  std::function<void(CMS_ContentInfo*)> before_final = [](CMS_ContentInfo*) {};

  [[nodiscard]] std::string make() const {
    CmsPtr const cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    for (X509* const x509 : certificates) CMS_add1_cert(cms.get(), x509);
    for (SigningIdentity const& identity : signers)
      CMS_add1_signer(cms.get(), identity.certificate().get(), identity.key(), digest, flags);
    before_final(cms.get());
    BioPtr const in = reading(kContent);
    if (!signers.empty()) {
      EXPECT_EQ(CMS_final(cms.get(), in.get(), nullptr, flags), 1) << openssl_errors();
    }
    return der_of(cms.get(), [](CMS_ContentInfo const* object, unsigned char** out) {
      return i2d_CMS_ContentInfo(object, out);
    });
  }
};

CMS_SignerInfo* first_signer(CMS_ContentInfo* cms) {
  return sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
}

/// The signer's certificate with a change, issued again by the same authority under the same number.
X509Ptr lookalike(std::function<void(X509*)> const& change) {
  X509Ptr x509(X509_dup(signer().certificate().get()));
  change(x509.get());
  EXPECT_GT(X509_sign(x509.get(), authority().identity().key(), EVP_sha256()), 0);
  X509Ptr fresh(X509_dup(x509.get()));
  return fresh;
}

// A good signature names its signer, with every kind of key that is allowed.
TEST(Cms, AcceptsGoodSignatures) {
  for (auto const& [key, scheme] :
       {std::pair{KeyAlgorithm::P256, "ecdsa-sha256"}, std::pair{KeyAlgorithm::P384, "ecdsa-sha256"},
        std::pair{KeyAlgorithm::Rsa2048, "rsa-sha256"}, std::pair{KeyAlgorithm::Rsa3072, "rsa-sha256"}}) {
    SigningIdentity const identity = issue([&, k = key](CertificateOrder& o) { o.key = k; });
    auto const result = verifier().verify_detached(
        sign_detached(identity, kContent, day("2026-02-28")).value(), kContent, kNow);
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->certificate.sha256(), identity.certificate().sha256());
    EXPECT_EQ(result->certificate.subject().stir, "301234567");
    EXPECT_EQ(result->claimed_time, day("2026-02-28"));
    EXPECT_EQ(result->scheme, scheme);
    auto const attached = verifier().verify_attached(sign_attached(identity, kContent, kNow).value(), kNow);
    ASSERT_TRUE(attached) << describe(attached.error());
    EXPECT_EQ(attached->content, kContent);
  }
}

// Longer digests, signatures without CAdES attributes (E-IMZO) and BER of indefinite length are accepted.
TEST(Cms, AcceptsWhatProgramsInTheFieldMake) {
  Craft craft;
  EXPECT_TRUE(verifier().verify_detached(craft.make(), kContent, kNow));
  craft.digest = EVP_sha384();
  EXPECT_EQ(verifier().verify_detached(craft.make(), kContent, kNow).value().scheme, "ecdsa-sha384");
  craft.digest = EVP_sha512();
  EXPECT_EQ(verifier().verify_detached(craft.make(), kContent, kNow).value().scheme, "ecdsa-sha512");

  unsigned int const flags = CMS_BINARY | CMS_STREAM;
  BioPtr const in = reading(kContent);
  CmsPtr const cms(CMS_sign(signer().certificate().get(), signer().key(), nullptr, in.get(), flags));
  BioPtr const out(BIO_new(BIO_s_mem()));
  ASSERT_EQ(i2d_CMS_bio_stream(out.get(), cms.get(), in.get(), static_cast<int>(flags)), 1);
  char* text = nullptr;
  long const size = BIO_get_mem_data(out.get(), &text);
  std::string const ber(text, static_cast<std::size_t>(size));
  ASSERT_EQ(ber[1], '\x80');
  auto const result = verifier().verify_attached(ber, kNow);
  ASSERT_TRUE(result) << describe(result.error());
  EXPECT_EQ(result->content, kContent);
}

// Empty content can be signed, and is not the same as no content.
TEST(Cms, EmptyContentIsContent) {
  EXPECT_TRUE(verifier().verify_detached(sign_detached(signer(), "", kNow).value(), "", kNow));
  EXPECT_TRUE(refusal(sign_detached(signer(), "", kNow).value(), "x").is(kCmsContentMismatch));
  auto const attached = verifier().verify_attached(sign_attached(signer(), "", kNow).value(), kNow);
  EXPECT_EQ(attached.value().content, "");
}

// The bytes signed are the bytes received: another byte, order or space is another document.
TEST(Cms, OtherContentIsRefused) {
  EXPECT_TRUE(refusal(detached(), "{}").is(kCmsContentMismatch));
  EXPECT_TRUE(refusal(detached(), std::string(kContent) + "\n").is(kCmsContentMismatch));
}

// Without signed attributes a signature over attributes could be shown as one over content.
TEST(Cms, SignedAttributesAreMandatory) {
  Craft craft;
  craft.flags |= CMS_NOATTR;
  EXPECT_TRUE(refusal(craft.make()).is(kCmsNoSignedAttributes));
}

// An attribute with two values means two things to two readers.
TEST(Cms, AttributesHaveOneValue) {
  // The object identifier of the signing time differs from that of the message digest in its last byte.
  std::string twice = detached();
  std::string const signing_time = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x05";
  auto const place = twice.find(signing_time);
  ASSERT_NE(place, std::string::npos);
  twice[place + signing_time.size() - 1] = '\x04';
  EXPECT_TRUE(refusal(twice).is(kCmsAttributesWrong)) << describe(refusal(twice));
  Craft craft;
  craft.before_final = [](CMS_ContentInfo* cms) {
    CMS_signed_add1_attr_by_NID(first_signer(cms), NID_id_smime_aa_signingCertificateV2, V_ASN1_OCTET_STRING,
                                "x", 1);
  };
  EXPECT_TRUE(refusal(craft.make()).is(kCmsAttributesWrong)) << describe(refusal(craft.make()));
}

// Exactly one signer: with two, the wrong one could be believed.
TEST(Cms, ExactlyOneSigner) {
  Craft craft;
  craft.signers.push_back(issue([](CertificateOrder&) {}));
  EXPECT_TRUE(refusal(craft.make()).is(kCmsSignerCount));
  craft.signers.clear();
  EXPECT_TRUE(refusal(craft.make()).is(kCmsSignerCount));
}

// Broken and short algorithms are refused even when the mathematics holds.
TEST(Cms, ForbiddenAlgorithms) {
  Craft craft;
  craft.digest = EVP_sha1();
  EXPECT_TRUE(refusal(craft.make()).is(kCmsAlgorithmForbidden));
  craft.digest = EVP_sha256();
  craft.signers = {issue([](CertificateOrder& o) { o.key = KeyAlgorithm::Rsa1024; })};
  EXPECT_TRUE(refusal(craft.make()).is(kCmsAlgorithmForbidden));
}

// The content is plain data; an inner structure of another type is not ours to read.
TEST(Cms, ContentIsOfTypeData) {
  Craft craft;
  craft.before_final = [](CMS_ContentInfo* cms) {
    CMS_set1_eContentType(cms, OBJ_nid2obj(NID_id_smime_ct_TSTInfo));
  };
  EXPECT_TRUE(refusal(craft.make()).is(kCmsMalformed));
  EXPECT_TRUE(refusal("").is(kCmsMalformed));
  EXPECT_TRUE(refusal("hello").is(kCmsMalformed));
  EXPECT_TRUE(refusal(signer().certificate().der()).is(kCmsMalformed));
}

// Nothing may follow or be missing.
TEST(Cms, TornAndExtendedSignaturesAreRefused) {
  std::string const good = detached();
  EXPECT_TRUE(refusal(good + '\0').is(kCmsMalformed));
  for (std::size_t size = 0; size < good.size(); size += 5)
    EXPECT_TRUE(refusal(good.substr(0, size)).is(kCmsMalformed));
}

// The signer's certificate comes with the signature, and its key must have made it: a certificate of the same
// issuer and number with another key does not help.
TEST(Cms, TheCertificateMustBeTheSigners) {
  Craft craft;
  craft.flags |= CMS_NOCERTS;
  EXPECT_TRUE(refusal(craft.make()).is(kCmsCertificateMissing));
  craft.certificates = {authority().root().get()};
  EXPECT_TRUE(refusal(craft.make()).is(kCmsCertificateMissing));
  X509Ptr const other = lookalike([](X509* x509) { X509_set_pubkey(x509, authority().identity().key()); });
  craft.certificates = {other.get()};
  EXPECT_TRUE(refusal(craft.make()).is(kCmsSignatureWrong));
}

// A certificate of the same key in another name cannot be put beside a signature that names its certificate.
TEST(Cms, TheNamedCertificateIsTheOneUsed) {
  X509Ptr const other = lookalike([](X509* x509) {
    X509_NAME_add_entry_by_NID(X509_get_subject_name(x509), NID_title, MBSTRING_UTF8, bytes_of("owner"), 5,
                               -1, 0);
  });
  Craft craft;
  craft.flags |= CMS_NOCERTS | CMS_CADES;
  craft.certificates = {other.get()};
  EXPECT_TRUE(refusal(craft.make()).is(kCmsSigningCertificateMismatch));
  craft.certificates = {signer().certificate().get()};
  EXPECT_TRUE(verifier().verify_detached(craft.make(), kContent, kNow));
}

// Each reason why a certificate does not count has its own answer.
TEST(Cms, CertificatesAreChecked) {
  EXPECT_TRUE(refusal(detached(), kContent, day("2027-03-01")).is(kCertificateExpired));
  EXPECT_TRUE(refusal(detached(), kContent, day("2025-03-01")).is(kCertificateNotYetValid));
  auto const with = [](SigningIdentity const& identity) {
    return sign_detached(identity, kContent, kNow).value();
  };
  auto const stranger = TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01")).value();
  EXPECT_TRUE(refusal(with(stranger.issue(order()).value())).is(kCertificateUntrusted));
  EXPECT_TRUE(refusal(with(stranger.identity())).is(kCertificateUntrusted));
  EXPECT_TRUE(
      refusal(with(issue([](auto& o) { o.use = CertificateUse::Encipherment; }))).is(kCertificateKeyUsage));
}

// Certificates of issuing authorities travel with the signature.
TEST(Cms, UsesTheCertificatesThatCome) {
  SigningIdentity const middle = issue([](CertificateOrder& o) {
    o.subject = {};
    o.subject.common_name = "Test Issuing";
    o.use = CertificateUse::Authority;
  });
  SigningIdentity const leaf = TestCa(middle).issue(order()).value();
  auto const result = verifier().verify_detached(sign_detached(leaf, kContent, kNow).value(), kContent, kNow);
  EXPECT_TRUE(result) << describe(result.error());
}

// A login wants the content inside, a document wants it outside; the other form is refused, not guessed.
TEST(Cms, AttachedAndDetachedAreNotMixed) {
  EXPECT_TRUE(refusal(sign_attached(signer(), kContent, kNow).value()).is(kCmsContentAttached));
  EXPECT_TRUE(verifier().verify_attached(detached(), kNow).error().is(kCmsContentMissing));
}

// Limits come before parsing.
TEST(Cms, LimitsComeFirst) {
  CmsVerifier const strict(
      trust(), {.detached_bytes = 500, .attached_bytes = 500, .content_bytes = 10, .certificates = 1});
  EXPECT_TRUE(strict.verify_detached(std::string(501, 'x'), "", kNow).error().is(kCmsTooLarge));
  EXPECT_TRUE(strict.verify_detached("x", std::string(11, 'x'), kNow).error().is(kCmsTooLarge));
  EXPECT_TRUE(strict.verify_attached(std::string(501, 'x'), kNow).error().is(kCmsTooLarge));
  CmsVerifier const lonely(trust(), {.certificates = 1});
  Craft craft;
  craft.certificates = {authority().root().get()};
  EXPECT_TRUE(lonely.verify_detached(craft.make(), kContent, kNow).error().is(kCmsTooLarge));
}

// Whatever single bit changes on the way, the verified tuple (signer, claimed time, scheme) is unchanged or
// the signature is refused.
TEST(Cms, NoBitCanBeFlipped) {
  std::string const good = detached();
  auto const check = verifier();
  auto const expected = check.verify_detached(good, kContent, kNow).value();
  std::size_t accepted = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << (i * 5 % 8)));
    auto const result = check.verify_detached(bad, kContent, kNow);
    if (!result) continue;
    ++accepted;
    EXPECT_EQ(result->certificate.sha256(), expected.certificate.sha256()) << i;
    EXPECT_EQ(result->claimed_time, expected.claimed_time) << i;
    EXPECT_EQ(result->scheme, expected.scheme) << i;
  }
  // Left outside the signature by RFC 5652: version numbers and the list of digests.
  EXPECT_LT(accepted, 40U);
}

// A remembered signer's message is checked like the first one: the short way never says yes where the full
// way says no.
TEST(Cms, RememberedSignersAreCheckedAlike) {
  auto const check = verifier();
  std::string const good = detached();
  std::string const attached = sign_attached(signer(), kContent, kNow).value();
  for (int round = 0; round < 3; ++round) {
    EXPECT_TRUE(check.verify_detached(good, kContent, kNow));
    EXPECT_EQ(check.verify_attached(attached, kNow).value().content, kContent);
    EXPECT_TRUE(check.verify_detached(good, "x", kNow).error().is(kCmsContentMismatch));
    EXPECT_TRUE(check.verify_detached(attached, kContent, kNow).error().is(kCmsContentAttached));
    EXPECT_TRUE(check.verify_attached(good, kNow).error().is(kCmsContentMissing));
    EXPECT_TRUE(check.verify_detached(good, kContent, day("2027-03-01")).error().is(kCertificateExpired));
  }
}

// Taking the certificates out leaves a message OpenSSL still reads; any other shape is left alone.
TEST(Cms, CertificatesAreTakenOutWhole) {
  std::string const good = detached();
  auto const split = split_certificates(good);
  ASSERT_TRUE(split);
  ASSERT_EQ(split->certificates.size(), 1U);
  EXPECT_EQ(split->certificates[0], signer().certificate().der());
  EXPECT_TRUE(refusal(split->rest).is(kCmsCertificateMissing));
  EXPECT_FALSE(split_certificates(split->rest));
  EXPECT_FALSE(split_certificates(detached() + "x"));
  EXPECT_FALSE(split_certificates(""));
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(split_certificates(good.substr(0, size)));
}

// One verifier serves all workers.
TEST(Cms, WorksFromManyThreads) {
  auto const check = verifier();
  std::string const good = detached();
  std::string const bad = sign_detached(signer(), "other", kNow).value();
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i) {
        if (check.verify_detached(good, kContent, kNow)) ++right;
        if (!check.verify_detached(bad, kContent, kNow)) ++right;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, 200);
}

}  // namespace
}  // namespace tamga::crypto
