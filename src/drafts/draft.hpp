// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::drafts {

using ledger::ParticipantNo;

/// A form that somebody began to fill and has not signed: kept while he types, so that a closed window loses
/// nothing. It is nobody's statement. Features 3.2 (Draft), U-36.
struct Draft {
  std::string name;  ///< given by the writer: "profile", "shipment-of-monday"
  std::string kind;  ///< what it will be: a kind of document
  std::string body;  ///< JSON, as it stands
  std::string person;
  UnixMs saved;
};

inline constexpr std::size_t kMaxBodyBytes = 1 << 20;
inline constexpr std::int64_t kMostDrafts = 200;  ///< of an organisation

/// Keeps or replaces a draft, within the transaction of `connection`. Errors: DRAFT_NO_JSON, DRAFT_TOO_LARGE,
/// TOO_MANY_DRAFTS.
Result<void> save(sql::Connection& connection, ParticipantNo participant, Draft const& draft);
/// Errors: DRAFT_UNKNOWN.
Result<void> discard(sql::Connection& connection, ParticipantNo participant, std::string_view name);

Result<std::optional<Draft>> find(sql::Connection& connection, ParticipantNo participant,
                                  std::string_view name);
/// Those of an organisation without their bodies, lately saved first.
Result<std::vector<Draft>> of(sql::Connection& connection, ParticipantNo participant);

}  // namespace tamga::drafts
