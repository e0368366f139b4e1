// SPDX-License-Identifier: Apache-2.0
#include "crypto/engine_algorithms.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>
#include <openssl/engine.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "crypto/cms.hpp"
#include "crypto/errors.hpp"
#include "crypto/holder.hpp"
#include "crypto/openssl.hpp"
#include "crypto/ozdst_form.hpp"
#include "crypto/testing_authority.hpp"

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace tamga::crypto {
namespace {

using testing::authority;
using testing::day;
using testing::kNow;
using testing::order;
using testing::trust;

constexpr std::string_view kContent = "3f0c2f4e-0000-4000-8000-000000000001";

std::string seed(char const* name) {
  std::ifstream in(source_path("fuzz/seeds/cms") / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A message in the shape of E-IMZO's that another program wrote byte by byte: BER, the whole chain along.
TEST(Ozdst, ForeignWritersAreRead) {
  CmsVerifier const check(
      TrustStore::of({Certificate::from_der(seed("eimzo_shaped_root.der")).value()}).value());
  std::string message = seed("eimzo_shaped.ber");
  auto const result = check.verify_attached(message, kNow);
  ASSERT_TRUE(result) << describe(result.error());
  EXPECT_EQ(result->content, kContent);
  EXPECT_EQ(result->signer.scheme, "ozdst1092-2");
  EXPECT_EQ(result->signer.path->size(), 3U);
  Holder const holder = holder_of(result->signer.certificate.subject()).value();
  EXPECT_EQ(holder.tax_id, "300000000");
  EXPECT_EQ(holder.person_id, "30101900000004");
  EXPECT_EQ(holder.organization, "SINOV KORXONA MCHJ");
  message[message.find(kContent)] = '4';
  EXPECT_TRUE(check.verify_attached(message, kNow).error().is(kCmsContentMismatch));
}

// Neither country's certificates are written with the other's names, though the keys are of one kind.
TEST(Ozdst, EachCountryKeepsItsNames) {
  for (KeyAlgorithm const key : {KeyAlgorithm::Gost2001, KeyAlgorithm::Ozdst}) {
    X509* const x509 = authority(key).root().get();
    char name[64];
    OBJ_obj2txt(name, sizeof name, X509_get0_tbs_sigalg(x509)->algorithm, 1);
    EXPECT_STREQ(name, key == KeyAlgorithm::Ozdst ? "1.2.860.3.15.1.1.2.2.2.2" : "1.2.643.2.2.3");
  }
}

// The same arithmetic under another country's names is another algorithm.
TEST(Ozdst, NamesAreNotMixed) {
  SigningIdentity const russian =
      authority(KeyAlgorithm::Gost2001).issue(order(KeyAlgorithm::Gost2001)).value();
  std::string const dressed = message_in_ozdst_form(sign_detached(russian, kContent, kNow).value());
  auto const result = CmsVerifier(trust(KeyAlgorithm::Gost2001)).verify_detached(dressed, kContent, kNow);
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(kCmsAlgorithmForbidden)) << describe(result.error());
}

// An engine brings its algorithms and nothing else: random numbers and ciphers stay OpenSSL's.
TEST(Engine, ReplacesNothing) {
  ASSERT_TRUE(load_engine_algorithms());
  EXPECT_EQ(ENGINE_get_default_RAND(), nullptr);
  EXPECT_EQ(ENGINE_get_cipher_engine(NID_aes_256_gcm), nullptr);
  EXPECT_EQ(ENGINE_get_digest_engine(NID_sha256), nullptr);
  EXPECT_EQ(ENGINE_get_pkey_meth_engine(NID_X9_62_id_ecPublicKey), nullptr);
}

// Without the engine the other algorithms work, and these say what is missing.
TEST(EngineDeathTest, IsNamedWhenMissing) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // a new process, in which nothing was loaded yet
  ASSERT_EQ(::setenv("OPENSSL_ENGINES", "/nowhere", 1), 0);
  auto const without_engine = [] {
    auto const ca = TestCa::create("Root", day("2025-01-01"), day("2035-01-01"), KeyAlgorithm::Gost256);
    bool const keys_named = !ca && ca.error().is(kSignatureEngineMissing);
    auto const signature = CmsVerifier(trust()).verify_detached(seed("gost256.der"), "Tamga", kNow);
    bool const messages_named = !signature && signature.error().is(kSignatureEngineMissing);
    std::fprintf(stderr, "%d %d\n", keys_named, messages_named);
    std::exit(keys_named && messages_named ? 7 : 1);
  };
  EXPECT_EXIT(without_engine(), ::testing::ExitedWithCode(7), "1 1");
  ::unsetenv("OPENSSL_ENGINES");
}

}  // namespace
}  // namespace tamga::crypto
