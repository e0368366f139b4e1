// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admission/admission.hpp"
#include "api/endpoint_row.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::admission::StepKind> = tamga::shape::enumeration(
    "AccessStepKind", "What has to be done before everything is open",
    tamga::shape::value(tamga::admission::StepKind::Registration, "registration", "The account"),
    tamga::shape::value(tamga::admission::StepKind::Profile, "profile",
                        "What the organisation says of itself"),
    tamga::shape::value(
        tamga::admission::StepKind::Standing, "standing",
        "What stands against it in the state's register or at the operator; only when something does"),
    tamga::shape::value(tamga::admission::StepKind::Connection, "connection",
                        "The contract that covers all product groups"),
    tamga::shape::value(tamga::admission::StepKind::Group, "group", "The contract of a product group"),
    tamga::shape::value(tamga::admission::StepKind::Channel, "channel",
                        "A working channel of electronic documents"));
template <>
inline constexpr auto tamga::shape::names<tamga::admission::StepState> = tamga::shape::enumeration(
    "AccessStepState", "Whose turn it is",
    tamga::shape::value(tamga::admission::StepState::Done, "done", "Nothing to do"),
    tamga::shape::value(tamga::admission::StepState::Yours, "yours", "The participant's"),
    tamga::shape::value(tamga::admission::StepState::Operator, "operator", "The operator's"),
    tamga::shape::value(tamga::admission::StepState::Preparing, "preparing", "The system makes the contract"),
    tamga::shape::value(tamga::admission::StepState::Later, "later", "Asked for from a later day on"));

namespace tamga::api {

/// A step on the way to full access.
struct AccessStep {
  admission::StepKind step;
  admission::StepState state;
  std::optional<std::string> group;
  std::optional<std::string> group_name;
  std::optional<std::string> error;
  std::optional<std::string> title;
  std::optional<std::string> remedy;
  std::string where;
  std::optional<Date> from;
  std::optional<Date> until;
  static constexpr auto shape() {
    return shape::object(
        "AccessStep", "A step on the way to full access", shape::field("step", &AccessStep::step, "Which"),
        shape::field("state", &AccessStep::state, "Whose turn it is"),
        shape::field("group", &AccessStep::group, "Of a step of one product group"),
        shape::field("group_name", &AccessStep::group_name, "What the group is called"),
        shape::field("error", &AccessStep::error, "By which operations are refused until the step is done"),
        shape::field("title", &AccessStep::title, "What is missing"),
        shape::field("remedy", &AccessStep::remedy, "What to do about it"),
        shape::field("where", &AccessStep::where, "Where in the cabinet"),
        shape::field("from", &AccessStep::from, "First day on which it is asked for"),
        shape::field("until", &AccessStep::until, "Last day on which what is in force stays so"));
  }
};

/// What is still missing before everything is open.
struct GetAccess {
  static constexpr EndpointSpec kSpec{
      .name = "get_access",
      .method = http::Method::Get,
      .path = "/api/v1/access",
      .access = Access::Participant,
      .scope = kAnyScope,
      .right = kAnyUser,
      .summary = "The steps to full access: what is done, what is missing, where to do it",
      .tag = "contracts"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    bool full;
    bool updating;
    std::vector<AccessStep> steps;
    static constexpr auto shape() {
      return shape::object("AccessState", "What a participant may do already",
                           shape::field("full", &Output::full, "Every step is done"),
                           shape::field("updating", &Output::updating,
                                        "The system is making contracts; ask again in a moment"),
                           shape::field("steps", &Output::steps, "In the order in which they are done"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetAccess>;

}  // namespace tamga::api
