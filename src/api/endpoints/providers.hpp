// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/registrar_view.hpp"
#include "registrars/providers.hpp"

namespace tamga::api {

enum class ListProviderWord : std::uint8_t { ListProvider };
enum class RemoveProviderWord : std::uint8_t { RemoveProvider };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::ListProviderWord> =
    tamga::shape::enumeration("ListProviderWord", "What is signed",
                              tamga::shape::value(tamga::api::ListProviderWord::ListProvider, "list_provider",
                                                  "A provider of the directory"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::RemoveProviderWord> =
    tamga::shape::enumeration("RemoveProviderWord", "What is signed",
                              tamga::shape::value(tamga::api::RemoveProviderWord::RemoveProvider,
                                                  "remove_provider", "A provider leaves the directory"));

namespace tamga::api {

/// A service provider as everybody sees him.
struct ProviderView {
  std::string tax_id;
  std::string name;
  std::string role;
  std::string role_name;
  std::vector<std::string> groups;
  std::string place;
  std::string address;
  std::string contact;
  std::string email;
  UnixMs listed;
  static Result<ProviderView> of(registrars::Provider const& provider, Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Provider", "A service provider of the directory",
        shape::field("tax_id", &ProviderView::tax_id, "Tax number: name it in appoint_provider"),
        shape::field("name", &ProviderView::name, "Its name"),
        shape::field("role", &ProviderView::role, "What it does: the country's word"),
        shape::field("role_name", &ProviderView::role_name, "The same in the language of the call"),
        shape::field("groups", &ProviderView::groups, "Product groups it serves"),
        shape::field("place", &ProviderView::place, "Region or town"),
        shape::field("address", &ProviderView::address, "Where it is"),
        shape::field("contact", &ProviderView::contact, "Whom to ask"),
        shape::field("email", &ProviderView::email, "For letters"),
        shape::field("listed", &ProviderView::listed, "Listed, or changed, at that moment"));
  }
};

/// The directory, for whoever looks for a printing house or a contract maker.
struct ListProviders {
  static constexpr EndpointSpec kSpec{.name = "list_providers",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/providers",
                                      .access = Access::Public,
                                      .summary = "Service providers by product group and place",
                                      .tag = "registrars"};
  struct Input {
    std::optional<std::string> group;
    std::optional<std::string> place;
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object(
          "ListProvidersInput", "",
          shape::field("group", &Input::group, "Only who serves this product group", shape::size(1, 50)),
          shape::field("place", &Input::place,
                       "Only of this region or town, as it is spelled in the directory", shape::size(1, 100)),
          shape::field("after", &Input::after, "`next` of the page before", shape::range(0, 4'294'967'295)),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<CountryWordView> roles;
    std::vector<ProviderView> providers;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "Providers", "A page of the directory", shape::field("roles", &Output::roles, "What providers do"),
          shape::field("providers", &Output::providers, "In the order in which they joined the system"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Puts a participant into the directory, or changes what is said of him.
struct ListProvider {
  static constexpr EndpointSpec kSpec{.name = "list_provider",
                                      .method = http::Method::Put,
                                      .path = "/api/v1/operator/providers/{tax_id}",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Puts a service provider into the directory, or changes him",
                                      .tag = "operator",
                                      .step_up = true,
                                      .action = "provider.list"};
  struct Input {
    std::string tax_id;
    static constexpr auto shape() {
      return shape::object("ListProviderInput", "",
                           shape::field("tax_id", &Input::tax_id, "Of the participant", shape::size(1, 20)));
    }
  };
  struct Body {
    ListProviderWord kind;
    std::string tax_id;
    std::string role;
    std::vector<std::string> groups;
    std::string place;
    std::string address;
    std::string contact;
    std::string email;
    static constexpr auto shape() {
      return shape::object(
          "ListProvider", "A provider of the directory; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("tax_id", &Body::tax_id, "Of the participant, as in the address", shape::size(1, 20)),
          shape::field("role", &Body::role, "What he does: the country's word", shape::size(1, 40)),
          shape::field("groups", &Body::groups, "Product groups he serves", shape::size(1, 100)),
          shape::field("place", &Body::place, "Region or town", shape::size(1, 100)),
          shape::field("address", &Body::address, "Where he is", shape::size(1, 300)),
          shape::field("contact", &Body::contact, "Whom to ask", shape::size(1, 200)),
          shape::field("email", &Body::email, "For letters", shape::size(3, 200)));
    }
  };
  using Output = ProviderView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Takes a provider off the list; what he was given stays.
struct RemoveProvider {
  static constexpr EndpointSpec kSpec{.name = "remove_provider",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/providers/{tax_id}/removal",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Takes a service provider off the directory",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .step_up = true,
                                      .success = 204,
                                      .action = "provider.remove"};
  struct Input {
    std::string tax_id;
    static constexpr auto shape() {
      return shape::object("RemoveProviderInput", "",
                           shape::field("tax_id", &Input::tax_id, "Of the participant", shape::size(1, 20)));
    }
  };
  struct Body {
    RemoveProviderWord kind;
    std::string tax_id;
    static constexpr auto shape() {
      return shape::object("RemoveProvider", "A provider leaves the directory; the bytes are signed",
                           shape::field("kind", &Body::kind, "What is signed"),
                           shape::field("tax_id", &Body::tax_id, "As in the address", shape::size(1, 20)));
    }
  };
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

extern template struct RowOf<ListProviders>;
extern template struct RowOf<ListProvider>;
extern template struct RowOf<RemoveProvider>;

}  // namespace tamga::api
