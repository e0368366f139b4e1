// SPDX-License-Identifier: Apache-2.0
#include "documents/users.hpp"

#include <algorithm>

#include "registry/heads.hpp"
#include "registry/user_rows.hpp"

namespace tamga::documents {

using registry::ParticipantNo;
using registry::PowerOfAttorney;
using registry::User;
using registry::UserNo;
using registry::UserPtr;
using registry::UserState;

Result<UserPtr> UserDesk::find(UserNo number) const {
  for (auto const& [participant, staff] : staff_)
    for (User const& user : staff.users)
      if (user.number == number) return std::make_shared<User const>(user);
  return users_->find(number);
}

Result<std::vector<User> const*> UserDesk::of(ParticipantNo participant) {
  auto const known = staff_.find(participant);
  if (known != staff_.end()) return &known->second.users;
  // The version first: what is read after it is at least as new.
  TAMGA_ASSIGN(version, registry::users_version(*connection_, participant));
  TAMGA_ASSIGN(users, registry::read_users(*connection_, participant));
  return &staff_.emplace(participant, Staff{version, std::move(users), false}).first->second.users;
}

Result<std::optional<registry::UserNo>> UserDesk::head_of(registry::ParticipantNo participant) const {
  return registry::head_of(*connection_, participant);
}

Result<bool> UserDesk::is_known(crypto::Sha256 const& certificate) const {
  for (auto const& [participant, staff] : staff_)
    for (User const& user : staff.users)
      if (user.find(certificate) != nullptr) return true;
  TAMGA_ASSIGN(holder, registry::user_of_certificate(*connection_, certificate));
  return holder.has_value();
}

Result<std::optional<PowerOfAttorney>> UserDesk::find_power(ParticipantNo participant,
                                                            std::string const& number) const {
  auto const known = powers_.find({participant, number});
  if (known != powers_.end()) return std::optional(known->second);
  return registry::read_power(*connection_, participant, number);
}

Result<std::vector<PowerOfAttorney>> UserDesk::powers_of(ParticipantNo participant, int limit) const {
  TAMGA_ASSIGN(powers, registry::read_powers(*connection_, participant, limit));
  for (auto const& [key, power] : powers_) {
    if (key.first != participant) continue;
    std::erase_if(powers, [&](PowerOfAttorney const& one) { return one.number == power.number; });
    powers.push_back(power);
  }
  return powers;
}

User& UserDesk::user(ParticipantNo participant, UserNo number) {
  auto& users = staff_.at(participant).users;
  return *std::find_if(users.begin(), users.end(), [&](User const& one) { return one.number == number; });
}

void UserDesk::add(User user) {
  Staff& staff = staff_.at(user.participant);
  staff.changed = true;
  changed_[user.number] = true;
  staff.users.push_back(std::move(user));
}

void UserDesk::change(User user, std::optional<registry::UserCertificate> certificate) {
  Staff& staff = staff_.at(user.participant);
  staff.changed = true;
  changed_.try_emplace(user.number, false);
  if (certificate && !changed_.at(user.number)) certificates_.emplace_back(user.number, *certificate);
  if (user.state == UserState::Blocked) ended_[user.number] = user.since;
  User& stored = this->user(user.participant, user.number);
  stored = std::move(user);
}

void UserDesk::attach(PowerOfAttorney const& power) {
  Staff& staff = staff_.at(power.participant);
  staff.changed = true;
  for (User& user : staff.users) {
    if (user.person_id.empty() || user.person_id != power.person_id) continue;
    std::erase_if(user.powers, [&](PowerOfAttorney const& one) { return one.number == power.number; });
    user.powers.push_back(power);
    changed_.try_emplace(user.number, false);
  }
}

void UserDesk::add(PowerOfAttorney power) {
  attach(power);
  std::pair const key{power.participant, power.number};
  new_powers_[key] = true;
  powers_.insert_or_assign(key, std::move(power));
}

void UserDesk::revoke(PowerOfAttorney power) {
  attach(power);
  std::pair const key{power.participant, power.number};
  new_powers_.try_emplace(key, false);
  powers_.insert_or_assign(key, std::move(power));
}

Result<void> UserDesk::write_users() {
  for (auto const& [participant, staff] : staff_) {
    if (!staff.changed) continue;
    TAMGA_TRY(registry::raise_version(*connection_, participant, staff.version));
    for (User const& user : staff.users) {
      auto const change = changed_.find(user.number);
      if (change == changed_.end()) continue;
      TAMGA_TRY(change->second ? registry::insert_user(*connection_, user)
                               : registry::update_user(*connection_, user));
      auto const ended = ended_.find(user.number);
      if (ended != ended_.end()) TAMGA_TRY(registry::end_access(*connection_, user, ended->second));
    }
  }
  for (auto const& [number, certificate] : certificates_)
    TAMGA_TRY(registry::insert_certificate(*connection_, number, certificate));
  return {};
}

Result<void> UserDesk::write() {
  TAMGA_TRY(write_users());
  for (auto const& [key, power] : powers_)
    TAMGA_TRY(new_powers_.at(key) ? registry::insert_power(*connection_, power)
                                  : registry::revoke_power(*connection_, power));
  for (auto const& [document, changes] : notes_)
    TAMGA_TRY(registry::insert_changes(*connection_, document, changes));
  for (mail::Letter const& letter : letters_)
    if (post_ != nullptr) TAMGA_TRY(post_->outbox.put(*connection_, letter));
  return {};
}

void UserDesk::publish() {
  for (auto const& [participant, staff] : staff_)
    for (User const& user : staff.users)
      if (changed_.contains(user.number)) users_->show(user);
}

}  // namespace tamga::documents
