// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "crypto/sha256.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

using ledger::ParticipantNo;

/// A call that changes something, with the key its sender gave it: kept for a month, so that the same call is
/// answered from here and changes nothing again.
struct KeyedCall {
  ParticipantNo participant;
  std::string key;
  crypto::Sha256 request{};  ///< of what is asked, the action included
};

/// What the same call changed before; nothing when it is new. Errors: CALL_KEY_REUSED when the key was given
/// to another call.
Result<std::optional<std::string>> find_call(sql::Connection& connection, KeyedCall const& call);
/// Within the transaction of the change.
Result<void> note_call(sql::Connection& connection, KeyedCall const& call, std::string_view object,
                       UnixMs now);
Result<void> forget_calls(sql::Connection& connection, UnixMs before);

}  // namespace tamga::registry
