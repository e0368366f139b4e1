// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "contract_office/prior_request.hpp"
#include "contracts/facts.hpp"

namespace tamga::api {

/// A product group as the public sees it.
struct GroupView {
  std::string group;
  std::string name;
  country::GroupMode mode;
  std::optional<Date> mandatory_from;
  bool ordering_open;
  std::optional<std::string> manager;
  std::optional<std::string> manager_email;
  std::optional<std::string> manager_phone;
  std::vector<std::string> release_methods;
  bool service_providers;
  static constexpr auto shape() {
    return shape::object(
        "ProductGroup", "A product group", shape::field("group", &GroupView::group, "Its code"),
        shape::field("name", &GroupView::name, "What it is called"),
        shape::field("mode", &GroupView::mode, "Whether marking is mandatory today"),
        shape::field("mandatory_from", &GroupView::mandatory_from, "Next day on which it becomes mandatory"),
        shape::field("ordering_open", &GroupView::ordering_open, "Whether codes can be ordered today"),
        shape::field("manager", &GroupView::manager, "Who at the operator looks after it"),
        shape::field("manager_email", &GroupView::manager_email, "How to reach the manager"),
        shape::field("manager_phone", &GroupView::manager_phone, "How to reach the manager"),
        shape::field("release_methods", &GroupView::release_methods,
                     "Codes of the release methods for which codes can be ordered in it today"),
        shape::field("service_providers", &GroupView::service_providers,
                     "Whether a service provider may order and apply its codes today"));
  }
};

struct ListGroups {
  static constexpr EndpointSpec kSpec{
      .name = "list_groups",
      .method = http::Method::Get,
      .path = "/api/v1/groups",
      .access = Access::Public,
      .summary = "Product groups of the country: pilot or mandatory, their managers",
      .tag = "registration"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<GroupView> groups;
    static constexpr auto shape() {
      return shape::object("GroupList", "Product groups of the country",
                           shape::field("groups", &Output::groups, "In order of code"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Asks for the contract of a group before one is registered: pilots begin so.
struct AskPriorContract {
  static constexpr EndpointSpec kSpec{
      .name = "ask_prior_contract",
      .method = http::Method::Post,
      .path = "/api/v1/prior-contracts",
      .access = Access::Public,
      .summary = "Asks the manager of a group for its contract before registration",
      .tag = "registration",
      .idempotency_key = true,
      .success = 201,
      .max_body_bytes = 16 << 10,
      .action = "prior_contract.ask"};
  using Input = NoInput;
  struct Body {
    std::string company;
    std::string tax_id;
    std::string person;
    std::string email;
    std::string phone;
    std::string group;
    static constexpr auto shape() {
      return shape::object("PriorContractBody", "A company asks for a contract in advance",
                           shape::field("company", &Body::company, "Its name", shape::size(2, 300)),
                           shape::field("tax_id", &Body::tax_id, "Its tax number", shape::size(5, 20)),
                           shape::field("person", &Body::person, "Whom to talk to", shape::size(2, 200)),
                           shape::field("email", &Body::email, "Where the answer goes", shape::size(3, 254)),
                           shape::field("phone", &Body::phone, "With the country's code", shape::size(5, 20)),
                           shape::field("group", &Body::group, "Product group", shape::size(1, 50)));
    }
  };
  struct Output {
    std::string number;
    static constexpr auto shape() {
      return shape::object("PriorContractReceipt", "The request was taken",
                           shape::field("number", &Output::number, "Of the request"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListGroups>;
extern template struct RowOf<AskPriorContract>;

}  // namespace tamga::api
