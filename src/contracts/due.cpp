// SPDX-License-Identifier: Apache-2.0
#include "contracts/due.hpp"

#include "contracts/tables.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::contracts {
namespace {

Due read(sql::Row const& row) {
  Due out{.participant = row.as<ParticipantNo>(0),
          .asked = row.int64(1),
          .reason = std::string(row.text(2)),
          .tries = row.int64(3),
          .obstacle = {}};
  if (row.text(4).empty()) return out;
  out.obstacle = Obstacle{std::string(row.text(4)), {}};
  if (auto values = shape::decode<shape::Attributes>(row.text(5))) out.obstacle->values = *std::move(values);
  return out;
}

}  // namespace

Result<void> ask_for(sql::Connection& connection, ParticipantNo participant, std::string_view reason,
                     UnixMs now) {
  TAMGA_TRY(connection.execute(kAskFor, participant, reason, now));
  return {};
}

Result<void> ask_for_group(sql::Connection& connection, std::string_view group, std::string_view reason,
                           UnixMs now) {
  TAMGA_TRY(connection.execute(kAskForGroup, group, reason, now));
  return {};
}

Result<void> ask_for_kind(sql::Connection& connection, std::string_view kind, std::string_view reason,
                          UnixMs now) {
  TAMGA_TRY(connection.execute(kAskForKind, kind, reason, now));
  return {};
}

Result<void> ask_again(sql::Connection& connection, UnixMs now) {
  TAMGA_TRY(connection.execute(kAskAgain, now));
  return {};
}

Result<std::vector<Due>> due_now(sql::Connection& connection, UnixMs now, std::int64_t most) {
  std::vector<Due> out;
  TAMGA_ASSIGN(rows, connection.query(kDue, now, most));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read(row)); }));
  return out;
}

Result<std::optional<Due>> due_of(sql::Connection& connection, ParticipantNo participant) {
  return connection.find(kDueOf, read, participant);
}

Result<void> settle(sql::Connection& connection, Due const& due) {
  TAMGA_TRY(connection.execute(kDueDone, due.participant, due.asked));
  return {};
}

Result<void> postpone(sql::Connection& connection, Due const& due, UnixMs next_try,
                      std::optional<Obstacle> const& obstacle) {
  std::string const error = obstacle ? obstacle->error : std::string();
  std::string const values = obstacle ? shape::encode(shape::Attributes(obstacle->values)) : std::string();
  TAMGA_TRY(connection.execute(kDuePostponed, due.participant, due.asked, next_try, error, values));
  return {};
}

Result<Terms> read_terms(sql::Connection& connection) {
  Terms out;
  TAMGA_ASSIGN(rows, connection.query(kTerms));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.emplace(row.text(0), row.text(1)); }));
  return out;
}

Result<void> set_terms(sql::Connection& connection, std::string_view subject, std::string_view terms,
                       UnixMs now) {
  TAMGA_TRY(connection.execute(kSetTerms, subject, terms, now));
  return {};
}

}  // namespace tamga::contracts
