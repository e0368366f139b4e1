// SPDX-License-Identifier: Apache-2.0
#include "crypto/revocation_list.hpp"

#include <gtest/gtest.h>
#include <openssl/x509v3.h>

#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

using testing::authority;
using testing::kNow;
using testing::later;
using testing::order;

constexpr char const* kUrl = "http://crl.example/part1.crl";

/// A list of the authority with a critical extension.
std::string list_with(std::function<void(X509_CRL*)> const& extend) {
  std::string const der = authority().revocation_list({}, kNow, later(kNow, 60)).value();
  unsigned char const* position = bytes_of(der);
  OpenSslPtr<X509_CRL, X509_CRL_free> const list(
      d2i_X509_CRL(nullptr, &position, static_cast<long>(der.size())));
  extend(list.get());
  X509_CRL_sign(list.get(), authority().identity().key(), EVP_sha256());
  return der_of(list.get(), [](X509_CRL const* in, unsigned char** out) { return i2d_X509_CRL(in, out); });
}

std::string list_of_part(std::function<void(ISSUING_DIST_POINT*)> const& change) {
  return list_with([&](X509_CRL* list) {
    OpenSslPtr<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free> const part(ISSUING_DIST_POINT_new());
    change(part.get());
    X509_CRL_add1_ext_i2d(list, NID_issuing_distribution_point, part.get(), 1, 0);
  });
}

void name_part(ISSUING_DIST_POINT* part, char const* url) {
  part->distpoint = DIST_POINT_NAME_new();
  part->distpoint->type = 0;
  part->distpoint->name.fullname = sk_GENERAL_NAME_new_null();
  GENERAL_NAME* const name = GENERAL_NAME_new();
  ASN1_IA5STRING* const text = ASN1_IA5STRING_new();
  ASN1_STRING_set(text, url, -1);
  GENERAL_NAME_set0_value(name, GEN_URI, text);
  sk_GENERAL_NAME_push(part->distpoint->name.fullname, name);
}

Certificate person(std::string const& list_url, CertificateUse use = CertificateUse::Documents) {
  CertificateOrder wanted = order();
  wanted.list_url = list_url;
  wanted.use = use;
  return authority().issue(wanted).value().certificate();
}

Result<RevocationList> read(std::string_view bytes) {
  return RevocationList::read(bytes, authority().root().get(), kNow);
}

// A list of one part of the certificates says nothing about the others: it cannot be shown in their place.
TEST(RevocationList, CoversItsPartOnly) {
  auto const part = read(list_of_part([](ISSUING_DIST_POINT* p) { name_part(p, kUrl); })).value();
  EXPECT_TRUE(part.covers(person(kUrl).get()));
  EXPECT_FALSE(part.covers(person("http://crl.example/part2.crl").get()));
  EXPECT_FALSE(part.covers(person("").get()));
  auto const people = read(list_of_part([](ISSUING_DIST_POINT* p) { p->onlyuser = 0xFF; })).value();
  auto const authorities = read(list_of_part([](ISSUING_DIST_POINT* p) { p->onlyCA = 0xFF; })).value();
  Certificate const middle = person("", CertificateUse::Authority);
  EXPECT_TRUE(people.covers(person("").get()));
  EXPECT_FALSE(people.covers(middle.get()));
  EXPECT_FALSE(authorities.covers(person("").get()));
  EXPECT_TRUE(authorities.covers(middle.get()));
}

// Lists that mean something else than "these are revoked, the others are not" are refused.
TEST(RevocationList, OtherKindsAreRefused) {
  EXPECT_TRUE(read(list_of_part([](ISSUING_DIST_POINT* p) { p->indirectCRL = 0xFF; }))
                  .error()
                  .is(kRevocationListMalformed));
  EXPECT_TRUE(read(list_of_part([](ISSUING_DIST_POINT* p) { p->onlyattr = 0xFF; }))
                  .error()
                  .is(kRevocationListMalformed));
  auto const delta = list_with([](X509_CRL* list) {
    OpenSslPtr<ASN1_INTEGER, ASN1_INTEGER_free> const base(ASN1_INTEGER_new());
    ASN1_INTEGER_set(base.get(), 1);
    X509_CRL_add1_ext_i2d(list, NID_delta_crl, base.get(), 1, 0);
  });
  EXPECT_TRUE(read(delta).error().is(kRevocationListMalformed));
}

// One bit anywhere, and it is nobody's list.
TEST(RevocationList, NoBitCanBeFlipped) {
  std::string const good =
      authority().revocation_list(std::vector{RevokedSerial{"ab01", kNow, 1}}, kNow, later(kNow, 60)).value();
  ASSERT_TRUE(read(good));
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << (i * 5 % 8)));
    EXPECT_FALSE(read(bad)) << i;
  }
}

// A person's key signs no list, whatever it says.
TEST(RevocationList, OnlyAuthoritiesSign) {
  CertificateOrder wanted = order();
  wanted.use = CertificateUse::TimeStamps;
  TestCa const pretender(authority().issue(wanted).value());
  std::string const list = pretender.revocation_list({}, kNow, later(kNow, 60)).value();
  EXPECT_TRUE(RevocationList::read(list, pretender.root().get(), kNow).error().is(kRevocationListMalformed));
}

}  // namespace
}  // namespace tamga::crypto
