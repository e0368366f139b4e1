// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tamga::api {

/// A part of a file: bytes [from, end).
struct ByteRange {
  std::int64_t from = 0;
  std::int64_t end = 0;
  friend bool operator==(ByteRange const&, ByteRange const&) = default;
};

/// What a request asks for (RFC 9110, 14.2). A header that is absent, of other units, of several parts or not
/// understood asks for the whole.
struct AskedRange {
  bool partial = false;        ///< answer 206
  bool unsatisfiable = false;  ///< answer 416
  ByteRange range;
};
AskedRange asked_range(std::optional<std::string_view> header, std::int64_t size);

}  // namespace tamga::api
