// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "channels/channel.hpp"

namespace tamga::api {

/// What a signed request about a channel says it is.
enum class ConnectChannelWord : std::uint8_t { ConnectChannel };
enum class SettleChannelWord : std::uint8_t { SettleChannel };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::ConnectChannelWord> =
    tamga::shape::enumeration("ConnectChannelWord", "What is signed",
                              tamga::shape::value(tamga::api::ConnectChannelWord::ConnectChannel,
                                                  "connect_channel", "A connection is asked for"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::SettleChannelWord> =
    tamga::shape::enumeration("SettleChannelWord", "What is signed",
                              tamga::shape::value(tamga::api::SettleChannelWord::SettleChannel,
                                                  "settle_channel", "The operator's answer"));
template <>
inline constexpr auto tamga::shape::names<tamga::channels::ChannelKind> = tamga::shape::enumeration(
    "ChannelKind", "What goes through a channel",
    tamga::shape::value(tamga::channels::ChannelKind::Edo, "edo", "Electronic documents between companies"),
    tamga::shape::value(tamga::channels::ChannelKind::Ofd, "ofd", "Fiscal data of cash registers"));
template <>
inline constexpr auto tamga::shape::names<tamga::channels::ChannelState> = tamga::shape::enumeration(
    "ChannelState", "Where a connection stands",
    tamga::shape::value(tamga::channels::ChannelState::Requested, "requested",
                        "Waits for the operator of the channel"),
    tamga::shape::value(tamga::channels::ChannelState::Active, "active", "It works"),
    tamga::shape::value(tamga::channels::ChannelState::Refused, "refused", "With the reason"),
    tamga::shape::value(tamga::channels::ChannelState::Ended, "ended", "The participant left"));

namespace tamga::api {

/// An operator one may choose.
struct ChannelOperatorView {
  channels::ChannelKind kind;
  std::string code;
  std::string name;
  bool built_in;
  std::optional<std::string> url;
  std::optional<std::string> requisite;
  static constexpr auto shape() {
    return shape::object("ChannelOperator", "An operator of documents or of fiscal data",
                         shape::field("kind", &ChannelOperatorView::kind, "What goes through it"),
                         shape::field("code", &ChannelOperatorView::code, "Its code"),
                         shape::field("name", &ChannelOperatorView::name, "Its name"),
                         shape::field("built_in", &ChannelOperatorView::built_in,
                                      "Of this system: free and connected at once"),
                         shape::field("url", &ChannelOperatorView::url, "Where it is found"),
                         shape::field("requisite", &ChannelOperatorView::requisite,
                                      "What it has to be told, in words; absent: nothing"));
  }
};

/// A connection.
struct ChannelView {
  std::string number;
  channels::ChannelKind kind;
  std::string operator_code;
  std::string operator_name;
  std::string requisite;
  channels::ChannelState state;
  std::string person;
  UnixMs requested;
  UnixMs changed;
  std::string reason;
  std::optional<std::string> tax_id;
  static ChannelView of(channels::Channel const& channel, Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Channel", "A connection to an operator", shape::field("number", &ChannelView::number, "Its number"),
        shape::field("kind", &ChannelView::kind, "What goes through it"),
        shape::field("operator", &ChannelView::operator_code, "Code of the operator"),
        shape::field("operator_name", &ChannelView::operator_name, "Its name"),
        shape::field("requisite", &ChannelView::requisite, "By which it knows the participant"),
        shape::field("state", &ChannelView::state, "Where it stands"),
        shape::field("person", &ChannelView::person, "Who signed for it"),
        shape::field("requested", &ChannelView::requested, "When it was asked for"),
        shape::field("changed", &ChannelView::changed, "When it changed last"),
        shape::field("reason", &ChannelView::reason, "Of a refusal"),
        shape::field("tax_id", &ChannelView::tax_id, "Of the participant; for the operator's staff"));
  }
};

/// Operators to choose from, and one's own connections.
struct ListChannels {
  static constexpr EndpointSpec kSpec{
      .name = "list_channels",
      .method = http::Method::Get,
      .path = "/api/v1/channels",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = kAnyUser,
      .summary = "Operators of documents and fiscal data, and one's own connections",
      .tag = "registration"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<ChannelOperatorView> operators;
    std::vector<ChannelView> channels;
    static constexpr auto shape() {
      return shape::object("Channels", "Operators and own connections",
                           shape::field("operators", &Output::operators, "Those one may choose"),
                           shape::field("channels", &Output::channels, "Own connections, the newest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Connects to an operator, signed.
struct ConnectChannel {
  static constexpr EndpointSpec kSpec{.name = "connect_channel",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/channels",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Profile,
                                      .summary = "Connects to an operator of documents or fiscal data",
                                      .tag = "registration",
                                      .step_up = true,
                                      .success = 201,
                                      .action = "channel.connect"};
  using Input = NoInput;
  struct Body {
    ConnectChannelWord kind;
    channels::ChannelKind channel;
    std::string operator_code;
    std::optional<std::string> requisite;
    static constexpr auto shape() {
      return shape::object(
          "ConnectChannel", "Asks for a connection; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("channel", &Body::channel, "What goes through it"),
          shape::field("operator", &Body::operator_code, "Code of the operator", shape::size(1, 50)),
          shape::field("requisite", &Body::requisite, "By which it knows the participant",
                       shape::size(1, 200)));
    }
  };
  using Output = ChannelView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Leaves an operator.
struct DisconnectChannel {
  static constexpr EndpointSpec kSpec{.name = "disconnect_channel",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/channels/{channel}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Profile,
                                      .summary = "Ends a connection",
                                      .tag = "registration",
                                      .idempotency_key = true,
                                      .action = "channel.disconnect"};
  struct Input {
    std::int64_t channel;
    static constexpr auto shape() {
      return shape::object("DisconnectChannelInput", "",
                           shape::field("channel", &Input::channel, "Of the connection"));
    }
  };
  using Body = NoBody;
  using Output = ChannelView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Connections that wait for their operator.
struct ListWaitingChannels {
  static constexpr EndpointSpec kSpec{.name = "list_waiting_channels",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/channels",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Connections that wait for an answer, the oldest first",
                                      .tag = "operator"};
  struct Input {
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListWaitingChannelsInput", "",
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ChannelView> channels;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "WaitingChannels", "A page of the queue",
          shape::field("channels", &Output::channels, "The oldest first"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Writes down what the operator of a channel answered.
struct SettleChannel {
  static constexpr EndpointSpec kSpec{.name = "settle_channel",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/channels/{channel}",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Accepts or refuses a connection, as its operator said",
                                      .tag = "operator",
                                      .step_up = true,
                                      .action = "channel.settle"};
  struct Input {
    std::int64_t channel;
    static constexpr auto shape() {
      return shape::object("SettleChannelInput", "",
                           shape::field("channel", &Input::channel, "Of the connection"));
    }
  };
  struct Body {
    SettleChannelWord kind;
    std::int64_t number;
    bool accepted;
    std::optional<std::string> reason;
    static constexpr auto shape() {
      return shape::object("SettleChannel", "What the operator of the channel answered; its bytes are signed",
                           shape::field("kind", &Body::kind, "What is signed"),
                           shape::field("number", &Body::number, "Of the connection, as in the address"),
                           shape::field("accepted", &Body::accepted, "Whether it connects the participant"),
                           shape::field("reason", &Body::reason, "Of a refusal", shape::size(3, 500)));
    }
  };
  using Output = ChannelView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

extern template struct RowOf<ListChannels>;
extern template struct RowOf<ConnectChannel>;
extern template struct RowOf<DisconnectChannel>;
extern template struct RowOf<ListWaitingChannels>;
extern template struct RowOf<SettleChannel>;

}  // namespace tamga::api
