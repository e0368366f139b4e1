// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/contract_view.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// What a signed request about contracts says it is, so that no other signed text can be taken for it.
enum class DecideContractWord : std::uint8_t { DecideContract };
enum class SetManagerWord : std::uint8_t { SetGroupManager };
enum class ClosePriorContractWord : std::uint8_t { ClosePriorContract };
enum class ContractDecision : std::uint8_t { Accept, GiveBack, End };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::DecideContractWord> =
    tamga::shape::enumeration("DecideContractWord", "What is signed",
                              tamga::shape::value(tamga::api::DecideContractWord::DecideContract,
                                                  "decide_contract", "A contract is decided about"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::SetManagerWord> =
    tamga::shape::enumeration("SetGroupManagerWord", "What is signed",
                              tamga::shape::value(tamga::api::SetManagerWord::SetGroupManager,
                                                  "set_group_manager", "A group gets its manager"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::ClosePriorContractWord> =
    tamga::shape::enumeration("ClosePriorContractWord", "What is signed",
                              tamga::shape::value(tamga::api::ClosePriorContractWord::ClosePriorContract,
                                                  "close_prior_contract", "What became of a request"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::ContractDecision> = tamga::shape::enumeration(
    "ContractDecision", "What the operator does with a contract",
    tamga::shape::value(tamga::api::ContractDecision::Accept, "accept", "Signs it: it is in force"),
    tamga::shape::value(tamga::api::ContractDecision::GiveBack, "give_back", "The participant signs again"),
    tamga::shape::value(tamga::api::ContractDecision::End, "end", "It is over"));

namespace tamga::api {

/// What the rule left to a person.
struct ListContractQueue {
  static constexpr EndpointSpec kSpec{.name = "list_contract_queue",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/contracts",
                                      .access = Access::Operator,
                                      .right = Right::ManageContracts,
                                      .summary = "Signed contracts that wait for a person, oldest first",
                                      .tag = "operator"};
  struct Input {
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListContractQueueInput", "",
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "How many at most", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ContractView> contracts;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "ContractQueue", "Contracts that wait for a person",
          shape::field("contracts", &Output::contracts, "Oldest first"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// A person of the operator decides, signed.
struct DecideContract {
  static constexpr EndpointSpec kSpec{
      .name = "decide_contract",
      .method = http::Method::Post,
      .path = "/api/v1/operator/contracts/decision",
      .access = Access::Operator,
      .right = Right::ManageContracts,
      .summary = "Accepts a contract with the operator's signature, gives it back, or ends it",
      .tag = "operator",
      .idempotency_key = true,
      .step_up = true,
      .max_body_bytes = 16 << 10,
      .action = "contract.decide"};
  using Input = NoInput;
  struct Body {
    DecideContractWord kind;
    std::int64_t contract;
    ContractDecision decision;
    std::optional<std::string> reason;
    static constexpr auto shape() {
      return shape::object(
          "DecideContractBody", "What the operator decides; the bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("contract", &Body::contract, "Which", shape::range(1, std::int64_t{1} << 53)),
          shape::field("decision", &Body::decision, "What happens to it"),
          shape::field("reason", &Body::reason, "Told to the participant; needed unless it is accepted",
                       shape::size(1, 500)));
    }
  };
  using Output = ContractView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// A request for a prior contract, as the operator sees it.
struct PriorContractView {
  std::string number;
  std::string company;
  std::string tax_id;
  std::string person;
  std::string email;
  std::string phone;
  std::string group;
  UnixMs at;
  std::optional<UnixMs> closed_at;
  std::optional<std::string> answer;
  static constexpr auto shape() {
    return shape::object("PriorContract", "A company asks for a contract before it registers",
                         shape::field("number", &PriorContractView::number, "Its number"),
                         shape::field("company", &PriorContractView::company, "Who asks"),
                         shape::field("tax_id", &PriorContractView::tax_id, "Tax number"),
                         shape::field("person", &PriorContractView::person, "Whom to talk to"),
                         shape::field("email", &PriorContractView::email, "E-mail"),
                         shape::field("phone", &PriorContractView::phone, "Telephone"),
                         shape::field("group", &PriorContractView::group, "Product group"),
                         shape::field("at", &PriorContractView::at, "When it came"),
                         shape::field("closed_at", &PriorContractView::closed_at, "When it was answered"),
                         shape::field("answer", &PriorContractView::answer, "What became of it"));
  }
};

struct ListPriorContracts {
  static constexpr EndpointSpec kSpec{
      .name = "list_prior_contracts",
      .method = http::Method::Get,
      .path = "/api/v1/operator/prior-contracts",
      .access = Access::Operator,
      .right = Right::ManageContracts,
      .summary = "Requests for prior contracts that wait for an answer, oldest first",
      .tag = "operator"};
  struct Input {
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListPriorContractsInput", "",
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "How many at most", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<PriorContractView> requests;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "PriorContractQueue", "Requests that wait for an answer",
          shape::field("requests", &Output::requests, "Oldest first"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct ClosePriorContract {
  static constexpr EndpointSpec kSpec{.name = "close_prior_contract",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/prior-contracts/{request}/answer",
                                      .access = Access::Operator,
                                      .right = Right::ManageContracts,
                                      .summary = "Notes what became of a request for a prior contract",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .step_up = true,
                                      .max_body_bytes = 16 << 10,
                                      .action = "prior_contract.answer"};
  struct Input {
    std::int64_t request;
    static constexpr auto shape() {
      return shape::object(
          "ClosePriorContractInput", "",
          shape::field("request", &Input::request, "Its number", shape::range(1, std::int64_t{1} << 53)));
    }
  };
  struct Body {
    ClosePriorContractWord kind;
    std::string request;
    std::string answer;
    static constexpr auto shape() {
      return shape::object(
          "PriorContractAnswer", "What became of a request; the bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("request", &Body::request, "Its number, as in the address", shape::size(1, 20)),
          shape::field("answer", &Body::answer, "In words, for the operator", shape::size(1, 500)));
    }
  };
  using Output = PriorContractView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Who looks after a group, signed.
struct SetGroupManager {
  static constexpr EndpointSpec kSpec{.name = "set_group_manager",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/group-managers",
                                      .access = Access::Operator,
                                      .right = Right::ManageContracts,
                                      .summary = "Names the manager of a product group",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .step_up = true,
                                      .max_body_bytes = 16 << 10,
                                      .action = "group_manager.set"};
  using Input = NoInput;
  struct Body {
    SetManagerWord kind;
    std::string group;
    std::string name;
    std::string email;
    std::string phone;
    static constexpr auto shape() {
      return shape::object(
          "SetGroupManagerBody", "The manager of a product group; the bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("group", &Body::group, "Product group", shape::size(1, 50)),
          shape::field("name", &Body::name, "Who", shape::size(2, 200)),
          shape::field("email", &Body::email, "Where requests go", shape::size(3, 254)),
          shape::field("phone", &Body::phone, "With the country's code", shape::size(5, 20)));
    }
  };
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

extern template struct RowOf<ListContractQueue>;
extern template struct RowOf<DecideContract>;
extern template struct RowOf<ListPriorContracts>;
extern template struct RowOf<ClosePriorContract>;
extern template struct RowOf<SetGroupManager>;

}  // namespace tamga::api
