// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "country/dated.hpp"
#include "country/errors.hpp"
#include "country/spec_table.hpp"
#include "gs1/code_layout.hpp"

namespace tamga::country {

/// Values that may stand once only, with the place where each was first met.
class Once {
 public:
  void check(SpecTable& table, std::string_view key, std::string const& value) {
    auto const [seen, fresh] = first_.emplace(value, table.where(key));
    if (!fresh)
      table.wrong(key, Error(kSpecDuplicate)
                           .with("key", std::string(key))
                           .with("value", value)
                           .with("first", seen->second));
  }

 private:
  std::map<std::string, std::string> first_;
};

enum class Rows : std::uint8_t { Needed, Optional };

/// Rows with `effective_from`, no two of the same day.
template <class T, class Read>
Dated<T> read_dated(SpecTable& table, std::string_view key, Rows presence, Read const& read) {
  if (presence == Rows::Needed && !table.has(key))
    table.wrong({}, Error(kSpecMissingKey).with("key", std::string(key)));
  std::vector<typename Dated<T>::Row> rows;
  std::map<Date, std::string> first;
  table.each(key, [&](SpecTable& row) {
    Date const from = row.day("effective_from");
    auto const [seen, fresh] = first.emplace(from, row.where("effective_from"));
    if (!fresh && row.has("effective_from"))
      row.wrong("effective_from",
                Error(kSpecPeriod).with("key", std::string(key)).with("other", seen->second));
    rows.push_back({from, read(row)});
  });
  return Dated<T>(std::move(rows));
}

/// Every word of the list must be known to `exists`.
template <class Exists>
void check_references(SpecTable& table, std::string_view key, std::vector<std::string> const& words,
                      Exists const& exists) {
  for (std::string const& word : words) {
    if (!exists(word))
      table.wrong(key, Error(kSpecUnknownReference).with("key", std::string(key)).with("value", word));
  }
}

/// Spelling of `gs1::TailKind` in the files, in its order.
inline constexpr std::array<std::string_view, 6> kTailNames{"none",  "mac4",    "mac44",
                                                            "sig88", "legacy4", "legacy8"};

/// The layout under `layout`; nothing, with the mistake recorded, when it cannot be read.
std::optional<gs1::CodeLayout> read_layout(SpecTable& table);

}  // namespace tamga::country
