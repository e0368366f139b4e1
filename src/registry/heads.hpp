// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "registry/user.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

// The head of an organisation: who acts for it without a power of attorney, as the state's register says.
// Every write within the transaction of `connection`.

/// Whoever took over last; of an organisation where nobody has, whoever it began with. Nothing: nobody signs
/// for it.
Result<std::optional<UserNo>> head_of(sql::Connection& connection, ParticipantNo participant);

/// In which an organisation is written to: that of its head, who said so when he applied; of one about whom
/// nothing is known, `otherwise`.
Result<Language> language_of(sql::Connection& connection, ParticipantNo participant, Language otherwise);

/// A certificate of the head.
struct HeadCertificate {
  crypto::Sha256 certificate{};
  UnixMs ends{};     ///< 0: not known
  UnixMs revoked{};  ///< when that was noticed; 0: it was not
};
Result<std::vector<HeadCertificate>> head_certificates(sql::Connection& connection,
                                                       ParticipantNo participant);
/// Whether the head can sign no more because what has not ended was revoked.
bool all_revoked(std::span<HeadCertificate const> certificates, UnixMs now);

/// An authority says that the certificate was revoked. False: that was known, or nobody's is such a one.
Result<bool> note_revoked(sql::Connection& connection, crypto::Sha256 const& certificate, UnixMs now);

/// A person whom the register names as the head, with the certificate he proved it by.
struct NewHead {
  crypto::Sha256 certificate{};
  std::string person;
  std::string person_id;
  std::string email;
  Language language{};
  UnixMs ends{};
};
struct Succession {
  User head;
  std::optional<User> former;  ///< who may sign no more; nothing when the head is the same person
};
/// The account has a new head: he is its administrator, under his old number when he was among its people.
/// Who was the head before is blocked, his sessions and keys end; so do those of the same person who comes
/// with another certificate. `Users::show` both after the commit. Errors: SIGNER_EXISTS (the certificate is
/// of another organisation), STORE_CONFLICT.
Result<Succession> succeed(sql::Connection& connection, ParticipantNo participant, NewHead const& head,
                           UnixMs now);

}  // namespace tamga::registry
