// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "contracts/facts.hpp"

namespace tamga::contracts {

/// What a {placeholder} of a template can ask for: the facts and the number.
struct Filling {
  ContractFacts const& facts;
  std::string_view number;
  Language language;
};

/// Whether templates may ask for it; without braces.
[[nodiscard]] bool is_placeholder(std::string_view name);
/// Its value, empty when the facts have none. Control characters become spaces: a value cannot start a line.
[[nodiscard]] std::string value_of(std::string_view name, Filling const& filling);

/// The names in a text, in order; `stray` is set when a brace belongs to no placeholder.
struct Found {
  std::vector<std::string_view> names;
  bool stray = false;
};
[[nodiscard]] Found placeholders_in(std::string_view text);

/// The text with its placeholders filled. Errors: CONTRACT_FACT_MISSING when a value is empty: a contract
/// with a gap is never made.
Result<std::string> fill(std::string_view text, Filling const& filling);

/// "68,00", "1 250,00" with a no-break space.
[[nodiscard]] std::string money(std::int64_t minor);
/// "01.03.2026".
[[nodiscard]] std::string local_day(Date day);

}  // namespace tamga::contracts
