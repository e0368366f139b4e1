// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mail/outbox.hpp"
#include "registry/change_notes.hpp"
#include "registry/users.hpp"

namespace tamga::documents {

/// By which people are written to because of a document.
struct Post {
  mail::Outbox const& outbox;
  std::string site;  ///< https://...: what links begin with
};

/// The users and powers of attorney that the documents of one transaction read and change. Whoever changes
/// the users of an organisation reads all of them from the database first; when another process was faster
/// the transaction fails with STORE_CONFLICT and is judged anew. One thread.
class UserDesk {
 public:
  UserDesk(registry::Users& users, sql::Connection& connection, Post const* post)
      : users_(&users), connection_(&connection), post_(post) {}

  /// As this transaction sees him; null when there is none.
  Result<registry::UserPtr> find(registry::UserNo number) const;
  /// All of an organisation, in order of number. Valid until the next change.
  Result<std::vector<registry::User> const*> of(registry::ParticipantNo participant);
  /// Who acts for an organisation without a power of attorney.
  [[nodiscard]] Result<std::optional<registry::UserNo>> head_of(registry::ParticipantNo participant) const;
  /// Whether somebody signs with it.
  Result<bool> is_known(crypto::Sha256 const& certificate) const;
  Result<std::optional<registry::PowerOfAttorney>> find_power(registry::ParticipantNo participant,
                                                              std::string const& number) const;

  /// Of an organisation, newest first, those of this transaction too.
  Result<std::vector<registry::PowerOfAttorney>> powers_of(registry::ParticipantNo participant,
                                                           int limit) const;

  // After `of` of their organisation.
  void add(registry::User user);
  /// `certificate`: a new one of his; it is among those of `user` already.
  void change(registry::User user, std::optional<registry::UserCertificate> certificate);
  void add(registry::PowerOfAttorney power);
  void revoke(registry::PowerOfAttorney power);

  void note(std::int64_t document, std::vector<registry::FieldChange> changes) {
    notes_.emplace_back(document, std::move(changes));
  }
  void send(mail::Letter letter) { letters_.push_back(std::move(letter)); }
  [[nodiscard]] Post const* post() const { return post_; }

  Result<void> write();
  void publish();

 private:
  struct Staff {
    std::int64_t version = 0;
    std::vector<registry::User> users;
    bool changed = false;
  };
  registry::User& user(registry::ParticipantNo participant, registry::UserNo number);
  void attach(registry::PowerOfAttorney const& power);
  Result<void> write_users();

  registry::Users* users_;
  sql::Connection* connection_;
  Post const* post_;
  std::map<registry::ParticipantNo, Staff> staff_;
  std::map<registry::UserNo, bool> changed_;  ///< true: new
  std::vector<std::pair<registry::UserNo, registry::UserCertificate>> certificates_;
  std::map<registry::UserNo, UnixMs> ended_;  ///< whose access ends, and when
  std::map<std::pair<registry::ParticipantNo, std::string>, registry::PowerOfAttorney> powers_;
  std::map<std::pair<registry::ParticipantNo, std::string>, bool> new_powers_;
  std::vector<std::pair<std::int64_t, std::vector<registry::FieldChange>>> notes_;
  std::vector<mail::Letter> letters_;
};

}  // namespace tamga::documents
