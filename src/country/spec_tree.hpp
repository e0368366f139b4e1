// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace tamga::country {

/// A TOML value with the line it stands on. The library behind it is seen by spec_tree.cpp alone.
struct SpecNode {
  enum class Kind : std::uint8_t { Table, Array, Text, Integer, Flag, Day, Other };

  Kind kind = Kind::Other;
  int line = 0;
  std::string key;              ///< its name, when it is a member of a table
  std::string text;             ///< Text
  std::int64_t integer = 0;     ///< Integer
  bool flag = false;            ///< Flag
  std::int32_t days = 0;        ///< Day, days since 1970-01-01
  std::vector<SpecNode> items;  ///< members of a table in file order, or items of an array

  [[nodiscard]] SpecNode const* find(std::string_view name) const;
};

/// Reads a whole file; the error names the file as it was given, and the line.
Result<SpecNode> read_spec(std::filesystem::path const& file);

}  // namespace tamga::country
