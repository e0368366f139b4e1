// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::gs1 {

/// A retail price that a code carries, in hundredths of the currency (kopecks, tiyin).
struct Price {
  std::uint32_t minor_units = 0;
  friend constexpr auto operator<=>(Price, Price) = default;
};

/// The largest price of each form: four digits of base 80, six decimal digits of AI (8005).
inline constexpr Price kMaxPackPrice{80U * 80U * 80U * 80U - 1};
inline constexpr Price kMaxElementPrice{999'999};

/// Four characters of a pack code: base 80, most significant first, 'A' is zero. Charset, then length.
Result<Price> parse_pack_price(std::string_view text);
/// The same for hot paths, and the way back. `price` is at most kMaxPackPrice.
std::optional<Price> read_pack_price(std::string_view text);
std::array<char, 4> write_pack_price(Price price);
Result<std::string> pack_price_text(Price price);

/// Six decimal digits of AI (8005), used in group packs for the sum of the packs' prices.
std::optional<Price> read_element_price(std::string_view text);

}  // namespace tamga::gs1
