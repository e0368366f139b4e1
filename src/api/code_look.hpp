// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "api/call.hpp"
#include "emission/resolver.hpp"
#include "ledger/ledger.hpp"

namespace tamga::api {

/// A code that the caller may look into.
struct OwnCode {
  emission::Reading reading;
  ledger::CodeState state;
  std::vector<ledger::HistoryLine> history;
};

/// Reads the text and looks whether the caller owns the code, ordered it, or is the operator. Errors: those
/// of `Resolver::read`, CODE_NOT_ISSUED, CODE_NOT_YOURS.
Result<OwnCode> look_into(Call const& call, std::string_view text);

/// The packages a code lies in, innermost first.
Result<std::vector<ledger::CodeNo>> packages_above(ledger::Ledger& ledger, ledger::CodeNo parent);

}  // namespace tamga::api
