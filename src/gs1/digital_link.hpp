// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "gs1/gln.hpp"
#include "gs1/gtin.hpp"
#include "gs1/sscc.hpp"

namespace tamga::gs1 {

inline constexpr std::size_t kMaxLinkSize = 2048;

/// What a GS1 Digital Link URI names: one web address for people and machines
/// (https://id.example/01/09521234543213/21/5abc?17=271231). GS1 Digital Link Standard, URI Syntax 1.2.
struct DigitalLink {
  enum class Key : std::uint8_t { Item, Transport, Location };  ///< AI (01), (00), (414)
  Key key = Key::Item;
  Gtin gtin;
  Sscc sscc;
  Gln gln;
  std::string variant;    ///< AI (22)
  std::string batch;      ///< AI (10)
  std::string serial;     ///< AI (21)
  std::string extension;  ///< AI (254), behind a GLN
  /// The query as it was, decoded: AIs and other names alike, in their order.
  std::vector<std::pair<std::string, std::string>> attributes;

  friend bool operator==(DigitalLink const&, DigitalLink const&) = default;
};

/// Reads a link of any host, with or without a path before the key; GTINs of 8, 12 and 13 digits are padded.
/// AI (91), (92) and (93) are refused: an address is logged and passed on, and a check tail must not be.
/// Errors: LINK_STRUCTURE, LINK_CARRIES_TAIL, those of the key and of the serial.
Result<DigitalLink> parse_digital_link(std::string_view uri);

/// `resolver` is scheme and host, and a path if wanted, without the slash at the end: "https://id.example".
std::string digital_link(std::string_view resolver, DigitalLink const& link);
std::string digital_link(std::string_view resolver, Gtin gtin, std::string_view serial = {});
std::string digital_link(std::string_view resolver, Sscc sscc);

}  // namespace tamga::gs1
