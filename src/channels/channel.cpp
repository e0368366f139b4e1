// SPDX-License-Identifier: Apache-2.0
#include "channels/channel.hpp"

#include "channels/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::channels {
namespace {

#define TAMGA_CHANNEL_COLUMNS \
  "channel, participant, kind, operator, requisite, state, person, requested, changed, reason"

constexpr sql::Statement kInsert{"channels.insert",
                                 "INSERT INTO channel (" TAMGA_CHANNEL_COLUMNS
                                 ", open) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)"};
constexpr sql::Statement kUpdate{
    "channels.update",
    "UPDATE channel SET state = $2, changed = $3, reason = $4, open = $5 WHERE channel = $1"};
constexpr sql::Statement kFind{"channels.find",
                               "SELECT " TAMGA_CHANNEL_COLUMNS " FROM channel WHERE channel = $1"};
constexpr sql::Statement kOpen{
    "channels.open",
    "SELECT channel FROM channel WHERE participant = $1 AND kind = $2 AND operator = $3 AND open = 0"};
constexpr sql::Statement kOf{"channels.of",
                             "SELECT " TAMGA_CHANNEL_COLUMNS
                             " FROM channel WHERE participant = $1 ORDER BY channel DESC LIMIT 200"};
constexpr sql::Statement kWorking{
    "channels.working",
    "SELECT DISTINCT kind FROM channel WHERE participant = $1 AND state = 1 ORDER BY kind"};
constexpr sql::Statement kWaiting{"channels.waiting",
                                  "SELECT " TAMGA_CHANNEL_COLUMNS
                                  " FROM channel WHERE state = 0 AND channel > $1 ORDER BY channel LIMIT $2"};

#undef TAMGA_CHANNEL_COLUMNS

Channel channel_of(sql::Row const& row) {
  return {.number = row.as<ChannelNo>(0),
          .participant = row.as<ParticipantNo>(1),
          .kind = static_cast<ChannelKind>(row.int64(2)),
          .operator_code = std::string(row.text(3)),
          .requisite = std::string(row.text(4)),
          .state = static_cast<ChannelState>(row.int64(5)),
          .person = std::string(row.text(6)),
          .requested = row.as<UnixMs>(7),
          .changed = row.as<UnixMs>(8),
          .reason = std::string(row.text(9))};
}

Result<void> check_requisite(ChannelOperator const& chosen, std::optional<std::string> const& given) {
  if (!chosen.requisite) return given ? fail(Error(kRequisiteNotAsked).at("/requisite")) : Result<void>();
  if (!given) return fail(Error(kRequisiteMissing).at("/requisite"));
  auto const length = static_cast<std::int64_t>(given->size());
  if (length < chosen.requisite->least || length > chosen.requisite->most)
    return fail(Error(kRequisiteLength)
                    .at("/requisite")
                    .with("least", std::to_string(chosen.requisite->least))
                    .with("most", std::to_string(chosen.requisite->most)));
  return {};
}

Result<std::vector<Channel>> all(Result<sql::Rows> rows) {
  TAMGA_TRY(rows);
  std::vector<Channel> found;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { found.push_back(channel_of(row)); }));
  return found;
}

Result<Channel> change(sql::Connection& connection, Channel channel, ChannelState state, std::string reason,
                       UnixMs now) {
  channel.state = state;
  channel.changed = now;
  channel.reason = std::move(reason);
  std::int64_t const open = state == ChannelState::Active ? 0 : channel.number.value();
  TAMGA_TRY(connection.execute(kUpdate, channel.number, static_cast<std::int64_t>(state), now, channel.reason,
                               open));
  return channel;
}

}  // namespace

Result<Channel> find_channel(sql::Connection& connection, ChannelNo number) {
  TAMGA_ASSIGN(found, connection.find(kFind, channel_of, number));
  if (!found) return fail(Error(kChannelUnknown).with("number", std::to_string(number.value())));
  return *std::move(found);
}

Result<Channel> connect(sql::Connection& connection, Directory const& directory, ChannelNo number,
                        ParticipantNo participant, Wish const& wish, std::string person, UnixMs now) {
  ChannelOperator const* chosen = directory.find(wish.kind, wish.operator_code);
  if (!chosen)
    return fail(Error(kChannelOperatorUnknown).at("/operator").with("operator", wish.operator_code));
  TAMGA_TRY(check_requisite(*chosen, wish.requisite));
  auto const kind = static_cast<std::int64_t>(wish.kind);
  auto const number_of = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(open, connection.find(kOpen, number_of, participant, kind, wish.operator_code));
  if (open) return fail(Error(kChannelOpen).at("/operator").with("number", std::to_string(*open)));
  Channel channel{.number = number,
                  .participant = participant,
                  .kind = wish.kind,
                  .operator_code = wish.operator_code,
                  .requisite = wish.requisite.value_or(""),
                  .state = chosen->built_in ? ChannelState::Active : ChannelState::Requested,
                  .person = std::move(person),
                  .requested = now,
                  .changed = now,
                  .reason = {}};
  TAMGA_TRY(connection.execute(kInsert, channel.number, channel.participant, kind, channel.operator_code,
                               channel.requisite, static_cast<std::int64_t>(channel.state), channel.person,
                               channel.requested, channel.changed, channel.reason));
  return channel;
}

Result<Channel> settle(sql::Connection& connection, ChannelNo number, std::optional<std::string> refusal,
                       UnixMs now) {
  TAMGA_ASSIGN(channel, find_channel(connection, number));
  if (channel.state != ChannelState::Requested)
    return fail(Error(kChannelNotWaiting).with("state", std::string(name_of(channel.state))));
  ChannelState const state = refusal ? ChannelState::Refused : ChannelState::Active;
  return change(connection, std::move(channel), state, std::move(refusal).value_or(""), now);
}

Result<Channel> disconnect(sql::Connection& connection, ParticipantNo participant, ChannelNo number,
                           UnixMs now) {
  TAMGA_ASSIGN(channel, find_channel(connection, number));
  bool const open = channel.state == ChannelState::Active || channel.state == ChannelState::Requested;
  if (channel.participant != participant || !open)
    return fail(Error(kChannelUnknown).with("number", std::to_string(number.value())));
  return change(connection, std::move(channel), ChannelState::Ended, "", now);
}

Result<std::vector<Channel>> channels_of(sql::Connection& connection, ParticipantNo participant) {
  return all(connection.query(kOf, participant));
}

Result<std::vector<ChannelKind>> working_kinds(sql::Connection& connection, ParticipantNo participant) {
  TAMGA_ASSIGN(rows, connection.query(kWorking, participant));
  std::vector<ChannelKind> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(static_cast<ChannelKind>(row.int64(0))); }));
  return found;
}

Result<std::vector<Channel>> channels_waiting(sql::Connection& connection, ChannelNo after, int limit) {
  return all(connection.query(kWaiting, after, static_cast<std::int64_t>(limit)));
}

}  // namespace tamga::channels
