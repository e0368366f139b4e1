// SPDX-License-Identifier: Apache-2.0
#include "api/request_note.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "api/call.hpp"
#include "http/method.hpp"
#include "http/options.hpp"
#include "request_log/called_path.hpp"
#include "request_log/request_log.hpp"

namespace tamga::api {
namespace {

/// Name of the error that an answer tells of; empty when it tells of none.
std::string error_of(http::Response const& response) {
  constexpr std::string_view kBefore = R"("code":")";
  if (response.content_type != "application/problem+json") return {};
  auto const sign = response.body.find(kBefore);
  if (sign == std::string::npos) return {};
  auto const begin = sign + kBefore.size();
  auto const end = response.body.find('"', begin);
  return end == std::string::npos ? std::string() : response.body.substr(begin, end - begin);
}

}  // namespace

RequestNote::RequestNote(Call const& call) {
  if (!call.signed_in() || !call.caller().program()) return;
  log_ = call.services().requests;
  if (log_ == nullptr) return;
  http::Request const& request = call.request();
  entry_ = {.participant = call.caller().number(),
            .at = call.now(),
            .api_key = call.caller().api_key,
            .method = std::string(http::name_of(request.method())),
            .path = request_log::called_path(request.target()),
            .status = 0,
            .duration_us = 0,
            .error = {},
            .request_id = request.request_id(),
            .address = request.remote_address()};
}

http::Response RequestNote::on(http::Response response) && {
  if (log_ == nullptr) return response;
  entry_.error = error_of(response);
  response.on_done = [log = log_, entry = std::move(entry_)](http::RequestDone const& done) {
    request_log::Entry kept = entry;
    kept.status = done.status;
    kept.duration_us = done.duration.count();
    log->keep(std::move(kept));
  };
  return response;
}

}  // namespace tamga::api
