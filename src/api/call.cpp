// SPDX-License-Identifier: Apache-2.0
#include "api/call.hpp"

#include "api/accept_language.hpp"

namespace tamga::api {

Call::Call(Services const& services, http::Request const& request)
    : services_(&services),
      request_(&request),
      language_(accepted_language(request.header("Accept-Language").value_or(""),
                                  services.country.rules().languages.front())),
      now_(services.clock.now()) {}

Call::Call(Services const& services, std::shared_ptr<http::Request> request) : Call(services, *request) {
  kept_ = std::move(request);
}

http::Response Call::finished(http::Response response) {
  for (http::Header& header : headers_) response.headers.push_back(std::move(header));
  headers_.clear();
  return response;
}

}  // namespace tamga::api
