// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/response.hpp"
#include "request_log/entry.hpp"

namespace tamga::request_log {
class RequestLog;
}

namespace tamga::api {

class Call;

/// What the log of requests is to keep of a call that came with the key of a program; of other calls nothing.
class RequestNote {
 public:
  RequestNote() = default;
  /// Of a call whose caller is known, if he ever will be.
  explicit RequestNote(Call const& call);
  /// The answer as it was; once it is given, the log has the call.
  http::Response on(http::Response response) &&;

 private:
  request_log::RequestLog* log_ = nullptr;
  request_log::Entry entry_{};
};

}  // namespace tamga::api
