// SPDX-License-Identifier: Apache-2.0
#include "registry/users.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <unordered_map>

#include "registry/digest_rows.hpp"
#include "registry/recent.hpp"
#include "registry/user_rows.hpp"

namespace tamga::registry {

struct Users::State {
  using Timer = std::chrono::steady_clock;
  struct Known {
    UserPtr user;
    Timer::time_point read_at;
  };
  explicit State(sql::Store& opened) : store(&opened) {}

  sql::Store* store;
  mutable std::shared_mutex mutex;
  std::unordered_map<UserNo, Known> users;
  std::unordered_map<crypto::Sha256, UserNo, DigestHash> by_certificate;
  std::unordered_map<ParticipantNo, std::set<UserNo>> by_participant;

  [[nodiscard]] bool shared() const { return store->engine() == sql::Engine::Postgres; }
  /// Another process may have changed who is not active, at any moment, and everybody else a while ago.
  [[nodiscard]] bool believed(Known const& known) const {
    if (!shared()) return true;
    return known.user->state == UserState::Active && Timer::now() - known.read_at <= kTrusted;
  }

  UserPtr show(User user) {
    auto const shown = std::make_shared<User const>(std::move(user));
    std::unique_lock const lock(mutex);
    for (UserCertificate const& one : shown->certificates)
      by_certificate.insert_or_assign(one.certificate, shown->number);
    by_participant[shown->participant].insert(shown->number);
    users.insert_or_assign(shown->number, Known{shown, Timer::now()});
    return shown;
  }
  Result<UserPtr> read(UserNo number) {
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_ASSIGN(user, read_user(*reader, number));
    return user ? show(*std::move(user)) : nullptr;
  }
  Result<UserPtr> read(crypto::Sha256 const& certificate) {
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_ASSIGN(number, user_of_certificate(*reader, certificate));
    if (!number) return UserPtr();
    TAMGA_ASSIGN(user, read_user(*reader, *number));
    return user ? show(*std::move(user)) : nullptr;
  }
};

Users::Users(std::unique_ptr<State> state) : state_(std::move(state)) {}
Users::~Users() = default;

Result<std::unique_ptr<Users>> Users::open(sql::Store& store) {
  auto state = std::make_unique<State>(store);
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(all, read_all_users(*reader));
  for (User& user : all) state->show(std::move(user));
  return std::unique_ptr<Users>(new Users(std::move(state)));
}

Result<UserPtr> Users::find(UserNo number) const {
  {
    std::shared_lock const lock(state_->mutex);
    auto const found = state_->users.find(number);
    if (found != state_->users.end() && state_->believed(found->second)) return found->second.user;
  }
  return state_->shared() ? state_->read(number) : UserPtr();
}

Result<UserPtr> Users::find(crypto::Sha256 const& certificate) const {
  {
    std::shared_lock const lock(state_->mutex);
    auto const number = state_->by_certificate.find(certificate);
    if (number != state_->by_certificate.end()) {
      auto const found = state_->users.find(number->second);
      if (found != state_->users.end() && state_->believed(found->second)) return found->second.user;
    }
  }
  return state_->shared() ? state_->read(certificate) : UserPtr();
}

Result<std::vector<UserPtr>> Users::of(ParticipantNo participant) const {
  std::vector<UserPtr> out;
  if (state_->shared()) {
    TAMGA_ASSIGN(reader, state_->store->reader());
    TAMGA_ASSIGN(users, read_users(*reader, participant));
    for (User& user : users) out.push_back(state_->show(std::move(user)));
    return out;
  }
  std::shared_lock const lock(state_->mutex);
  auto const numbers = state_->by_participant.find(participant);
  if (numbers == state_->by_participant.end()) return out;
  for (UserNo const number : numbers->second) out.push_back(state_->users.at(number).user);
  return out;
}

Result<std::string> Users::whom_to_ask(ParticipantNo participant, country::Roles const& roles) const {
  constexpr int kNamed = 5;
  TAMGA_ASSIGN(all, of(participant));
  std::string names;
  int count = 0;
  for (UserPtr const& user : all) {
    if (user->state != UserState::Active || !roles.rights_of(user->roles).has(Right::Users)) continue;
    if (++count > kNamed) break;
    names.append(names.empty() ? "" : ", ").append(user->person);
  }
  return names;
}

void Users::show(User user) { state_->show(std::move(user)); }

Result<void> Users::reload(crypto::Sha256 const& certificate) {
  TAMGA_TRY(state_->read(certificate));
  return {};
}

}  // namespace tamga::registry
