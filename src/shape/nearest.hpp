// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tamga::shape {

/// What a person may have meant by a name that is not known.
struct Nearness {
  std::string_view best;  ///< the known name, if one is near enough to be a slip of the hand; else empty
  std::string all;        ///< the known names, nearest first, with commas; at most 20
};

/// Compares by the number of letters to change, add, drop or swap (optimal string alignment), blind to case
/// and to the difference between receiverTin and receiver_tin.
Nearness by_nearness(std::string_view given, std::span<std::string_view const> known);

/// `text` cut to at most `max` bytes between characters, for showing a sender what he sent.
std::string_view clip(std::string_view text, std::size_t max);

}  // namespace tamga::shape
