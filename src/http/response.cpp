// SPDX-License-Identifier: Apache-2.0
#include "http/response.hpp"

namespace tamga::http {

Response Response::of(int status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.content_type = content_type;
  response.body = std::move(body);
  return response;
}

Response Response::streamed(int status, std::string_view content_type, std::unique_ptr<BodySource> source) {
  auto response = of(status, content_type, {});
  response.stream = std::move(source);
  return response;
}

Response Response::event_stream(std::shared_ptr<EventChannel> channel) {
  auto response = of(200, "text/event-stream", {});
  response.events = std::move(channel);
  return response;
}

}  // namespace tamga::http
