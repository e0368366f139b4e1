// SPDX-License-Identifier: Apache-2.0
#include "crypto/serial_permutation.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "crypto/errors.hpp"
#include "crypto/ff1.hpp"

namespace tamga::crypto {
namespace {

constexpr std::string_view kGtin = "04600439931256";
constexpr std::string_view kSet82 =
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

SerialKey key_of(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  SerialKey key;
  for (auto& byte : key.writable()) byte = static_cast<std::uint8_t>(random());
  return key;
}

std::shared_ptr<SerialFormat const> format_of(std::string_view alphabet, std::size_t length,
                                              std::string_view prefix = {}) {
  auto format = SerialFormat::make(alphabet, length, prefix);
  EXPECT_TRUE(format) << describe(format.error());
  return *format;
}

std::string serial_of(SerialPermutation const& series, std::uint64_t index) {
  std::string out(series.format().length(), '?');
  series.serials(index, 1, out.data(), out.size());
  return out;
}

/// The same by the plain implementation of the standard.
std::string reference(SerialKey const& key, SerialFormat const& format, std::uint64_t index) {
  auto const ff1 = Ff1::make(key.view(), static_cast<std::uint32_t>(format.radix()));
  Ff1::Numerals plain(format.numerals());
  for (std::size_t i = plain.size(); i-- > 0; index /= format.radix())
    plain[i] = static_cast<std::uint16_t>(index % format.radix());
  std::vector<std::uint8_t> const tweak(kGtin.begin(), kGtin.end());
  std::string out = format.prefix();
  auto const cipher = ff1->encrypt(plain, tweak);
  for (std::uint16_t const numeral : *cipher) out.push_back(format.alphabet()[numeral]);
  return out;
}

std::vector<AesPath> paths() {
  std::vector<AesPath> out{AesPath::Portable};
  if (best_aes_path() != AesPath::Portable) out.push_back(AesPath::AesNi);
  if (best_aes_path() == AesPath::Vaes) out.push_back(AesPath::Vaes);
  return out;
}

// The fast permutation is FF1 for every length, alphabet and kind of processor, at the ends of the range and
// inside.
TEST(SerialPermutation, IsFf1) {
  std::mt19937_64 random(7);
  for (std::string_view const alphabet :
       {kLettersAndDigits, kSet82, kSet82.substr(13, 10), kSet82.substr(0, 64)}) {
    for (std::size_t length = 5; length <= 20; ++length) {
      auto const format = SerialFormat::make(alphabet, length);
      if (!format) {
        EXPECT_EQ(length, 5U);  // ten digits: fewer than a million
        continue;
      }
      SerialKey const key = key_of(random());
      for (AesPath const path : paths()) {
        SerialPermutation const series(key, kGtin, *format, path);
        std::uint64_t const capacity = (*format)->capacity();
        for (std::uint64_t const index :
             {std::uint64_t{0}, random() % capacity, random() % capacity, capacity - 1}) {
          std::string const serial = serial_of(series, index);
          ASSERT_EQ(serial, reference(key, **format, index)) << length << ' ' << index;
          ASSERT_EQ(series.index_of(serial), index);
        }
      }
    }
  }
}

// A batch is its codes one by one, whatever its size, and touches nothing between them.
TEST(SerialPermutation, BatchesEqualSingles) {
  SerialKey const key = key_of(1);
  auto const format = format_of(kLettersAndDigits, 13, "5");
  for (AesPath const path : paths()) {
    SerialPermutation const series(key, kGtin, format, path);
    for (std::size_t const count : {1U, 7U, 15U, 16U, 63U, 64U, 65U, 200U}) {
      std::string out(count * 16, '#');
      series.serials(1000, count, out.data(), 16);
      for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(out.substr(16 * i, 13), reference(key, *format, 1000 + i));
        EXPECT_EQ(out.substr(16 * i + 13, 3), "###");
      }
    }
  }
}

// Counting across the end of the right half carries into the left one.
TEST(SerialPermutation, CarriesBetweenTheHalves) {
  SerialKey const key = key_of(2);
  auto const format = format_of(kLettersAndDigits, 6);
  SerialPermutation const series(key, kGtin, format);
  std::uint64_t const edge = 62 * 62 * 62;
  std::string out(6 * 4, ' ');
  series.serials(edge - 2, 4, out.data(), 6);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(out.substr(6 * i, 6), reference(key, *format, edge - 2 + i));
}

// Serials never repeat, and depend on key and GTIN.
TEST(SerialPermutation, IsAPermutationOfItsOwnSeries) {
  SerialPermutation const series(key_of(3), kGtin, format_of(kLettersAndDigits, 6));
  SerialPermutation const other_gtin(key_of(3), "04600439931263", format_of(kLettersAndDigits, 6));
  SerialPermutation const other_key(key_of(4), kGtin, format_of(kLettersAndDigits, 6));
  std::set<std::string> seen;
  for (std::uint64_t i = 0; i < 5000; ++i) seen.insert(serial_of(series, i));
  EXPECT_EQ(seen.size(), 5000U);
  EXPECT_NE(serial_of(series, 0), serial_of(other_gtin, 0));
  EXPECT_NE(serial_of(series, 0), serial_of(other_key, 0));
}

// A text that is not a serial of the layout has no index: wrong length, prefix or character, or a number out
// of reach.
TEST(SerialPermutation, ForeignTextsHaveNoIndex) {
  SerialPermutation const series(key_of(5), kGtin, format_of(kLettersAndDigits, 13, "5"));
  std::string const good = serial_of(series, 42);
  EXPECT_EQ(series.index_of(good), 42U);
  EXPECT_EQ(series.index_of(""), kNoIndex);
  EXPECT_EQ(series.index_of(good.substr(1)), kNoIndex);
  EXPECT_EQ(series.index_of(good + "A"), kNoIndex);
  EXPECT_EQ(series.index_of("4" + good.substr(1)), kNoIndex);
  EXPECT_EQ(series.index_of(good.substr(0, 12) + "!"), kNoIndex);
  EXPECT_EQ(series.index_of(good.substr(0, 12) + "\xC3"), kNoIndex);
  // 62^12 texts, 2^34 serials: one guess in 190 million inverts to an index at all.
  EXPECT_EQ(series.index_of("5AAAAAAAAAAAA"), kNoIndex);
}

// A request that mixes series gets the same answers as one question at a time.
TEST(SerialPermutation, FindsInManySeriesAtOnce) {
  std::vector<SerialPermutation> series;
  for (std::size_t length = 6; length <= 20; ++length)
    series.emplace_back(key_of(length), kGtin, format_of(kLettersAndDigits, length));
  std::vector<std::string> texts;
  std::vector<std::uint64_t> expected;
  std::vector<SerialQuery> queries;
  for (std::uint64_t i = 0; i < 300; ++i) {
    texts.push_back(i % 10 == 3 ? std::string("nonsense!")
                                : serial_of(series[i % series.size()], i * 1'000'003));
    expected.push_back(i % 10 == 3 ? kNoIndex : i * 1'000'003);
  }
  for (std::size_t i = 0; i < texts.size(); ++i) queries.push_back({&series[i % series.size()], texts[i]});
  std::vector<std::uint64_t> found(texts.size());
  SerialPermutation::find(queries, found.data());
  EXPECT_EQ(found, expected);
}

// Reduction without division is exact where the estimate of the quotient is worst: next to multiples of the
// modulus.
TEST(HalfModulus, ReducesExactly) {
  std::mt19937_64 random(11);
  auto const check = [](HalfModulus const& m, std::uint64_t first, std::uint32_t next, bool wide) {
    Uint128 const y = wide ? Uint128{first} << 32 | next : Uint128{first};
    ASSERT_EQ(m.reduce(first, next), static_cast<std::uint64_t>(y % m.value())) << m.value() << ' ' << first;
  };
  for (std::uint64_t radix = 10; radix <= 84; ++radix) {
    std::uint64_t value = radix;
    for (unsigned exponent = 1; exponent <= 10; ++exponent, value *= radix) {
      HalfModulus const wide(value, true);
      for (unsigned i = 0; i < 200; ++i) {
        check(wide, random(), static_cast<std::uint32_t>(random()), true);
        Uint128 const multiple = Uint128{value} * (static_cast<std::uint64_t>(random()) >> 32);
        Uint128 const y = multiple - i % 3 + 1;
        check(wide, static_cast<std::uint64_t>(y >> 32), static_cast<std::uint32_t>(y), true);
        if (value <= std::uint64_t{1} << 32) check(HalfModulus(value, false), random(), 0, false);
      }
      check(wide, ~std::uint64_t{0}, ~std::uint32_t{0}, true);
      check(wide, 0, 0, true);
      std::uint64_t const a = value - 1;
      EXPECT_EQ(wide.add(a, a), value - 2);
      EXPECT_EQ(wide.subtract(0, a), 1U % value);
    }
  }
}

// A layout that cannot be permuted is refused when it is defined, not when codes are ordered.
TEST(SerialFormat, RefusesLayoutsOutsideTheStandard) {
  EXPECT_TRUE(SerialFormat::make("0123456789", 5).error().is(kSerialFormatInvalid));
  EXPECT_TRUE(SerialFormat::make("0123456780", 9).error().is(kSerialFormatInvalid));
  EXPECT_TRUE(SerialFormat::make("012345678", 9).error().is(kSerialFormatInvalid));
  EXPECT_TRUE(SerialFormat::make(kLettersAndDigits, 4).error().is(kSerialFormatInvalid));
  EXPECT_TRUE(SerialFormat::make(kLettersAndDigits, 5, "5").error().is(kSerialFormatInvalid));
  EXPECT_TRUE(SerialFormat::make(kLettersAndDigits, 21).error().is(kSerialFormatInvalid));
  EXPECT_EQ(format_of("0123456789", 6)->capacity(), 1'000'000U);
  EXPECT_EQ(format_of(kLettersAndDigits, 6, "5")->capacity(), 916'132'832U);
  EXPECT_EQ(format_of(kLettersAndDigits, 13)->capacity(), kSeriesCapacity);
}

}  // namespace
}  // namespace tamga::crypto
