// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "ledger/life_cycle.hpp"

namespace tamga::documents {

struct Lot;

/// One refused item of a document, with what the text of its error needs to know of the code.
struct Refusal {
  std::size_t item;
  ErrorKind const* kind;
  ledger::Event event{};        ///< that was asked for; of refusals by the life cycle
  ledger::CodeStatus status{};  ///< of the code, or of what lies in it
  Lot const* lot{};             ///< of the code, where it was looked at; lives as long as the desk
  /// For refusals with values of their own.
  std::vector<std::pair<std::string, std::string>> values{};
};

/// The values for the text of the refusal's error: statuses, days, or what is odd about the text itself.
std::vector<std::pair<std::string, std::string>> arguments_of(Refusal const& refusal, std::string_view text);

}  // namespace tamga::documents
