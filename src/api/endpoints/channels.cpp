// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/channels.hpp"

#include <fmt/format.h>

#include "api/change_note.hpp"
#include "api/once.hpp"
#include "channels/directory.hpp"
#include "channels/errors.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using channels::Channel;
using channels::ChannelNo;

namespace {

registry::Facts facts_of(Channel const& channel) {
  return {{"channel", std::string(shape::name_of(channel.kind))},
          {"operator", channel.operator_code},
          {"requisite", channel.requisite},
          {"state", std::string(channels::name_of(channel.state))},
          {"reason", channel.reason}};
}

Result<Channel> changed(Call const& call, Done const& done) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return channels::find_channel(*reader, ChannelNo(std::stoll(done.object)));
}

}  // namespace

ChannelView ChannelView::of(Channel const& channel, Call const& call) {
  channels::ChannelOperator const* chosen =
      call.services().channels.find(channel.kind, channel.operator_code);
  return {.number = std::to_string(channel.number.value()),
          .kind = channel.kind,
          .operator_code = channel.operator_code,
          .operator_name = chosen ? chosen->name.in(call.language()) : channel.operator_code,
          .requisite = channel.requisite,
          .state = channel.state,
          .person = channel.person,
          .requested = channel.requested,
          .changed = channel.changed,
          .reason = channel.reason,
          .tax_id = {}};
}

Result<ListChannels::Output> ListChannels::handle(Input const&, Call& call) {
  Output out;
  for (channels::ChannelOperator const& one : call.services().channels.operators())
    out.operators.push_back(
        {.kind = one.kind,
         .code = one.code,
         .name = one.name.in(call.language()),
         .built_in = one.built_in,
         .url = one.url.empty() ? std::nullopt : std::optional(one.url),
         .requisite = one.requisite ? std::optional(one.requisite->name.in(call.language())) : std::nullopt});
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(mine, channels::channels_of(*reader, call.caller().number()));
  for (Channel const& one : mine) out.channels.push_back(ChannelView::of(one, call));
  return out;
}

Result<ConnectChannel::Output> ConnectChannel::handle(Input const&, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  channels::Wish const wish{body.channel, body.operator_code, body.requisite};
  auto const connect = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    ChannelNo const number(turn.desk().books().numbers.next());
    TAMGA_ASSIGN(channel,
                 channels::connect(turn.connection(), call.services().channels, number,
                                   call.caller().number(), wish, confirmation.signer.person, turn.now()));
    entry.result = std::string(channels::name_of(channel.state));
    TAMGA_TRY(note_changes(turn, entry, {}, facts_of(channel)));
    turn.desk().contracts.change(call.caller().number());
    return std::to_string(number.value());
  };
  TAMGA_ASSIGN(
      done,
      once(call, {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
           connect));
  TAMGA_ASSIGN(channel, changed(call, done));
  return ChannelView::of(channel, call);
}

Result<DisconnectChannel::Output> DisconnectChannel::handle(Input const& input, Call& call) {
  ChannelNo const number(input.channel);
  auto const disconnect = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(before, channels::find_channel(turn.connection(), number));
    TAMGA_ASSIGN(after, channels::disconnect(turn.connection(), call.caller().number(), number, turn.now()));
    TAMGA_TRY(note_changes(turn, entry, facts_of(before), facts_of(after)));
    turn.desk().contracts.change(call.caller().number());
    return std::to_string(number.value());
  };
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action}, disconnect));
  TAMGA_ASSIGN(channel, changed(call, done));
  return ChannelView::of(channel, call);
}

Result<ListWaitingChannels::Output> ListWaitingChannels::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, channels::channels_waiting(*reader, ChannelNo(input.after.value_or(0)), input.limit));
  Output out;
  for (Channel const& one : found) {
    ChannelView view = ChannelView::of(one, call);
    TAMGA_ASSIGN(participant, call.services().participants.find(one.participant));
    if (participant) view.tax_id = participant->tax_id;
    out.channels.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().number.value();
  return out;
}

Result<SettleChannel::Output> SettleChannel::handle(Input const& input, Body const& body,
                                                    Confirmation const& confirmation, Call& call) {
  if (body.number != input.channel)
    return fail(Error(channels::kChannelUnknown).at("/number").with("number", std::to_string(body.number)));
  if (!body.accepted && !body.reason) return fail(Error(channels::kChannelReasonMissing).at("/reason"));
  auto const settle = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    auto const refusal = body.accepted ? std::nullopt : body.reason;
    TAMGA_ASSIGN(before, channels::find_channel(turn.connection(), ChannelNo(input.channel)));
    TAMGA_ASSIGN(channel, channels::settle(turn.connection(), ChannelNo(input.channel), refusal, turn.now()));
    entry.result = std::string(channels::name_of(channel.state));
    TAMGA_TRY(note_changes(turn, entry, facts_of(before), facts_of(channel)));
    turn.desk().contracts.change(channel.participant);
    turn.tell({{channel.participant, "channel.changed",
                fmt::format(R"({{"channel":"{}","state":"{}"}})", input.channel, name_of(channel.state))}});
    return std::to_string(input.channel);
  };
  TAMGA_ASSIGN(
      done,
      once(call, {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
           settle));
  TAMGA_ASSIGN(settled, changed(call, done));
  return ChannelView::of(settled, call);
}

template struct RowOf<ListChannels>;
template struct RowOf<ConnectChannel>;
template struct RowOf<DisconnectChannel>;
template struct RowOf<ListWaitingChannels>;
template struct RowOf<SettleChannel>;

}  // namespace tamga::api
