// SPDX-License-Identifier: Apache-2.0
#include "crypto/serial_format.hpp"

#include <algorithm>
#include <cstring>

#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

constexpr std::size_t kFewestNumerals = 5;
constexpr std::size_t kMostNumerals = 20;
constexpr std::size_t kSmallestRadix = 10;
constexpr std::size_t kLargestRadix = 84;  // the largest whose tenth power fits 64 bits
constexpr std::uint64_t kFewestSerials = 1'000'000;

std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t value = 1;
  for (std::size_t i = 0; i < exponent; ++i) value *= base;
  return value;
}

tl::unexpected<Error> invalid(std::string_view reason) {
  return fail(Error(kSerialFormatInvalid).with("reason", std::string(reason)));
}

}  // namespace

Result<std::shared_ptr<SerialFormat const>> SerialFormat::make(std::string_view alphabet, std::size_t length,
                                                               std::string_view prefix) {
  if (alphabet.size() < kSmallestRadix || alphabet.size() > kLargestRadix)
    return invalid("an alphabet has 10 to 84 characters");
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    if (alphabet.find(alphabet[i], i + 1) != std::string_view::npos)
      return invalid("a character appears twice");
  if (length < prefix.size() + kFewestNumerals || length > prefix.size() + kMostNumerals)
    return invalid("a serial has 5 to 20 characters beside its prefix");
  std::shared_ptr<SerialFormat const> format(new SerialFormat(alphabet, length, prefix));
  if (format->capacity() < kFewestSerials) return invalid("fewer than a million serials");
  return format;
}

SerialFormat::SerialFormat(std::string_view alphabet, std::size_t length, std::string_view prefix)
    : alphabet_(alphabet),
      prefix_(prefix),
      left_size_((length - prefix.size()) / 2),
      right_size_(length - prefix.size() - left_size_) {
  std::uint64_t const radix = alphabet.size();
  std::uint64_t const lefts = power(radix, left_size_);
  std::uint64_t const rights = power(radix, right_size_);
  half_bytes_ = static_cast<std::size_t>(64 - __builtin_clzll(rights - 1) + 7) / 8;
  bool const wide = half_bytes_ > 4;
  left_ = HalfModulus(lefts, wide);
  right_ = HalfModulus(rights, wide);
  capacity_ = static_cast<std::uint64_t>(std::min<Uint128>(Uint128{lefts} * rights, kSeriesCapacity));
  pair_reciprocal_ = ~std::uint64_t{0} / (radix * radix);
  for (char const high : alphabet)
    for (char const low : alphabet) pairs_.push_back({high, low});
  digits_.fill(kNoDigit);
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    digits_[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
}

void SerialFormat::write_half(std::uint64_t value, std::size_t size, char* out) const {
  std::uint64_t const pair_count = pairs_.size();
  for (; size >= 2; size -= 2) {
    std::uint64_t quotient = high_half(value, pair_reciprocal_);
    std::uint64_t rest = value - quotient * pair_count;
    if (rest >= pair_count) {  // the estimate is right or one too small
      rest -= pair_count;
      ++quotient;
    }
    std::memcpy(out + size - 2, pairs_.data() + rest, 2);
    value = quotient;
  }
  if (size == 1) out[0] = alphabet_[value];
}

void SerialFormat::write(Halves halves, char* out) const {
  out = std::copy(prefix_.begin(), prefix_.end(), out);
  write_half(halves.left, left_size_, out);
  write_half(halves.right, right_size_, out + left_size_);
}

bool SerialFormat::read(std::string_view serial, Halves& out) const {
  if (serial.size() != length() || !serial.starts_with(prefix_)) return false;
  serial.remove_prefix(prefix_.size());
  std::uint64_t const radix = alphabet_.size();
  std::uint8_t all = 0;
  out = {0, 0};
  // A character outside sets the top bit, which no value has; what it does to the numbers is not looked at.
  for (std::size_t i = 0; i < left_size_; ++i) {
    std::uint8_t const digit = digits_[static_cast<unsigned char>(serial[i])];
    all |= digit;
    out.left = out.left * radix + digit;
  }
  for (std::size_t i = left_size_; i < serial.size(); ++i) {
    std::uint8_t const digit = digits_[static_cast<unsigned char>(serial[i])];
    all |= digit;
    out.right = out.right * radix + digit;
  }
  return (all & 0x80U) == 0;
}

}  // namespace tamga::crypto
