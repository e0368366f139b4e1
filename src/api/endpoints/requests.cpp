// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/requests.hpp"

#include <algorithm>
#include <limits>

#include "request_log/requests.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

constexpr int kFirstFailed = 400;

/// Always the caller's own.
request_log::Question question_of(ListRequests::Input const& input, Call const& call) {
  request_log::Question out{.participant = call.caller().number(),
                            .api_key = input.key.value_or(""),
                            .method = input.method.value_or(""),
                            .path_part = input.path.value_or("")};
  if (input.status_class) {
    out.status_from = *input.status_class * 100;
    out.status_below = out.status_from + 100;
  }
  if (input.failed && *input.failed) out.status_from = std::max(out.status_from, kFirstFailed);
  if (input.failed && !*input.failed) out.status_below = std::min(out.status_below, kFirstFailed);
  if (input.from) out.from = *input.from;
  if (input.until) out.until = *input.until;
  return out;
}

std::optional<std::string> given(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

Result<ListRequests::Output> ListRequests::handle(Input const& input, Call& call) {
  request_log::EntryNo const before(input.before.value_or(std::numeric_limits<std::int64_t>::max()));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, request_log::find_requests(*reader, question_of(input, call), before, input.limit));
  Output out;
  for (auto const& [number, entry] : found)
    out.requests.push_back({.request = std::to_string(number.value()),
                            .at = entry.at,
                            .key = entry.api_key,
                            .method = entry.method,
                            .path = entry.path,
                            .status = entry.status,
                            .duration_us = entry.duration_us,
                            .error = given(entry.error),
                            .request_id = entry.request_id,
                            .address = given(entry.address)});
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().number.value();
  return out;
}

template struct RowOf<ListRequests>;

}  // namespace tamga::api
