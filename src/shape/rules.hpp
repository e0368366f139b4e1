// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace tamga::shape {

/// At least and at most, both allowed.
struct Bounds {
  std::size_t min = 0;
  std::size_t max = 0;
  [[nodiscard]] constexpr bool hold(std::size_t value) const { return min <= value && value <= max; }
};

/// The limits of one field. Everything read has a limit: a field that names none gets the default of its
/// type.
///   size    text: characters (Unicode scalar values); lists and attributes: entries; codes: how many; raw
///   JSON: bytes each    what stands inside a list: characters of a text, bytes of a code, characters of an
///   attribute's value from/to whole numbers, also those in a list
struct Rules {
  Bounds size;
  Bounds each;
  std::int64_t from = std::numeric_limits<std::int64_t>::min();
  std::uint64_t to = std::numeric_limits<std::uint64_t>::max();
  bool multiline = false;  ///< tab and line feed are allowed in the text
};

inline constexpr Bounds kTextDefault{0, 1000};
inline constexpr Bounds kListDefault{0, 1000};
inline constexpr Bounds kCodesDefault{1, 100'000};
inline constexpr Bounds kCodeDefault{1, 255};
inline constexpr Bounds kAttributesDefault{0, 64};
inline constexpr Bounds kAttributeName{1, 64};
inline constexpr Bounds kRawDefault{1, 65'536};

/// `given`, or the default of the type when the field names none.
constexpr Bounds or_default(Bounds given, Bounds otherwise) { return given.max == 0 ? otherwise : given; }

/// The rules of what stands inside a list that has `rules`.
constexpr Rules inner(Rules const& rules) {
  return {.size = rules.each, .each = {}, .from = rules.from, .to = rules.to, .multiline = rules.multiline};
}

}  // namespace tamga::shape
