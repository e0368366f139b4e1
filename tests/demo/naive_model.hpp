// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tamga::demo {

enum class Who : std::uint8_t { Maker, Wholesaler, Shop };
inline constexpr std::array kEverybody{Who::Maker, Who::Wholesaler, Who::Shop};
std::string_view name_of(Who who);

enum class Status : std::uint8_t { Emitted, Applied, Introduced, Retired, WrittenOff, Disbanded };
/// As the interface writes it.
std::string_view name_of(Status status);

/// One code, of goods or of a package, as it should be.
struct Thing {
  std::string code;  ///< as it is printed, tail included
  Status status = Status::Emitted;
  Who owner = Who::Maker;
  int parent = -1;  ///< index of the package it lies in; -1: none
  bool second_lot = false;
  bool recalled = false;
};

/// The world as it should be, kept in the most obvious way: one record for each code. It shares nothing with
/// the program under test. Threads may change different things at the same time.
class NaiveModel {
 public:
  /// Indexes of the new things are consecutive.
  int add(Thing thing);

  [[nodiscard]] Thing& at(int index) { return things_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] Thing const& at(int index) const { return things_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] int size() const { return static_cast<int>(things_.size()); }

  /// What lies directly in a package, in order of the indexes.
  [[nodiscard]] std::vector<int> children(int package) const;
  /// The things and everything in them at any depth.
  [[nodiscard]] std::vector<int> with_content(std::set<int> const& things) const;

  /// How many of the things [from, to) each owner has in each status.
  using Stock = std::map<std::pair<Who, Status>, std::int64_t>;
  [[nodiscard]] Stock stock(int from, int to) const;

 private:
  std::vector<Thing> things_;
};

}  // namespace tamga::demo
