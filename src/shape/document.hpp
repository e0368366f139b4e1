// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tamga::shape {

/// What a JSON text may cost before it is refused.
struct Limits {
  std::size_t max_bytes = 32U << 20;  ///< of the whole text; never over 4 GiB - 64
  std::size_t max_depth = 32;  ///< containers inside each other, the outermost counts; never over kDepthCap
};
inline constexpr std::size_t kDepthCap = 256;

/// A JSON text with the places of its tokens found: UTF-8, closed strings and no raw control characters in
/// them are already proven, the grammar is not (Reader and check() do that). The bytes are not copied and
/// need no padding; they must outlive the document. Immutable once open: any number of threads may read one
/// document.
class JsonDocument {
 public:
  /// Errors: JSON_TOO_LARGE, JSON_NOT_UTF8, JSON_MALFORMED, the last two with offset, line and column.
  static Result<JsonDocument> open(std::string_view bytes, Limits limits = {});

  /// Proves the whole grammar of RFC 8259 and the depth: JSON_MALFORMED, JSON_TOO_DEEP. A decoder does this
  /// by itself; call it only for JSON that is kept without being decoded.
  [[nodiscard]] Result<void> check() const;

  /// The text field `field` of the object at the root, found without decoding the rest: what a reader of many
  /// kinds of objects looks at to choose the type. What follows the field is not looked at; the decoder will.
  /// Errors: JSON_WRONG_TYPE, JSON_MISSING_FIELD, JSON_MALFORMED, JSON_TOO_DEEP.
  [[nodiscard]] Result<std::string> peek_string(std::string_view field) const;

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] Limits const& limits() const { return limits_; }

 private:
  friend class Tokens;
  JsonDocument(std::string_view bytes, Limits limits) : bytes_(bytes), limits_(limits) {}

  std::string_view bytes_;
  Limits limits_;
  std::unique_ptr<std::uint32_t[]> starts_;  ///< where each token begins, then the size of the text
  std::uint32_t count_ = 0;
};

/// JsonDocument::open and peek_string in one step, for a caller that does not go on to decode.
Result<std::string> peek_string_field(std::string_view bytes, std::string_view field, Limits limits = {});

}  // namespace tamga::shape
