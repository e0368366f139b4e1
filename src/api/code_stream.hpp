// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "emission/code_writer.hpp"
#include "http/response.hpp"

namespace tamga::api {

/// Codes of an order line as a body, made while the client takes them: ten million codes cost the memory of a
/// few thousand.
class CodeStream final : public http::BodySource {
 public:
  static constexpr std::int64_t kCodesOfPiece = 1024;

  /// The codes [from, from + count) of the writer's line; `count` is at least 1.
  CodeStream(emission::CodeWriter writer, std::int64_t from, std::int64_t count)
      : writer_(std::move(writer)), at_(from), end_(from + count) {}

  Result<bool> next(std::string& chunk) override;

 private:
  emission::CodeWriter writer_;
  std::int64_t at_;
  std::int64_t end_;
};

}  // namespace tamga::api
