// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "gs1/code_layout.hpp"
#include "gs1/code_tail.hpp"
#include "gs1/element_string.hpp"
#include "gs1/gtin.hpp"
#include "gs1/price.hpp"
#include "gs1/sscc.hpp"

namespace tamga::gs1 {

enum class ScanKind : std::uint8_t {
  Item,       ///< 01 + GTIN + 21 + serial: unit, group pack or set
  Transport,  ///< 00 + SSCC, or a code in the participant's own format (then without an SSCC)
  Legacy      ///< GTIN and serial without AIs, 21, 25 or 29 characters
};

/// The parts of one marking code, as views into its text. Owns nothing and is cheap to reuse for the next
/// code.
struct ScanView {
  static constexpr std::size_t kMaxExtras = 4;

  ScanKind kind = ScanKind::Item;
  TailKind tail_kind = TailKind::None;
  std::uint8_t extra_count = 0;
  Gtin gtin;                  ///< none for transport units
  Sscc sscc;                  ///< none for items
  std::string_view text;      ///< the marking code, canonical
  std::string_view identity;  ///< its CIS: what identifies it, compared byte by byte
  std::string_view serial;
  std::string_view price;   ///< six digits of AI (8005), or four of base 80
  std::string_view key_id;  ///< AI (91)
  std::string_view tail;    ///< AI (92) or (93), or the check of a legacy code
  std::string_view rest;    ///< Legacy: all behind the identity; `apply_layout` cuts it into price and tail
  std::array<Element, kMaxExtras> extra_elements;

  /// Elements behind the tail: weight, volume, count.
  [[nodiscard]] std::span<Element const> extras() const { return {extra_elements.data(), extra_count}; }
  [[nodiscard]] bool has_tail() const { return !tail.empty() || !rest.empty(); }
  [[nodiscard]] std::optional<Price> price_value() const;
};

/// Reads a code that is already canonical, as it comes from our own answers and from well-made documents:
/// nothing to trim, parts in printing order, real separators exactly where they belong. True and `out`
/// filled, or false: then `parse_scan` may still understand it. Builds no error and allocates nothing; more
/// than ten million a second. Views point into `text`. Says nothing of the product group: the caller compares
/// with its layout.
bool parse_clean(std::string_view text, ScanView& out);

/// Whether an item, or its identity alone, could have been printed by this layout. Elements behind the tail
/// are not judged: they do not change which item it is.
bool fits(ScanView const& code, CodeLayout const& layout);

/// Cuts a legacy code into price and tail. False when the text cannot be a code of this layout (or the
/// identity of one); then `code` is unchanged.
bool apply_layout(ScanView& code, CodeLayout const& layout);

/// Whether `<GS>` at the beginning of `text` stands for a separator: an AI follows. Otherwise the four
/// characters may be part of a serial, for all of them are in its alphabet.
bool stands_for_separator(std::string_view text);
inline constexpr std::string_view kVisibleGs = "<GS>";

/// `01`, 14 digits, `21`: claims to be an item, whether or not the check digit is right.
bool claims_item(std::string_view text);

/// Reads a legacy code or nothing: GTIN and serial, 21, 25 or 29 characters in all.
bool read_legacy(std::string_view text, ScanView& out);

}  // namespace tamga::gs1
