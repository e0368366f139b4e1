// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.hpp"

#include <gtest/gtest.h>

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

Error refusal(TrustStore const& store, Certificate const& certificate, UnixMs at = kNow) {
  auto const result = store.check(certificate, nullptr, at);
  return result ? Error(kCryptoFailed) : result.error();
}

SigningIdentity issue(auto&& change) {
  CertificateOrder wanted = order();
  change(wanted);
  return authority().issue(wanted).value();
}

// Whom a certificate names is read by object identifier, in both countries and in any script.
TEST(Certificate, NamesItsOwner) {
  Certificate const uzbek = signer().certificate();
  EXPECT_EQ(uzbek.subject(), order().subject);
  EXPECT_EQ(uzbek.not_before(), day("2026-01-01"));
  EXPECT_EQ(uzbek.not_after(), day("2027-01-01"));
  EXPECT_EQ(uzbek.issuer_name(), "CN=Test Root");
  EXPECT_EQ(uzbek.serial_hex().size(), 30U);
  EXPECT_EQ(uzbek.sha256(), sha256(uzbek.der()));
  std::string const cyrillic = "\xD0\x9E\xD0\x9E\xD0\x9E \"\xD0\xA1\xD1\x8B\xD1\x80\"";
  Certificate const russian =
      issue([&](CertificateOrder& o) {
        o.subject = russian_subject(cyrillic, "Ivanov", "7707083893", "1027700132195", "500100732259");
      }).certificate();
  EXPECT_EQ(russian.subject().organization, cyrillic);
  EXPECT_EQ(russian.subject().inn_le, "7707083893");
  EXPECT_EQ(russian.subject().ogrn, "1027700132195");
  EXPECT_EQ(russian.subject().inn, "500100732259");
  EXPECT_EQ(russian.subject().stir, "");
}

// A certificate is the same after a journey through DER and PEM; anything around or missing is refused.
TEST(Certificate, ReadsExactlyOneCertificate) {
  std::string const der = signer().certificate().der();
  EXPECT_EQ(Certificate::from_der(der).value().sha256(), signer().certificate().sha256());
  EXPECT_EQ(Certificate::from_pem(signer().certificate().pem()).value().der(), der);
  EXPECT_TRUE(Certificate::from_der(der + "x").error().is(kCertificateMalformed));
  for (std::size_t size = 0; size < der.size(); size += 11)
    EXPECT_TRUE(Certificate::from_der(der.substr(0, size)).error().is(kCertificateMalformed));
  EXPECT_TRUE(Certificate::from_pem("hello").error().is(kCertificateMalformed));
  EXPECT_TRUE(Certificate::from_der(std::string(70'000, 'x')).error().is(kCertificateMalformed));
}

// A certificate with two tax numbers names nobody, and control characters make no name.
TEST(Certificate, AmbiguousOwnersAreRefused) {
  X509Ptr const twice(X509_dup(signer().certificate().get()));
  ObjectPtr const stir(OBJ_txt2obj("1.2.860.3.16.1.1", 1));
  std::string const other = "309999999";
  X509_NAME_add_entry_by_OBJ(X509_get_subject_name(twice.get()), stir.get(), MBSTRING_UTF8, bytes_of(other),
                             9, -1, 0);
  EXPECT_TRUE(Certificate::from_x509(twice.get()).error().is(kCertificateSubjectAmbiguous));
  X509Ptr const control(X509_dup(signer().certificate().get()));
  X509_NAME_ENTRY_free(X509_NAME_delete_entry(X509_get_subject_name(control.get()), 0));
  std::string const name("Kar\0imov", 8);
  X509_NAME_add_entry_by_NID(X509_get_subject_name(control.get()), NID_commonName, MBSTRING_UTF8,
                             bytes_of(name), 8, 0, 0);
  EXPECT_TRUE(Certificate::from_x509(control.get()).error().is(kCertificateMalformed));
}

// A certificate is good only inside its time, also when it was found good before.
TEST(TrustStore, LooksAtTheTimeAsked) {
  auto const store = trust();
  Certificate const certificate = signer().certificate();
  EXPECT_TRUE(store->check(certificate, nullptr, kNow));
  EXPECT_TRUE(store->remembered(certificate.sha256()));
  EXPECT_TRUE(store->check(certificate, nullptr, kNow));
  EXPECT_TRUE(refusal(*store, certificate, day("2027-01-02")).is(kCertificateExpired));
  EXPECT_TRUE(refusal(*store, certificate, day("2025-12-31")).is(kCertificateNotYetValid));
}

// What a root that is not configured signed is not trusted, whatever it is called.
TEST(TrustStore, TrustsConfiguredRootsOnly) {
  auto const impostor = TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01")).value();
  Certificate const forged = impostor.issue(order()).value().certificate();
  EXPECT_TRUE(refusal(*trust(), forged).is(kCertificateUntrusted));
  EXPECT_TRUE(refusal(*trust(), impostor.root()).is(kCertificateUntrusted));
  EXPECT_TRUE(refusal(*TrustStore::of({}).value(), signer().certificate()).is(kCertificateUntrusted));
  EXPECT_FALSE(trust()->remembered(forged.sha256()));
}

// An authority that expired takes its certificates with it.
TEST(TrustStore, ExpiredAuthoritiesAreNotTrusted) {
  auto const old = TestCa::create("Old Root", day("2020-01-01"), day("2026-02-01")).value();
  Certificate const certificate = old.issue(order()).value().certificate();
  auto const store = TrustStore::of({old.root()}).value();
  EXPECT_TRUE(store->check(certificate, nullptr, day("2026-01-15")));
  EXPECT_TRUE(refusal(*store, certificate).is(kCertificateUntrusted));
}

// Certificates below an issued authority need that authority beside them; those below a person's are refused.
TEST(TrustStore, FollowsPathsThroughAuthoritiesOnly) {
  SigningIdentity const middle = issue([](CertificateOrder& o) {
    o.subject = {};
    o.subject.common_name = "Test Issuing";
    o.use = CertificateUse::Authority;
  });
  SigningIdentity const leaf = TestCa(middle).issue(order()).value();
  ASSERT_EQ(leaf.chain().size(), 1U);
  X509StackPtr const others(sk_X509_new_null());
  X509_up_ref(middle.certificate().get());
  sk_X509_push(others.get(), middle.certificate().get());
  EXPECT_TRUE(refusal(*trust(), leaf.certificate()).is(kCertificateUntrusted));
  EXPECT_TRUE(trust()->check(leaf.certificate(), others.get(), kNow));

  SigningIdentity const below_person = TestCa(signer()).issue(order()).value();
  X509StackPtr const person(sk_X509_new_null());
  X509_up_ref(signer().certificate().get());
  sk_X509_push(person.get(), signer().certificate().get());
  auto const result = trust()->check(below_person.certificate(), person.get(), kNow);
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(kCertificateUntrusted));
}

// Keys for enciphering, authorities' keys and weak keys sign no documents.
TEST(TrustStore, OnlySigningKeysSign) {
  EXPECT_TRUE(refusal(*trust(), issue([](auto& o) { o.use = CertificateUse::Encipherment; }).certificate())
                  .is(kCertificateKeyUsage));
  EXPECT_TRUE(refusal(*trust(), authority().root()).is(kCertificateKeyUsage));
  EXPECT_TRUE(refusal(*trust(), issue([](auto& o) { o.key = KeyAlgorithm::Rsa1024; }).certificate())
                  .is(kCertificateUntrusted));
}

// Roots come as one PEM text; a torn one is refused instead of trusting half of it.
TEST(TrustStore, ReadsRootsFromPem) {
  std::string const pem = authority().root().pem() + signer().certificate().pem();
  EXPECT_EQ(TrustStore::from_pem(pem).value()->roots().size(), 2U);
  EXPECT_TRUE(TrustStore::from_pem("").error().is(kCertificateMalformed));
  EXPECT_TRUE(TrustStore::from_pem(pem.substr(0, pem.size() - 60)).error().is(kCertificateMalformed));
}

// A signing identity survives both of its files, and a wrong password is told from a broken file.
TEST(SigningIdentity, SavesAndLoads) {
  SigningIdentity const identity = signer();
  auto const from_pem = SigningIdentity::from_pem(identity.pem().value());
  ASSERT_TRUE(from_pem) << describe(from_pem.error());
  EXPECT_EQ(from_pem->certificate().sha256(), identity.certificate().sha256());
  std::string const file = identity.pkcs12("parol", "Karimov").value();
  auto const from_file = SigningIdentity::from_pkcs12(file, "parol");
  ASSERT_TRUE(from_file) << describe(from_file.error());
  EXPECT_EQ(from_file->certificate().sha256(), identity.certificate().sha256());
  EXPECT_TRUE(SigningIdentity::from_pkcs12(file, "wrong").error().is(kIdentityPasswordWrong));
  EXPECT_TRUE(SigningIdentity::from_pkcs12(file.substr(9), "parol").error().is(kIdentityFileMalformed));
  EXPECT_TRUE(SigningIdentity::from_pem(identity.certificate().pem()).error().is(kIdentityFileMalformed));
  EXPECT_TRUE(SigningIdentity::from_pem(identity.pem().value().substr(0, 240) + authority().root().pem())
                  .error()
                  .is(kIdentityFileMalformed));
}

// A restarted sandbox goes on issuing under the same root.
TEST(TestCa, IsKeptInAFile) {
  TestCa const again(SigningIdentity::from_pem(authority().identity().pem().value()).value());
  Certificate const certificate = again.issue(order()).value().certificate();
  EXPECT_TRUE(trust()->check(certificate, nullptr, kNow));
}

}  // namespace
}  // namespace tamga::crypto
