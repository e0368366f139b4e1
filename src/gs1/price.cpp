// SPDX-License-Identifier: Apache-2.0
#include "gs1/price.hpp"

#include <cassert>

#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

// The order is that of the operators' published algorithm, not of ASCII: '=' stands before '<'.
constexpr std::string_view kDigits80 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'*+-./_,:;=<>?";
static_assert(kDigits80.size() == 80);

constexpr std::array<std::uint8_t, 256> digit_values() {
  std::array<std::uint8_t, 256> values{};
  for (std::size_t i = 0; i < kDigits80.size(); ++i) {
    values[static_cast<unsigned char>(kDigits80[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}
constexpr auto kValues = digit_values();

constexpr std::size_t kPackPriceSize = 4;
constexpr std::size_t kElementPriceSize = 6;

}  // namespace

std::optional<Price> read_pack_price(std::string_view text) {
  if (text.size() != kPackPriceSize || !all(kPrice80, text)) return std::nullopt;
  std::uint32_t value = 0;
  for (char const c : text) value = value * 80 + kValues[static_cast<unsigned char>(c)];
  return Price{value};
}

Result<Price> parse_pack_price(std::string_view text) {
  if (text.empty()) return fail(kIdentifierEmpty);
  if (auto const position = first_outside(kPrice80, text)) {
    return fail(Error(kPackPriceCharset).with("position", std::to_string(position)));
  }
  if (text.size() != kPackPriceSize)
    return fail(Error(kPackPriceLength).with("length", std::to_string(text.size())));
  return *read_pack_price(text);
}

std::array<char, 4> write_pack_price(Price price) {
  assert(price <= kMaxPackPrice);
  std::array<char, kPackPriceSize> text;
  auto value = price.minor_units;
  for (std::size_t i = kPackPriceSize; i-- > 0; value /= 80) text[i] = kDigits80[value % 80];
  return text;
}

Result<std::string> pack_price_text(Price price) {
  if (price > kMaxPackPrice) {
    return fail(Error(kPackPriceRange).with("maximum", std::to_string(kMaxPackPrice.minor_units)));
  }
  auto const text = write_pack_price(price);
  return std::string(text.data(), text.size());
}

std::optional<Price> read_element_price(std::string_view text) {
  if (text.size() != kElementPriceSize || !all(kDigit, text)) return std::nullopt;
  return Price{static_cast<std::uint32_t>(read_digits(text))};
}

}  // namespace tamga::gs1
