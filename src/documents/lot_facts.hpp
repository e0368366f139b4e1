// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/case.hpp"

namespace tamga::documents {

/// What a document says of production; each fact is its field of the same name.
struct LotFacts {
  std::optional<Date> produced_on;
  std::optional<Date> expires_on;
  std::optional<std::string> batch;
  std::optional<std::string> country;
};

/// Objects to dates that cannot be: made tomorrow, expired before it was made.
void check_dates(Case& one, std::optional<Date> produced_on, std::optional<Date> expires_on);

/// Objects to what the groups of the codes ask for and the document lacks (`complete`), and to what they do
/// not know. Once for each fact.
void check_attributes(Case& one, LotFacts const& facts, ledger::CodeSet const& codes, bool complete);

/// Two capital letters, ISO 3166-1.
Result<void> check_country(std::optional<std::string> const& country,
                           std::string const& pointer = "/country");

}  // namespace tamga::documents
