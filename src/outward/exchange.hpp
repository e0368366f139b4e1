// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tamga::outward {

/// One question to a service that the operator configured.
struct Call {
  std::string url;                        ///< http:// or https://, without credentials in it
  std::vector<std::string> headers = {};  ///< "Authorization: Bearer ..."
  std::string body = {};                  ///< empty: GET, else POST
  std::string body_type = "application/json";
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(2);
  std::chrono::milliseconds timeout = std::chrono::seconds(5);  ///< of the whole exchange
  std::size_t most_bytes = std::size_t{1} << 20;                ///< of the answer
  std::string ca_file = {};  ///< authorities of an https:// service (PEM); empty: those of the machine
};

struct Reply {
  int status = 0;
  std::string body;
};

/// Asks once and waits for the whole answer, whatever its status. The server's certificate and name are
/// verified; no redirection is followed, no proxy is taken from the environment. Blocks the calling thread;
/// safe from any thread. Errors: OUTWARD_ADDRESS, OUTWARD_FAILED, OUTWARD_TOO_LARGE.
Result<Reply> exchange(Call const& call);

}  // namespace tamga::outward
