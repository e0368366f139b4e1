// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "registry/participant.hpp"
#include "registry/user.hpp"
#include "sql/connection.hpp"
#include "sql/store.hpp"

namespace tamga::registry {

/// The users of all organisations, in memory: a call is judged without a question to the database. On a store
/// shared by several processes a change made by another one counts within five seconds. Safe from any thread.
class Users {
 public:
  static Result<std::unique_ptr<Users>> open(sql::Store& store);
  ~Users();

  /// Null when there is none.
  [[nodiscard]] Result<UserPtr> find(UserNo number) const;
  [[nodiscard]] Result<UserPtr> find(crypto::Sha256 const& certificate) const;
  /// Of an organisation, in order of number.
  [[nodiscard]] Result<std::vector<UserPtr>> of(ParticipantNo participant) const;
  /// Names of those who may be asked for rights: active users with the right `users`, at most five.
  [[nodiscard]] Result<std::string> whom_to_ask(ParticipantNo participant, country::Roles const& roles) const;

  /// After the commit of what changed him.
  void show(User user);
  /// Reads anew whoever signs with the certificate. After a commit.
  Result<void> reload(crypto::Sha256 const& certificate);

 private:
  struct State;
  explicit Users(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::registry
