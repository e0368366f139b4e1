// SPDX-License-Identifier: Apache-2.0
#include "crypto/tails.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <string>
#include <vector>

#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "crypto/hkdf.hpp"

namespace tamga::crypto {
namespace {

constexpr std::array kSchemes{TailScheme::Mac4, TailScheme::Mac44, TailScheme::Signature88,
                              TailScheme::Legacy4, TailScheme::Legacy8};
constexpr TailInput kCode{"04600439931256", "5abcDEF012345", ""};

SecretBytes<32> secret(std::uint8_t seed) {
  SecretBytes<32> out;
  for (auto& byte : out.writable()) byte = seed++;
  return out;
}

TailKey key_of(TailScheme scheme, std::string_view id = "A1b2", std::uint8_t seed = 0,
               AesPath path = best_aes_path()) {
  auto key = TailKey::make(scheme, id, secret(seed), path);
  EXPECT_TRUE(key);
  return *std::move(key);
}

std::string tail_of(TailKey const& key, TailInput const& input) {
  std::string out(key.size(), '?');
  key.write({&input, 1}, out.data(), out.size());
  return out;
}

/// The tail by OpenSSL's own CMAC and HMAC, from the bytes as docs/formats/tails.md describes them.
std::string reference(TailScheme scheme, std::uint8_t seed, std::string_view id, TailInput const& input) {
  std::string message = "T";
  message += static_cast<char>(scheme);
  message += id;
  for (std::size_t i = 0; i < 14; i += 2)
    message += static_cast<char>(std::stoi(std::string(input.gtin.substr(i, 2)), nullptr, 16));
  message += static_cast<char>(input.serial.size());
  message += static_cast<char>(input.price.size());
  message += '\1';
  message += input.serial;
  message += input.price;
  SecretBytes<32> key;
  std::string const number(1, static_cast<char>('0' + static_cast<int>(scheme)));
  derive_key(secret(seed).view(), "tamga tail key v1", {number}, key.writable());
  unsigned char tag[64];
  std::size_t size = 0;
  bool const hmac = scheme == TailScheme::Mac44;
  char cipher[] = "AES-128-CBC";
  char digest[] = "SHA256";
  OSSL_PARAM const parameters[] = {
      OSSL_PARAM_construct_utf8_string(hmac ? "digest" : "cipher", hmac ? digest : cipher, 0),
      OSSL_PARAM_construct_end()};
  EVP_Q_mac(nullptr, hmac ? "HMAC" : "CMAC", nullptr, nullptr, parameters, key.view().data(), hmac ? 32 : 16,
            reinterpret_cast<unsigned char const*>(message.data()), message.size(), tag, sizeof tag, &size);
  std::size_t const used = hmac ? 32 : scheme == TailScheme::Legacy8 ? 6 : 3;
  return encode_base64({reinterpret_cast<char const*>(tag), used});
}

// CMAC is that of RFC 4493, section 4.
TEST(CmacKey, AgreesWithTheRfc) {
  std::array<std::uint8_t, 16> const key{0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6,
                                         0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c};
  std::string const message("\x6b\xc1\xbe\xe2\x2e\x40\x9f\x96\xe9\x3d\x7e\x11\x73\x93\x17\x2a", 16);
  CmacKey const cmac(key);
  AesBlock const empty{0xbb, 0x1d, 0x69, 0x29, 0xe9, 0x59, 0x37, 0x28,
                       0x7f, 0xa3, 0x7d, 0x12, 0x9b, 0x75, 0x67, 0x46};
  AesBlock const full{0x07, 0x0a, 0x16, 0xb4, 0x6b, 0x4d, 0x41, 0x44,
                      0xf7, 0x9b, 0xdd, 0x9d, 0xd0, 0x4a, 0x28, 0x7c};
  EXPECT_EQ(cmac.mac(""), empty);
  EXPECT_EQ(cmac.mac(message), full);
}

// A tail is the documented MAC of the documented bytes, whatever the lengths and the kind of processor.
TEST(Tails, AreTheDocumentedMacs) {
  std::string const serial = "5aBcDeFgHiJkLmNoPqRs";
  std::string const price = "ACW.16chars-long";
  for (TailScheme const scheme :
       {TailScheme::Mac4, TailScheme::Mac44, TailScheme::Legacy4, TailScheme::Legacy8}) {
    for (AesPath const path : {AesPath::Portable, best_aes_path()}) {
      TailKey const key = key_of(scheme, "A1b2", 9, path);
      for (std::size_t length = 1; length <= 20; ++length) {
        for (std::size_t const price_length : {0U, 1U, 4U, 6U, 16U}) {
          TailInput const input{"04600439931256", std::string_view(serial).substr(0, length),
                                std::string_view(price).substr(0, price_length)};
          std::string const expected = reference(scheme, 9, "A1b2", input);
          ASSERT_EQ(tail_of(key, input), expected) << length << '+' << price_length;
          std::string series(key.size(), '?');
          TailSeries(key, input.gtin, length, input.price).write(serial.data(), 0, 1, series.data(), 0);
          ASSERT_EQ(series, expected) << length << '+' << price_length;
        }
      }
    }
  }
}

// A tail never vouches for anything but what it was made for: no field can be changed or moved into its
// neighbour.
TEST(Tails, AreBoundToEverything) {
  for (TailScheme const scheme : kSchemes) {
    TailKey const key = key_of(scheme);
    TailInput const code{"04600439931256", "5abc012", "ACW."};
    std::string const tail = tail_of(key, code);
    EXPECT_EQ(tail.size(), tail_size(scheme));
    EXPECT_TRUE(key.verify(code, tail));
    EXPECT_FALSE(key.verify({"04600439931263", "5abc012", "ACW."}, tail));
    EXPECT_FALSE(key.verify({"04600439931256", "5abc013", "ACW."}, tail));
    EXPECT_FALSE(key.verify({"04600439931256", "5abc012", "ACW-"}, tail));
    EXPECT_FALSE(key.verify({"04600439931256", "5abc012A", "CW."}, tail));
    EXPECT_FALSE(key.verify({"04600439931256", "5abc012", ""}, tail));
    EXPECT_FALSE(key_of(scheme, "A1b3").verify(code, tail));
    EXPECT_FALSE(key_of(scheme, "A1b2", 1).verify(code, tail));
    for (std::size_t i = 0; i < tail.size(); ++i) {
      std::string wrong = tail;
      wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
      EXPECT_FALSE(key.verify(code, wrong)) << i;
    }
    EXPECT_FALSE(key.verify(code, tail + "A"));
    EXPECT_FALSE(key.verify(code, ""));
  }
  EXPECT_NE(tail_of(key_of(TailScheme::Mac4), kCode), tail_of(key_of(TailScheme::Legacy4), kCode));
}

// Whatever a scanner sends is answered, never asserted: impossible inputs are wrong.
TEST(Tails, ImpossibleInputsAreWrong) {
  TailKey const key = key_of(TailScheme::Mac4);
  EXPECT_FALSE(key.verify({"0460043993125", "5abc"}, "AAAA"));
  EXPECT_FALSE(key.verify({"0460043993125x", "5abc"}, "AAAA"));
  EXPECT_FALSE(key.verify({"04600439931256", ""}, "AAAA"));
  EXPECT_FALSE(key.verify({"04600439931256", "123456789012345678901"}, "AAAA"));
  EXPECT_FALSE(key.verify({"04600439931256", "5abc", "12345678901234567"}, "AAAA"));
  EXPECT_TRUE(TailKey::make(TailScheme::Mac4, "A1b", secret(0)).error().is(kTailKeyInvalid));
}

// Tails of a series are the tails of its codes one by one, also when both lie in one buffer of printed codes.
TEST(Tails, SeriesEqualSingles) {
  constexpr std::size_t kCount = 150;
  for (TailScheme const scheme : kSchemes) {
    TailKey const key = key_of(scheme);
    for (std::size_t const length : {6U, 7U, 13U, 16U, 17U, 20U}) {
      std::size_t const stride = length + key.size() + 1;
      std::string buffer(stride * kCount, '#');
      std::vector<std::string> serials;
      for (std::size_t i = 0; i < kCount; ++i) {
        std::string serial = std::to_string(1'000'000 + i * 7919) + "abcdefghijklmnopqrst";
        serials.push_back(serial.substr(0, length));
        serials.back().copy(buffer.data() + stride * i, length);
      }
      TailSeries(key, kCode.gtin, length, "123")
          .write(buffer.data(), stride, kCount, buffer.data() + length, stride);
      for (std::size_t i = 0; i < kCount; ++i) {
        EXPECT_EQ(buffer.substr(stride * i + length, key.size()),
                  tail_of(key, {kCode.gtin, serials[i], "123"}));
        EXPECT_EQ(buffer[stride * i + stride - 1], '#');
      }
      if (scheme == TailScheme::Signature88) break;
    }
  }
}

// One request may mix keys, schemes and right and wrong tails; each gets its own answer.
TEST(Tails, VerifiesMixedBatches) {
  std::vector<TailKey> keys;
  for (TailScheme const scheme : kSchemes) {
    keys.push_back(key_of(scheme, "K001", 1));
    keys.push_back(key_of(scheme, "K002", 2));
  }
  std::vector<std::string> serials;
  std::vector<std::string> tails;
  for (std::size_t i = 0; i < 400; ++i) {
    serials.push_back(std::to_string(1'000 + i).substr(0, 1 + i % 4) + std::string(i % 16, 'x'));
    tails.push_back(tail_of(keys[i % keys.size()], {kCode.gtin, serials[i]}));
    if (i % 3 == 0) tails[i][1] = tails[i][1] == 'Q' ? 'R' : 'Q';
  }
  std::vector<TailQuery> queries;
  queries.reserve(serials.size());
  for (std::size_t i = 0; i < serials.size(); ++i)
    queries.push_back({&keys[i % keys.size()], {kCode.gtin, serials[i]}, tails[i]});
  auto const answers = std::make_unique<bool[]>(queries.size());
  TailKey::verify(queries, answers.get());
  for (std::size_t i = 0; i < queries.size(); ++i) EXPECT_EQ(answers[i], i % 3 != 0) << i;
}

// Anybody can check a tail of 88 characters with the public key and nothing else.
TEST(Tails, SignaturesAreCheckedOffline) {
  TailKey const key = key_of(TailScheme::Signature88);
  std::string const tail = tail_of(key, kCode);
  EXPECT_TRUE(verify_signature_tail(key.public_key(), "A1b2", kCode, tail));
  EXPECT_FALSE(verify_signature_tail(key.public_key(), "A1b3", kCode, tail));
  EXPECT_FALSE(
      verify_signature_tail(key_of(TailScheme::Signature88, "A1b2", 5).public_key(), "A1b2", kCode, tail));
  EXPECT_FALSE(verify_signature_tail(key.public_key(), "A1b2", {kCode.gtin, "5abcDEF012346"}, tail));
  EXPECT_FALSE(verify_signature_tail(key.public_key(), "A1b2", kCode, std::string(88, '!')));
}

// Ed25519 is that of RFC 8032 (section 7.1, test 2).
TEST(Ed25519, AgreesWithTheRfc) {
  std::array<std::uint8_t, 32> const seed{0x4c, 0xcd, 0x08, 0x9b, 0x28, 0xff, 0x96, 0xda, 0x9d, 0xb6, 0xc3,
                                          0x46, 0xec, 0x11, 0x4e, 0x0f, 0x5b, 0x8a, 0x31, 0x9f, 0x35, 0xab,
                                          0xa6, 0x24, 0xda, 0x8c, 0xf6, 0xed, 0x4f, 0xb8, 0xa6, 0xfb};
  Ed25519Key const key{SecretBytes<32>(seed)};
  EXPECT_EQ(key.public_key()[0], 0x3d);
  EXPECT_EQ(key.public_key()[31], 0x0c);
  Ed25519Signature const signature = key.sign("r");
  EXPECT_EQ(signature[0], 0x92);
  EXPECT_EQ(signature[63], 0x00);
  std::string const bytes(signature.begin(), signature.end());
  EXPECT_TRUE(verify_ed25519(key.public_key(), "r", bytes));
  EXPECT_FALSE(verify_ed25519(key.public_key(), "s", bytes));
  EXPECT_FALSE(verify_ed25519(key.public_key(), "r", bytes.substr(1)));
}

}  // namespace
}  // namespace tamga::crypto
