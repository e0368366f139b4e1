// SPDX-License-Identifier: Apache-2.0
#include "registry/register.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "base/log.hpp"
#include "registry/errors.hpp"
#include "registry/recent.hpp"
#include "registry/tables.hpp"
#include "registry/user_rows.hpp"
#include "sql/transaction.hpp"

namespace tamga::registry {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    auto const end = std::min(text.find(','), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

Participant participant_of(sql::Row const& row) {
  return {.number = row.as<ParticipantNo>(0),
          .tax_id = std::string(row.text(1)),
          .name = std::string(row.text(2)),
          .types = split(row.text(3)),
          .authority = row.int64(4) != 0};
}

/// Whoever an organisation begins with.
User first_user(Signer const& signer, UserNo number, bool authority) {
  User user;
  user.number = number;
  user.participant = signer.participant;
  user.person = signer.person;
  user.roles = {std::string(country::first_role(authority))};
  user.state = UserState::Active;
  user.certificates = {{.certificate = signer.certificate, .personal = false, .ends = {}, .added = {}}};
  return user;
}

}  // namespace

std::string joined_types(std::vector<std::string> const& words) {
  std::string out;
  for (std::string const& word : words) {
    if (!out.empty()) out += ',';
    out += word;
  }
  return out;
}

struct Register::State {
  struct Known {
    Participant participant;
    std::chrono::steady_clock::time_point read_at;
  };
  explicit State(sql::Store& opened) : store(&opened) {}

  sql::Store* store;
  std::shared_mutex mutex;
  std::unordered_map<ParticipantNo, Known> participants;
  std::map<std::string, ParticipantNo, std::less<>> by_tax_id;
  std::unique_ptr<Users> users;

  [[nodiscard]] bool shared() const { return store->engine() == sql::Engine::Postgres; }
  /// Another process may have changed what was read a while ago.
  [[nodiscard]] std::optional<Participant> believed(Known const& known) const {
    bool const old = shared() && std::chrono::steady_clock::now() - known.read_at > kTrusted;
    return old ? std::nullopt : std::optional(known.participant);
  }

  void show(Participant const& participant) {
    std::unique_lock const lock(mutex);
    by_tax_id.emplace(participant.tax_id, participant.number);
    participants.insert_or_assign(participant.number, Known{participant, std::chrono::steady_clock::now()});
  }
  std::optional<Participant> remembered(ParticipantNo number) {
    std::shared_lock const lock(mutex);
    auto const found = participants.find(number);
    return found == participants.end() ? std::nullopt : believed(found->second);
  }
  std::optional<Participant> remembered(std::string_view tax_id) {
    std::shared_lock const lock(mutex);
    auto const found = by_tax_id.find(tax_id);
    return found == by_tax_id.end() ? std::nullopt : believed(participants.at(found->second));
  }

  /// What another process may have added.
  template <class Key>
  Result<std::optional<Participant>> look_up(sql::Statement const& statement, Key const& key) {
    if (!shared()) return std::optional<Participant>();
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_ASSIGN(found, reader->find(statement, participant_of, key));
    if (found) show(*found);
    return std::move(found);
  }

  static Result<void> insert(sql::Connection& connection, Participant& participant) {
    TAMGA_TRY(sql::take_turn(connection, kNumbering));
    auto const number = [](sql::Row const& row) { return row.int64(0); };
    TAMGA_ASSIGN(known, connection.find(kParticipantByTaxId, number, participant.tax_id));
    if (known) return fail(Error(kParticipantExists).with("tax_id", participant.tax_id));
    TAMGA_ASSIGN(last, connection.find(kLastParticipant, number));
    participant.number = ParticipantNo(static_cast<std::uint32_t>(last.value_or(0) + 1));
    std::string const types = joined_types(participant.types);
    TAMGA_TRY(connection.execute(kInsertParticipant, participant.number, participant.tax_id, participant.name,
                                 types, participant.authority));
    return {};
  }
  static Result<UserNo> insert_first(sql::Connection& connection, Signer const& signer) {
    TAMGA_TRY(sql::take_turn(connection, kNumbering));
    auto const authority = [](sql::Row const& row) { return row.int64(4) != 0; };
    TAMGA_ASSIGN(known, connection.find(kParticipantByNumber, authority, signer.participant));
    if (!known) return fail(kParticipantUnknown);
    TAMGA_ASSIGN(holder, user_of_certificate(connection, signer.certificate));
    if (holder) return fail(kSignerExists);
    TAMGA_ASSIGN(number, next_user(connection));
    TAMGA_TRY(insert_user(connection, first_user(signer, number, *known)));
    return number;
  }
};

Register::Register(std::unique_ptr<State> state) : state_(std::move(state)) {}
Register::~Register() = default;

Result<std::unique_ptr<Register>> Register::open(sql::Store& store) {
  auto state = std::make_unique<State>(store);
  TAMGA_ASSIGN(reader, store.reader());
  {
    TAMGA_ASSIGN(rows, reader->query(kAllParticipants));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { state->show(participant_of(row)); }));
  }
  TAMGA_ASSIGN(users, Users::open(store));
  state->users = std::move(users);
  return std::unique_ptr<Register>(new Register(std::move(state)));
}

Result<std::optional<Participant>> Register::find(ParticipantNo number) const {
  if (auto known = state_->remembered(number)) return known;
  return state_->look_up(kParticipantByNumber, number);
}

Result<std::optional<Participant>> Register::find_by_tax_id(std::string_view tax_id) const {
  if (auto known = state_->remembered(tax_id)) return known;
  return state_->look_up(kParticipantByTaxId, tax_id);
}

Users& Register::users() const { return *state_->users; }

Result<std::optional<Signer>> Register::signer(crypto::Sha256 const& certificate) const {
  TAMGA_ASSIGN(user, state_->users->find(certificate));
  if (!user) return std::optional<Signer>();
  return std::optional(Signer{certificate, user->participant, user->person, user->number});
}

Result<Participant> Register::add(Participant participant) {
  {
    TAMGA_ASSIGN(writer, state_->store->writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_TRY(State::insert(*writer, participant));
    TAMGA_TRY(transaction.commit());
  }
  state_->show(participant);
  return participant;
}

Result<void> Register::add_signer(Signer const& signer, About const& about) {
  {
    TAMGA_ASSIGN(writer, state_->store->writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_TRY(State::insert_first(*writer, signer));
    TAMGA_TRY(describe(*writer, signer.certificate, about));
    TAMGA_TRY(transaction.commit());
  }
  return state_->users->reload(signer.certificate);
}

Result<void> Register::insert(sql::Connection& connection, Participant& participant) {
  return State::insert(connection, participant);
}

Result<void> Register::insert(sql::Connection& connection, Signer const& signer) {
  TAMGA_TRY(State::insert_first(connection, signer));
  return {};
}

void Register::show(Participant const& participant) { state_->show(participant); }

/// A user that cannot be read now is read when he is asked for, or at the next start.
void Register::show(Signer const& signer) {
  if (auto const shown = state_->users->reload(signer.certificate); !shown)
    log::write(log::Level::Error, "user_not_shown", {{"error", tamga::describe(shown.error())}});
}

Result<void> Register::describe(sql::Connection& connection, crypto::Sha256 const& certificate,
                                About const& about) {
  TAMGA_ASSIGN(number, user_of_certificate(connection, certificate));
  if (!number) return {};
  TAMGA_ASSIGN(user, read_user(connection, *number));
  if (!user) return {};
  user->person_id = about.person_id;
  user->email = about.email;
  user->language = about.language;
  TAMGA_TRY(update_user(connection, *user));
  TAMGA_TRY(connection.execute(kDescribeCertificate, sql::Blob{crypto::view(certificate)}, about.ends));
  return {};
}

}  // namespace tamga::registry
