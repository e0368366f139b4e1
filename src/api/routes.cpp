// SPDX-License-Identifier: Apache-2.0
#include "api/routes.hpp"

#include "api/accept_language.hpp"
#include "api/endpoints/all.hpp"
#include "api/problem.hpp"
#include "country/error_texts.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// In memory on a store of our own; a shared one is asked each time, and nobody waits for it on the socket's
/// thread.
http::RouteOptions options_of(EndpointSpec const& spec, Services const& services) {
  http::RouteOptions options;
  if (spec.max_body_bytes != 0) options.max_body_bytes = spec.max_body_bytes;
  bool const shared = services.store.engine() == sql::Engine::Postgres;
  options.run = shared ? http::Run::Worker : spec.run;
  options.inline_body_bytes = shared ? 0 : spec.inline_body_bytes;
  return options;
}

}  // namespace

std::vector<http::Route> routes(Services const& services) {
  openapi_text();  // two types under one name are found out at the start, not by the first reader
  auto const runtime = std::make_shared<Runtime>(services);
  std::vector<http::Route> out;
  for (EndpointRow const& row : all_endpoints()) {
    http::Route route{row.spec.method, std::string(row.spec.path), options_of(row.spec, services), {}};
    if (row.start != nullptr)
      route.handler = http::AsyncHandler(
          [runtime, start = row.start](http::Request&& request, http::Responder responder) {
            start(*runtime, std::move(request), std::move(responder));
          });
    else
      route.handler = http::Handler(
          [runtime, answer = row.answer](http::Request& request) { return answer(*runtime, request); });
    out.push_back(std::move(route));
  }
  return out;
}

http::Options finish(http::Options options, Services const& services) {
  options.render_error = [&services](Error const& error, http::Request const& request) {
    auto const language = accepted_language(request.header("Accept-Language").value_or(""),
                                            services.country.rules().languages.front());
    return problem_response({services.texts, language, request.request_id()}, error);
  };
  options.on_request_done = [metrics = services.metrics](http::RequestDone const& done) {
    metrics->count(done);
  };
  return options;
}

}  // namespace tamga::api
