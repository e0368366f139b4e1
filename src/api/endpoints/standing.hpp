// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "standing/standing.hpp"

namespace tamga::api {

/// What a signed decision about a standing says it is.
enum class DecideStandingWord : std::uint8_t { DecideStanding };
enum class StandingDecision : std::uint8_t { Restrict, Block, Lift };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::DecideStandingWord> = tamga::shape::enumeration(
    "DecideStandingWord", "What is signed",
    tamga::shape::value(tamga::api::DecideStandingWord::DecideStanding, "decide_standing", "A decision"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::StandingDecision> = tamga::shape::enumeration(
    "StandingDecision", "What the operator decides",
    tamga::shape::value(tamga::api::StandingDecision::Restrict, "restrict",
                        "Only sales, acceptance, write-offs"),
    tamga::shape::value(tamga::api::StandingDecision::Block, "block", "Nothing but the profile"),
    tamga::shape::value(tamga::api::StandingDecision::Lift, "lift",
                        "What was decided ends; the register's answer counts"));
template <>
inline constexpr auto tamga::shape::names<tamga::standing::Effect> = tamga::shape::enumeration(
    "StandingEffect", "What a participant may still do",
    tamga::shape::value(tamga::standing::Effect::Good, "good", "Everything its contracts open"),
    tamga::shape::value(tamga::standing::Effect::Restricted, "restricted", "Only what keeps goods honest"),
    tamga::shape::value(tamga::standing::Effect::Blocked, "blocked", "Nothing but setting it right"));

namespace tamga::api {

/// One reason that stands against a participant.
struct StandingReason {
  std::string cause;
  std::string title;
  std::string remedy;
  UnixMs since;
  standing::Effect effect;
  static constexpr auto shape() {
    return shape::object(
        "StandingReason", "A reason that stands against a participant",
        shape::field("cause", &StandingReason::cause, "Its name: liquidated, director, address ..."),
        shape::field("title", &StandingReason::title, "In words"),
        shape::field("remedy", &StandingReason::remedy, "What to do"),
        shape::field("since", &StandingReason::since, "Since when it stands"),
        shape::field("effect", &StandingReason::effect, "What it leads to"));
  }
};

/// How a participant stands.
struct StandingView {
  std::string tax_id;
  std::string name;
  standing::Effect effect;
  std::vector<StandingReason> reasons;
  std::optional<std::vector<std::string>> allowed;
  std::optional<UnixMs> checked_at;
  static StandingView of(registry::Participant const& participant, standing::Standing const& standing,
                         Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Standing", "How a participant stands with the state's register",
        shape::field("tax_id", &StandingView::tax_id, "Its tax number"),
        shape::field("name", &StandingView::name, "Its name"),
        shape::field("effect", &StandingView::effect, "What it may still do"),
        shape::field("reasons", &StandingView::reasons, "Everything that stands against it"),
        shape::field("allowed", &StandingView::allowed, "Kinds of documents it may send; absent: all"),
        shape::field("checked_at", &StandingView::checked_at, "When the register answered last"));
  }
};

/// How the caller's organisation stands, and what to do.
struct GetStanding {
  static constexpr EndpointSpec kSpec{.name = "get_standing",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/standing",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = kAnyUser,
                                      .summary = "Whether one's profile is restricted or blocked, and why",
                                      .tag = "registration"};
  using Input = NoInput;
  using Body = NoBody;
  using Output = StandingView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Asks the register now instead of tomorrow: after it was set right.
struct RecheckStanding {
  static constexpr EndpointSpec kSpec{.name = "recheck_standing",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/standing/check",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Profile,
                                      .summary = "Asks the state's register about one's organisation now",
                                      .tag = "registration",
                                      .idempotency_key = true,
                                      .action = "standing.check"};
  using Input = NoInput;
  using Body = NoBody;
  using Output = StandingView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The operator's queue of restricted and blocked profiles.
struct ListStandings {
  static constexpr EndpointSpec kSpec{.name = "list_standings",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/standings",
                                      .access = Access::Operator,
                                      .right = Right::BlockParticipants,
                                      .summary = "Participants that are restricted or blocked",
                                      .tag = "operator"};
  struct Input {
    standing::Effect effect = standing::Effect::Restricted;
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListStandingsInput", "",
                           shape::field("effect", &Input::effect, "restricted or blocked"),
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<StandingView> standings;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "StandingQueue", "A page of the queue",
          shape::field("standings", &Output::standings, "In the order of joining"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// A person at the operator restricts, blocks or restores a participant.
struct DecideStanding {
  static constexpr EndpointSpec kSpec{
      .name = "decide_standing",
      .method = http::Method::Post,
      .path = "/api/v1/operator/standings/{tax_id}",
      .access = Access::Operator,
      .right = Right::BlockParticipants,
      .summary = "Restricts, blocks or restores a participant, with the reason it is told",
      .tag = "operator",
      .step_up = true,
      .action = "standing.decide"};
  struct Input {
    std::string tax_id;
    static constexpr auto shape() {
      return shape::object("DecideStandingInput", "",
                           shape::field("tax_id", &Input::tax_id, "Of the participant", shape::size(1, 20)));
    }
  };
  struct Body {
    DecideStandingWord kind;
    std::string tax_id;
    StandingDecision decision;
    std::string reason;
    static constexpr auto shape() {
      return shape::object(
          "DecideStanding", "A decision about a participant; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("tax_id", &Body::tax_id, "Of the participant, as in the address", shape::size(1, 20)),
          shape::field("decision", &Body::decision, "What is decided"),
          shape::field("reason", &Body::reason, "Why: the participant is told", shape::size(3, 500)));
    }
  };
  using Output = StandingView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

extern template struct RowOf<GetStanding>;
extern template struct RowOf<RecheckStanding>;
extern template struct RowOf<ListStandings>;
extern template struct RowOf<DecideStanding>;

}  // namespace tamga::api
