// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.hpp"

namespace tamga::crypto {

struct FetchRequest {
  std::string url;
  std::size_t most_bytes = 0;  ///< of the answer
  std::string body = {};       ///< empty: GET, else POST
  std::string body_type = {};  ///< media type of the body
};

/// How this room reaches the services of certification authorities. Safe from any thread.
class Fetcher {
 public:
  virtual ~Fetcher() = default;
  /// The body of an answer with status 200. Errors: FETCH_FORBIDDEN, FETCH_FAILED.
  virtual Result<std::string> fetch(FetchRequest const& request) = 0;
};

}  // namespace tamga::crypto
