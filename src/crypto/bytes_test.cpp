// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <string>

#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "crypto/hkdf.hpp"
#include "crypto/sha256.hpp"
#include "crypto/token.hpp"

namespace tamga::crypto {
namespace {

// Base64 is that of RFC 4648 (section 10), both ways.
TEST(Base64, AgreesWithTheRfc) {
  std::pair<std::string, std::string> const cases[] = {{"", ""},
                                                       {"f", "Zg=="},
                                                       {"fo", "Zm8="},
                                                       {"foo", "Zm9v"},
                                                       {"foob", "Zm9vYg=="},
                                                       {"fooba", "Zm9vYmE="},
                                                       {"foobar", "Zm9vYmFy"}};
  for (auto const& [bytes, text] : cases) {
    EXPECT_EQ(encode_base64(bytes), text);
    EXPECT_EQ(decode_base64(text).value(), bytes);
  }
  EXPECT_EQ(encode_base64_url("\xFB\xFF\xFE?"), "-__-Pw");
}

// One text per value: spaces, missing padding, padding inside and unused bits are refused, so that a tail or
// signature cannot be written in two ways.
TEST(Base64, RefusesEverySecondSpelling) {
  for (std::string const text : {"Zg=", "Zg", "Zg==\n", " Zg==", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==",
                                 "Zm-v", "Zm 9v", "Zm9v\xC3", "A"})
    EXPECT_TRUE(decode_base64(text).error().is(kBase64Malformed)) << text;
  EXPECT_TRUE(decode_base64(std::string("Zm9\0", 4)).error().is(kBase64Malformed));
}

// Signing programs wrap lines, add armour or use the URL alphabet; garbage they do not send.
TEST(Base64, ReadsWhatSigningProgramsSend) {
  EXPECT_EQ(decode_signature_text("Zm9v\r\nYmFy\r\n").value(), "foobar");
  EXPECT_EQ(decode_signature_text("-----BEGIN PKCS7-----\nZm9v\nYg==\n-----END PKCS7-----\n").value(),
            "foob");
  EXPECT_EQ(decode_signature_text("-__-Pw").value(), "\xFB\xFF\xFE?");
  EXPECT_TRUE(decode_signature_text("Zm9v*").error().is(kBase64Malformed));
  EXPECT_TRUE(decode_signature_text("Zm9vA").error().is(kBase64Malformed));
  EXPECT_TRUE(decode_signature_text("-----BEGIN PKCS7-----\nZm9v").error().is(kBase64Malformed));
}

// SHA-256 is that of FIPS 180-4, at once and in pieces; a digest taken in the middle changes nothing.
TEST(Sha256, AgreesWithTheStandard) {
  std::string const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(hex(sha256("abc")), expected);
  Sha256Hasher hasher;
  hasher.update("a");
  EXPECT_EQ(hasher.digest(), sha256("a"));
  EXPECT_EQ(hex(hasher.update("").update("bc").digest()), expected);
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

// HMAC-SHA-256 is that of RFC 4231 (test 2, key padded with zeros), on both of its ways.
TEST(HmacSha256, AgreesWithTheRfc) {
  std::array<std::uint8_t, 32> key{'J', 'e', 'f', 'e'};
  HmacSha256 const hmac{std::span<std::uint8_t const, 32>(key)};
  std::string const message = "what do ya want for nothing?";
  std::string const expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  EXPECT_EQ(hex(hmac.mac(message)), expected);
  std::array<std::uint8_t, 64> buffer;
  buffer.fill(0xEE);
  for (std::size_t size = 0; size <= HmacSha256::kShort; ++size) {
    std::string const text(size, 'x');
    std::memcpy(buffer.data(), text.data(), size);
    EXPECT_EQ(hmac.mac_short(buffer, size), hmac.mac(text)) << size;
  }
  std::memcpy(buffer.data(), message.data(), message.size());
  EXPECT_EQ(hex(hmac.mac_short(buffer, message.size())), expected);
}

// Derived keys differ in every part of their name, and parts cannot flow into one another.
TEST(Hkdf, KeysOfDifferentNamesDiffer) {
  SecretBytes<32> const secret;
  auto const derived = [&](std::string_view purpose, std::initializer_list<std::string_view> parts) {
    std::array<std::uint8_t, 32> out{};
    derive_key(secret.view(), purpose, parts, out);
    return out;
  };
  EXPECT_EQ(derived("a", {"b", "c"}), derived("a", {"b", "c"}));
  EXPECT_NE(derived("a", {"b", "c"}), derived("a", {"bc", ""}));
  EXPECT_NE(derived("a", {"b", "c"}), derived("a", {"b", "d"}));
  EXPECT_NE(derived("a", {"b"}), derived("x", {"b"}));
}

// A token has 256 random bits and needs no escaping; only its digest is kept.
TEST(Token, IsLongAndPlain) {
  SystemRng rng;
  std::string const token = new_token(rng);
  EXPECT_EQ(token.size(), 43U);
  EXPECT_EQ(token.find_first_of("+/= "), std::string::npos);
  EXPECT_NE(token, new_token(rng));
  EXPECT_EQ(token_digest(token), token_digest(token));
  EXPECT_NE(token_digest(token), sha256(token));
}

}  // namespace
}  // namespace tamga::crypto
