// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"

namespace tamga::channels {

/// What goes through a channel. Stored as a number: never renumber.
enum class ChannelKind : std::uint8_t {
  Edo = 0,  ///< electronic documents between companies: invoices, acts of acceptance
  Ofd = 1,  ///< fiscal data of cash registers
};
inline constexpr std::array<std::string_view, 2> kChannelKindNames{"edo", "ofd"};
constexpr std::string_view name_of(ChannelKind kind) {
  return kChannelKindNames.at(static_cast<std::size_t>(kind));
}

/// By what a participant is known to an operator.
struct Requisite {
  LocalizedText name;
  std::int64_t least = 1;  ///< characters
  std::int64_t most = 100;
};

/// An operator of documents or of fiscal data that a participant may choose.
struct ChannelOperator {
  ChannelKind kind{};
  std::string code;
  LocalizedText name;
  bool built_in = false;  ///< of this system: free, and connected at once
  std::string url;
  std::optional<Requisite> requisite;  ///< nothing has to be given where there is none
};

/// The operators of a country: spec/<country>/channels.toml. Immutable after load.
class Directory {
 public:
  /// Every mistake at once, with file and line; also when a kind has no built-in operator.
  static Result<Directory> read(std::filesystem::path const& file);
  [[nodiscard]] std::vector<ChannelOperator> const& operators() const { return operators_; }
  [[nodiscard]] ChannelOperator const* find(ChannelKind kind, std::string_view code) const;

 private:
  std::vector<ChannelOperator> operators_;
};

}  // namespace tamga::channels
