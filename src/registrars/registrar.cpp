// SPDX-License-Identifier: Apache-2.0
#include "registrars/registrar.hpp"

#include "registrars/errors.hpp"
#include "registrars/tables.hpp"
#include "sql/errors.hpp"

namespace tamga::registrars {
namespace {

Registrar read(sql::Row const& row) {
  return {.number = row.as<RegistrarNo>(0),
          .participant = row.as<ParticipantNo>(1),
          .kind = static_cast<RegistrarKind>(row.int64(2)),
          .serial = std::string(row.text(3)),
          .model = std::string(row.text(4)),
          .software = std::string(row.text(5)),
          .access = std::string(row.text(6)),
          .place = std::string(row.text(7)),
          .state = static_cast<RegistrarState>(row.int64(8)),
          .person = std::string(row.text(9)),
          .applied = row.as<UnixMs>(10),
          .changed = row.as<UnixMs>(11),
          .reason = std::string(row.text(12))};
}

Result<std::vector<Registrar>> all(Result<sql::Rows> rows) {
  TAMGA_TRY(rows);
  std::vector<Registrar> found;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { found.push_back(read(row)); }));
  return found;
}

Error unknown(RegistrarNo number) {
  return Error(kRegistrarUnknown).with("registrar", std::to_string(number.value()));
}

/// A field that the kind asks for, or must not be given.
Result<void> judge_field(bool wanted, std::optional<std::string> const& given, std::string_view field) {
  if (wanted == given.has_value()) return {};
  return fail(Error(wanted ? kRegistrarFieldMissing : kRegistrarFieldNotAsked)
                  .at("/" + std::string(field))
                  .with("field", std::string(field)));
}

/// Devices are told apart as people read their plates: case and spaces say nothing.
std::string device_of(ParticipantNo participant, Wish const& wish) {
  std::string out(name_of(wish.kind));
  auto const add = [&](std::string_view text) {
    out += '/';
    for (char const c : text)
      if (c != ' ') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  };
  if (wish.kind == RegistrarKind::Remote) {
    add(std::to_string(participant.value()));
    add(wish.access.value_or(""));
  } else {
    add(wish.model.value_or(""));
    add(wish.serial.value_or(""));
  }
  return out;
}

Result<Registrar> moved(sql::Connection& connection, Registrar registrar, Move move, std::string reason,
                        UnixMs now) {
  auto const next = after(move, registrar.state);
  if (!next)
    return fail(Error(kRegistrarMoveNotPossible)
                    .at("/move")
                    .with("move", std::string(name_of(move)))
                    .with("state", std::string(name_of(registrar.state))));
  bool const over = *next == RegistrarState::Withdrawn || *next == RegistrarState::Refused;
  std::int64_t const open = over ? registrar.number.value() : 0;
  TAMGA_ASSIGN(changed, connection.execute(kMoveRegistrar, registrar.number, registrar.state, *next, now,
                                           reason, open));
  if (changed == 0) return fail(Error(sql::kStoreConflict).log("registrar moved by another"));
  registrar.state = *next;
  registrar.changed = now;
  registrar.reason = std::move(reason);
  return registrar;
}

}  // namespace

std::optional<RegistrarState> after(Move move, RegistrarState state) {
  using S = RegistrarState;
  auto const if_is = [&](bool possible, S next) { return possible ? std::optional(next) : std::nullopt; };
  switch (move) {
    case Move::Confirm:
      return if_is(state == S::Applied, S::Active);
    case Move::Refuse:
      return if_is(state == S::Applied, S::Refused);
    case Move::Suspend:
      return if_is(state == S::Active, S::Suspended);
    case Move::Resume:
      return if_is(state == S::Suspended, S::Active);
    case Move::Withdraw:
      return if_is(state == S::Applied || state == S::Active || state == S::Suspended, S::Withdrawn);
  }
  return std::nullopt;
}

Result<void> judge_wish(Rules const& rules, std::vector<std::string> const& types, Wish const& wish) {
  if (!rules.used()) return fail(kRegistrarsNotUsed);
  if (!rules.may_have(types)) return fail(kRegistrarNotForType);
  if (!rules.offers(wish.kind))
    return fail(
        Error(kRegistrarKindNotOffered).at("/registrar").with("kind", std::string(name_of(wish.kind))));
  bool const device = wish.kind == RegistrarKind::Device;
  TAMGA_TRY(judge_field(device, wish.serial, "serial"));
  TAMGA_TRY(judge_field(device, wish.model, "model"));
  TAMGA_TRY(judge_field(device, wish.software, "software"));
  TAMGA_TRY(judge_field(!device, wish.access, "access"));
  if (wish.access && rules.find_access(*wish.access) == nullptr)
    return fail(Error(kRegistrarAccessUnknown).at("/access").with("value", *wish.access));
  return {};
}

Result<Registrar> apply(sql::Connection& connection, Rules const& rules, RegistrarNo number,
                        ParticipantNo participant, std::vector<std::string> const& types, Wish const& wish,
                        std::string person, UnixMs now) {
  TAMGA_TRY(judge_wish(rules, types, wish));
  auto const count = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(open, connection.find(kCountOpen, count, participant));
  if (open.value_or(0) >= kMostRegistrars)
    return fail(Error(kRegistrarsTooMany).with("limit", std::to_string(kMostRegistrars)));
  std::string const device = device_of(participant, wish);
  TAMGA_ASSIGN(taken, connection.find(kOpenDevice, count, device));
  if (taken)
    return fail(Error(kRegistrarTaken).at(wish.kind == RegistrarKind::Device ? "/serial" : "/access"));
  Registrar registrar{.number = number,
                      .participant = participant,
                      .kind = wish.kind,
                      .serial = wish.serial.value_or(""),
                      .model = wish.model.value_or(""),
                      .software = wish.software.value_or(""),
                      .access = wish.access.value_or(""),
                      .place = wish.place,
                      .state = RegistrarState::Applied,
                      .person = std::move(person),
                      .applied = now,
                      .changed = now,
                      .reason = {}};
  TAMGA_TRY(connection.execute(kInsertRegistrar, registrar.number, registrar.participant, registrar.kind,
                               registrar.serial, registrar.model, registrar.software, registrar.access,
                               registrar.place, registrar.state, registrar.person, registrar.applied,
                               registrar.changed, registrar.reason, device));
  return registrar;
}

Result<Registrar> move(sql::Connection& connection, RegistrarNo number, Move move, std::string reason,
                       UnixMs now) {
  TAMGA_ASSIGN(registrar, find(connection, number));
  if (!registrar) return fail(unknown(number));
  if (needs_reason(move) && reason.empty()) return fail(Error(kRegistrarReasonMissing).at("/reason"));
  return moved(connection, *std::move(registrar), move, std::move(reason), now);
}

Result<Registrar> withdraw(sql::Connection& connection, ParticipantNo participant, RegistrarNo number,
                           UnixMs now) {
  TAMGA_ASSIGN(registrar, find(connection, number));
  if (!registrar || registrar->participant != participant) return fail(unknown(number));
  return moved(connection, *std::move(registrar), Move::Withdraw, "", now);
}

Result<std::optional<Registrar>> find(sql::Connection& connection, RegistrarNo number) {
  return connection.find(kRegistrar, read, number);
}

Result<std::vector<Registrar>> registrars_of(sql::Connection& connection, ParticipantNo participant) {
  return all(connection.query(kRegistrarsOf, participant));
}

Result<std::vector<Registrar>> active_of(sql::Connection& connection, ParticipantNo participant) {
  return all(connection.query(kActiveOf, participant));
}

Result<std::vector<Registrar>> in_state(sql::Connection& connection, RegistrarState state, RegistrarNo after,
                                        int limit) {
  return all(connection.query(kInState, state, after, static_cast<std::int64_t>(limit)));
}

}  // namespace tamga::registrars
