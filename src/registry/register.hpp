// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "registry/participant.hpp"
#include "registry/users.hpp"
#include "sql/connection.hpp"
#include "sql/store.hpp"

namespace tamga::registry {

/// Who takes part, and who their people are. In memory; changes are durable before they show. Safe
/// from any thread. On a store shared by several processes a miss looks into the database.
class Register {
 public:
  static Result<std::unique_ptr<Register>> open(sql::Store& store);
  ~Register();

  [[nodiscard]] Result<std::optional<Participant>> find(ParticipantNo number) const;
  [[nodiscard]] Result<std::optional<Participant>> find_by_tax_id(std::string_view tax_id) const;
  /// The people of all participants.
  [[nodiscard]] Users& users() const;
  /// Whose certificate it is; nothing when it acts for nobody. What he may do is asked of `users`.
  [[nodiscard]] Result<std::optional<Signer>> signer(crypto::Sha256 const& certificate) const;

  /// A new participant with the next number (`participant.number` is ignored), in a transaction of its own.
  /// Errors: PARTICIPANT_EXISTS (tax id).
  Result<Participant> add(Participant participant);
  /// What is known of a user beside his certificate.
  struct About {
    std::string person_id{};
    std::string email{};
    Language language = Language::Ru;
    UnixMs ends{};  ///< of the certificate
  };
  /// An active user with all rights of his side, as an organisation begins with. Errors: PARTICIPANT_UNKNOWN,
  /// SIGNER_EXISTS.
  Result<void> add_signer(Signer const& signer, About const& about);
  Result<void> add_signer(Signer const& signer) { return add_signer(signer, About{}); }

  /// The same within the transaction of `connection`; `show` after its commit. The participant gets its
  /// number; it waits while another transaction gives numbers, also one of another process. Errors:
  /// PARTICIPANT_EXISTS, SIGNER_EXISTS.
  Result<void> insert(sql::Connection& connection, Participant& participant);
  Result<void> insert(sql::Connection& connection, Signer const& signer);
  void show(Participant const& participant);
  void show(Signer const& signer);
  /// Completes what `insert` knew of a user, within the same transaction.
  static Result<void> describe(sql::Connection& connection, crypto::Sha256 const& certificate,
                               About const& about);

 private:
  struct State;
  explicit Register(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::registry
