// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "registry/participant.hpp"
#include "sql/connection.hpp"
#include "sql/store.hpp"

namespace tamga::registry {

/// Who takes part, and by which certificates they sign. In memory; changes are durable before they show. Safe
/// from any thread. On a store shared by several processes a miss looks into the database.
class Register {
 public:
  static Result<std::unique_ptr<Register>> open(sql::Store& store);
  ~Register();

  [[nodiscard]] Result<std::optional<Participant>> find(ParticipantNo number) const;
  [[nodiscard]] Result<std::optional<Participant>> find_by_tax_id(std::string_view tax_id) const;
  /// Whose certificate it is; nothing when it acts for nobody.
  [[nodiscard]] Result<std::optional<Signer>> signer(crypto::Sha256 const& certificate) const;

  /// A new participant with the next number (`participant.number` is ignored), in a transaction of its own.
  /// Errors: PARTICIPANT_EXISTS (tax id).
  Result<Participant> add(Participant participant);
  /// Lets a certificate act for a participant. Errors: PARTICIPANT_UNKNOWN, SIGNER_EXISTS.
  Result<void> add_signer(Signer const& signer);

  /// The same within the transaction of `connection`; `show` after its commit. The participant gets its
  /// number. Errors: PARTICIPANT_EXISTS, SIGNER_EXISTS, STORE_CONFLICT (another process took the number at
  /// the same moment: judge the transaction anew).
  Result<void> insert(sql::Connection& connection, Participant& participant);
  Result<void> insert(sql::Connection& connection, Signer const& signer);
  void show(Participant const& participant);
  void show(Signer const& signer);

 private:
  struct State;
  explicit Register(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::registry
