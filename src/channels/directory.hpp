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
#include "base/time.hpp"

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

/// Documents that only whoever has a working channel of a kind may send. Features R-74.
struct ChannelNeed {
  ChannelKind kind{};
  std::vector<std::string> documents;  ///< kinds of documents
  Date from = Date::from_days(0);      ///< first day
};

/// The operators of a country: spec/<country>/channels.toml. Immutable after load.
class Directory {
 public:
  /// Every mistake at once, with file and line; also when a kind has no built-in operator.
  static Result<Directory> read(std::filesystem::path const& file);
  [[nodiscard]] std::vector<ChannelOperator> const& operators() const { return operators_; }
  [[nodiscard]] std::vector<ChannelNeed> const& needs() const { return needs_; }
  [[nodiscard]] ChannelOperator const* find(ChannelKind kind, std::string_view code) const;

 private:
  std::vector<ChannelOperator> operators_;
  std::vector<ChannelNeed> needs_;
};

}  // namespace tamga::channels
