// SPDX-License-Identifier: Apache-2.0
#include "crypto/ff1.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

std::vector<std::uint8_t> from_hex(std::string_view text) {
  std::vector<std::uint8_t> out;
  for (std::size_t i = 0; i < text.size(); i += 2)
    out.push_back(static_cast<std::uint8_t>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16)));
  return out;
}

constexpr std::string_view kSymbols = "0123456789abcdefghijklmnopqrstuvwxyz";

Ff1::Numerals numerals(std::string_view text) {
  Ff1::Numerals out;
  for (char const c : text) out.push_back(static_cast<std::uint16_t>(kSymbols.find(c)));
  return out;
}

struct Sample {
  std::string_view key;
  std::uint32_t radix;
  std::string_view tweak;
  std::string_view plain;
  std::string_view cipher;
};

constexpr std::string_view kKey128 = "2B7E151628AED2A6ABF7158809CF4F3C";
constexpr std::string_view kKey192 = "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F";
constexpr std::string_view kKey256 = "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94";
constexpr std::string_view kTweak10 = "39383736353433323130";
constexpr std::string_view kTweak11 = "3737373770717273373737";

// The nine samples NIST publishes for FF1.
constexpr Sample kSamples[] = {
    {kKey128, 10, "", "0123456789", "2433477484"},
    {kKey128, 10, kTweak10, "0123456789", "6124200773"},
    {kKey128, 36, kTweak11, "0123456789abcdefghi", "a9tv40mll9kdu509eum"},
    {kKey192, 10, "", "0123456789", "2830668132"},
    {kKey192, 10, kTweak10, "0123456789", "2496655549"},
    {kKey192, 36, kTweak11, "0123456789abcdefghi", "xbj3kv35jrawxv32ysr"},
    {kKey256, 10, "", "0123456789", "6657667009"},
    {kKey256, 10, kTweak10, "0123456789", "1001623463"},
    {kKey256, 36, kTweak11, "0123456789abcdefghi", "xs8a0azh2avyalyzuwd"},
};

// Our FF1 is the standard's FF1, forwards and backwards.
TEST(Ff1, AgreesWithTheSamplesOfTheStandard) {
  for (Sample const& sample : kSamples) {
    auto const ff1 = Ff1::make(from_hex(sample.key), sample.radix);
    ASSERT_TRUE(ff1);
    auto const tweak = from_hex(sample.tweak);
    EXPECT_EQ(*ff1->encrypt(numerals(sample.plain), tweak), numerals(sample.cipher)) << sample.cipher;
    EXPECT_EQ(*ff1->decrypt(numerals(sample.cipher), tweak), numerals(sample.plain)) << sample.cipher;
  }
}

// What lies outside the standard is refused, not computed somehow.
TEST(Ff1, RefusesWhatTheStandardDoesNotAllow) {
  auto const key = from_hex(kKey128);
  EXPECT_TRUE(Ff1::make(std::span(key).first(15), 10).error().is(kSerialFormatInvalid));
  EXPECT_TRUE(Ff1::make(key, 1).error().is(kSerialFormatInvalid));
  EXPECT_TRUE(Ff1::make(key, 65537).error().is(kSerialFormatInvalid));
  auto const ff1 = Ff1::make(key, 10);
  EXPECT_TRUE(ff1->encrypt(numerals("12345"), {}).error().is(kSerialFormatInvalid));
  EXPECT_TRUE(ff1->encrypt({1, 2, 3, 4, 5, 6, 10}, {}).error().is(kSerialFormatInvalid));
}

// The widest radix and long texts work: several blocks of keystream are then needed.
TEST(Ff1, LargeRadixAndLongTextsInvert) {
  auto const ff1 = Ff1::make(from_hex(kKey256), 65536);
  Ff1::Numerals plain;
  for (unsigned i = 0; i < 40; ++i) plain.push_back(static_cast<std::uint16_t>(i * 1999));
  auto const cipher = ff1->encrypt(plain, from_hex("00"));
  ASSERT_TRUE(cipher);
  EXPECT_NE(*cipher, plain);
  EXPECT_EQ(*ff1->decrypt(*cipher, from_hex("00")), plain);
}

}  // namespace
}  // namespace tamga::crypto
