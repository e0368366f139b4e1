// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tamga {

/// What the caller can do about a failure.
enum class ErrorClass : std::uint8_t {
  Malformed,  ///< can never succeed: the bytes are wrong
  Refused,    ///< well-formed, but the state or the rights forbid it
  Retry,      ///< a dependency is not there yet; the same bytes may succeed later
  Internal,   ///< our fault; the client gets an incident id and no detail
};

/// One row of the error catalogue. Numbers and names are published and stay for ever; ranges per room are in
/// docs/api/errors.md. The texts are in spec/errors/<room>.toml under the same name.
struct ErrorKind {
  std::uint16_t number;
  std::string_view name;
  ErrorClass error_class;
  std::uint16_t http_status;
};

/// A failure as it travels through the program: which row of the catalogue, where in the input, and the values
/// that fill the {placeholders} of the row's text. `log_detail` is for the log alone and never reaches a client.
class Error {
 public:
  explicit Error(ErrorKind const& kind) : kind_(&kind) {}

  /// JSON pointer or file position of what was wrong: "/codes/17", "spec/ru/milk.toml:12".
  Error& at(std::string where) & { where_ = std::move(where); return *this; }
  Error&& at(std::string where) && { where_ = std::move(where); return std::move(*this); }
  Error& with(std::string name, std::string value) & {
    arguments_.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  Error&& with(std::string name, std::string value) && {
    arguments_.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
  }
  Error& log(std::string detail) & { log_detail_ = std::move(detail); return *this; }
  Error&& log(std::string detail) && { log_detail_ = std::move(detail); return std::move(*this); }

  [[nodiscard]] ErrorKind const& kind() const { return *kind_; }
  [[nodiscard]] std::string_view name() const { return kind_->name; }
  [[nodiscard]] std::string const& where() const { return where_; }
  [[nodiscard]] std::string const& log_detail() const { return log_detail_; }
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> const& arguments() const { return arguments_; }

  [[nodiscard]] bool is(ErrorKind const& kind) const { return kind_->number == kind.number; }

 private:
  ErrorKind const* kind_;
  std::string where_;
  std::string log_detail_;
  std::vector<std::pair<std::string, std::string>> arguments_;
};

/// "NAME at /codes/17 {value=...} (detail)": for the log and for test failures, never for a client.
std::string describe(Error const& error);

}  // namespace tamga
