// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// A call of a program as its organisation sees it.
struct RequestView {
  std::string request;
  UnixMs at;
  std::string key;
  std::string method;
  std::string path;
  int status;
  std::int64_t duration_us;
  std::optional<std::string> error;
  std::string request_id;
  std::optional<std::string> address;
  static constexpr auto shape() {
    using V = RequestView;
    return shape::object(
        "ProgramRequest", "A call that came with the key of a program, and its answer",
        shape::field("request", &V::request, "Its number; they grow with time"),
        shape::field("at", &V::at, "When it came"),
        shape::field("key", &V::key, "Of the program, as the list of keys names it"),
        shape::field("method", &V::method, "GET, POST ..."),
        shape::field("path", &V::path,
                     "Path and query as they came, at most 500 characters; codes, tokens and signatures "
                     "in the query are ***"),
        shape::field("status", &V::status, "HTTP status of the answer"),
        shape::field("duration_us", &V::duration_us, "How long the answer took, microseconds"),
        shape::field("error", &V::error, "Why it was refused: name in the catalogue of errors"),
        shape::field("request_id", &V::request_id, "Id of the request; quote it to the operator"),
        shape::field("address", &V::address, "Network address it came from; absent: not known"));
  }
};

/// What the organisation's programs asked and what they were answered: the last seven days, 10 000 at most.
struct ListRequests {
  static constexpr EndpointSpec kSpec{
      .name = "list_requests",
      .method = http::Method::Get,
      .path = "/api/v1/requests",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = Right::ApiKeys,
      .summary = "Calls of own programs in the last seven days, newest first, at most 10 000",
      .tag = "keys"};
  struct Input {
    std::optional<std::string> key;
    std::optional<int> status_class;
    std::optional<bool> failed;
    std::optional<std::string> method;
    std::optional<std::string> path;
    std::optional<UnixMs> from;
    std::optional<UnixMs> until;
    std::optional<std::int64_t> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object(
          "ListRequestsInput", "",
          shape::field("key", &Input::key, "Only with this key, as the list of keys names it",
                       shape::size(1, 64)),
          shape::field("status_class", &Input::status_class,
                       "Only with such a status: 2 for 200 to 299, 4 for 400 to 499", shape::range(1, 5)),
          shape::field("failed", &Input::failed,
                       "True: only with a status of 400 and more; false: only the rest"),
          shape::field("method", &Input::method, "Only GET, POST ...", shape::size(1, 10)),
          shape::field("path", &Input::path, "Only where path and query hold this", shape::size(1, 200)),
          shape::field("from", &Input::from, "Not older"), shape::field("until", &Input::until, "Older than"),
          shape::field("before", &Input::before, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<RequestView> requests;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "ProgramRequests", "A page of calls", shape::field("requests", &Output::requests, "Newest first"),
          shape::field("next", &Output::next, "For `before` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListRequests>;

}  // namespace tamga::api
