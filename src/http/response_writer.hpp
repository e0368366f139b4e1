// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/response.hpp"

namespace tamga::http {

/// How the body of a response is delimited on the wire.
enum class Framing { None, Length, Chunked, UntilClose };

/// Writes response heads. One per server, shared by its threads.
class ResponseWriter {
 public:
  explicit ResponseWriter(std::vector<Header> security_headers);

  struct Context {
    std::string_view date_line;  ///< "Date: ...\r\n"
    std::string_view request_id;
    Framing framing = Framing::Length;
    bool keep_alive = true;
  };

  /// Appends status line, headers and the empty line. Control bytes in values become spaces and headers the
  /// server owns are left out, so no value from outside can add a header or break the framing.
  void append_head(std::string& out, Response const& response, Context const& context) const;

 private:
  std::vector<Header> security_;
  std::string security_block_;
};

/// Appends the size line of a chunk; the data and CRLF follow.
void append_chunk_size(std::string& out, std::size_t size);

/// "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n" (RFC 9110, 5.6.7).
std::string date_line(std::int64_t unix_seconds);

}  // namespace tamga::http
