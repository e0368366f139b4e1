// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoints/standing.hpp"
#include "registry/profile.hpp"

namespace tamga::api {

/// A participant as the operator's staff find it.
struct FoundParticipant {
  std::string tax_id;
  std::string name;
  std::vector<std::string> types;
  standing::Effect standing;
  static constexpr auto shape() {
    return shape::object("FoundParticipant", "A participant in a list",
                         shape::field("tax_id", &FoundParticipant::tax_id, "Its tax number"),
                         shape::field("name", &FoundParticipant::name, "Its name"),
                         shape::field("types", &FoundParticipant::types, "How it takes part"),
                         shape::field("standing", &FoundParticipant::standing, "What it may still do"));
  }
};

/// Looks for participants.
struct ListParticipants {
  static constexpr EndpointSpec kSpec{
      .name = "list_participants",
      .method = http::Method::Get,
      .path = "/api/v1/operator/participants",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "Participants by the beginning of their tax number, a part of their name, what they may do",
      .tag = "operator"};
  struct Input {
    std::optional<std::string> query;
    std::optional<standing::Effect> standing;
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object(
          "ListParticipantsInput", "",
          shape::field("query", &Input::query, "Small and large letters, quotes are all the same",
                       shape::size(2, 200)),
          shape::field("standing", &Input::standing, "Only those that may still do so much"),
          shape::field("after", &Input::after, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<FoundParticipant> participants;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "FoundParticipants", "A page of participants",
          shape::field("participants", &Output::participants, "In the order of joining"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Everything the operator's staff see of a participant.
struct GetParticipant {
  static constexpr EndpointSpec kSpec{.name = "get_participant",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/participants/{tax_id}",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "A participant: profile and standing",
                                      .tag = "operator"};
  struct Input {
    std::string tax_id;
    static constexpr auto shape() {
      return shape::object("GetParticipantInput", "",
                           shape::field("tax_id", &Input::tax_id, "Of the participant", shape::size(1, 20)));
    }
  };
  using Body = NoBody;
  struct Output {
    StandingView standing;
    std::vector<std::string> types;
    std::optional<registry::Profile> profile;
    std::optional<UnixMs> profile_since;
    static constexpr auto shape() {
      return shape::object(
          "ParticipantCard", "A participant as the operator's staff see it",
          shape::field("standing", &Output::standing, "Who it is and how it stands"),
          shape::field("types", &Output::types, "How it takes part"),
          shape::field("profile", &Output::profile, "As it was signed; absent before the first"),
          shape::field("profile_since", &Output::profile_since, "When it was signed"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListParticipants>;
extern template struct RowOf<GetParticipant>;

}  // namespace tamga::api
