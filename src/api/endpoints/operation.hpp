// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// For load balancers.
struct GetHealth {
  static constexpr EndpointSpec kSpec{.name = "get_health",
                                      .method = http::Method::Get,
                                      .path = "/health",
                                      .access = Access::Public,
                                      .summary = "Whether the system answers from its store",
                                      .tag = "operation"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::string status;
    static constexpr auto shape() {
      return shape::object("Health", "A system that works",
                           shape::field("status", &Output::status, "ok; anything else is an error answer"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// For Prometheus.
struct GetMetrics {
  static constexpr EndpointSpec kSpec{.name = "get_metrics",
                                      .method = http::Method::Get,
                                      .path = "/metrics",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "Counters for Prometheus, only to addresses of the settings",
                                      .tag = "operation",
                                      .produces = "text/plain"};
  using Input = NoInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// What concerns the participant, as it happens.
struct ListenEvents {
  static constexpr EndpointSpec kSpec{.name = "listen_events",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/events",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeCodes,
                                      .run = http::Run::Inline,
                                      .summary = "Server-sent events; resumes with the header Last-Event-ID",
                                      .tag = "events",
                                      .produces = "text/event-stream"};
  using Input = NoInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetHealth>;
extern template struct RowOf<GetMetrics>;
extern template struct RowOf<ListenEvents>;

}  // namespace tamga::api
