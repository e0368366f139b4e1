// SPDX-License-Identifier: Apache-2.0
#include "crypto/signed_token.hpp"

#include <gtest/gtest.h>

#include <array>

#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

using testing::authority;
using testing::order;

constexpr char const* kClaims = R"({"iss":"https://id.example","sub":"1"})";

SigningIdentity key_of(KeyAlgorithm algorithm) { return authority().issue(order(algorithm)).value(); }
Error refusal(std::string_view token, SigningIdentity const& key) {
  auto const result = verify_token(token, std::array{key.certificate()});
  return result ? Error(kCryptoFailed).log("accepted") : result.error();
}
std::string with_header(std::string const& header, std::string const& token) {
  return encode_base64_url(header) + token.substr(token.find('.'));
}

// RS256 and ES256, by any of the keys.
TEST(SignedToken, GoodTokensAreRead) {
  for (KeyAlgorithm const algorithm : {KeyAlgorithm::P256, KeyAlgorithm::Rsa2048}) {
    auto const key = key_of(algorithm);
    auto const token = sign_token(key, kClaims).value();
    auto const claims = verify_token(token, std::array{authority().root(), key.certificate()});
    ASSERT_TRUE(claims) << describe(claims.error());
    EXPECT_EQ(*claims, kClaims);
  }
}

// Any change, another key, the algorithm "none", one of another key: refused.
TEST(SignedToken, BadTokensAreRefused) {
  auto const key = key_of(KeyAlgorithm::P256);
  auto const token = sign_token(key, kClaims).value();
  EXPECT_TRUE(refusal(token, key_of(KeyAlgorithm::P256)).is(kTokenSignatureWrong));
  EXPECT_TRUE(refusal(with_header(R"({"alg":"none"})", token), key).is(kTokenSignatureWrong));
  EXPECT_TRUE(refusal(with_header(R"({"alg":"HS256"})", token), key).is(kTokenSignatureWrong));
  EXPECT_TRUE(refusal(with_header(R"({"alg":"RS256"})", token), key).is(kTokenSignatureWrong));
  EXPECT_TRUE(refusal(with_header(R"({"alg":"ES256","crit":["exp"]})", token), key).is(kTokenMalformed));
  EXPECT_TRUE(refusal(with_header(R"({"typ":"JWT"})", token), key).is(kTokenMalformed));
  EXPECT_TRUE(refusal(token + ".x", key).is(kTokenMalformed));
  EXPECT_TRUE(refusal(token + "=", key).is(kTokenMalformed));
  EXPECT_TRUE(refusal("", key).is(kTokenMalformed));
  auto const weak = key_of(KeyAlgorithm::Rsa1024);
  EXPECT_TRUE(sign_token(weak, kClaims).error().is(kCryptoFailed));
  auto const wide = key_of(KeyAlgorithm::P384);
  EXPECT_TRUE(refusal(token, wide).is(kTokenSignatureWrong));
}

// No bit of a token can be changed.
TEST(SignedToken, NoBitCanBeFlipped) {
  for (KeyAlgorithm const algorithm : {KeyAlgorithm::P256, KeyAlgorithm::Rsa2048}) {
    auto const key = key_of(algorithm);
    auto const token = sign_token(key, kClaims).value();
    for (std::size_t i = 0; i < token.size(); ++i)
      for (int bit = 0; bit < 8; ++bit) {
        std::string bad = token;
        bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
        EXPECT_FALSE(verify_token(bad, std::array{key.certificate()})) << i << ' ' << bit;
      }
  }
}

}  // namespace
}  // namespace tamga::crypto
