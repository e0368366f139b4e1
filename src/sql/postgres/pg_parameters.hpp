// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <array>
#include <span>
#include <string>
#include <vector>

#include "sql/value.hpp"

namespace tamga::sql {

/// Values as libpq takes them. Integers and text travel as text, so that the server may infer another type
/// (the int4 of substr) than ours; blobs and arrays travel in binary. The storage is reused from call to
/// call; text and blobs are borrowed.
class PgParameters {
 public:
  void set(std::span<Value const> values);

  /// Whether a parameter is longer than a field of PostgreSQL can be (1 GB).
  [[nodiscard]] bool oversized() const { return oversized_; }
  [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
  /// What PQprepare is told; 0 where a null says nothing.
  [[nodiscard]] Oid const* types() const { return types_.data(); }
  [[nodiscard]] char const* const* values() const { return values_.data(); }
  [[nodiscard]] int const* lengths() const { return lengths_.data(); }
  [[nodiscard]] int const* formats() const { return formats_.data(); }

 private:
  void set_one(std::size_t index, Value const& value);

  std::vector<Oid> types_;
  std::vector<char const*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::vector<std::array<char, 24>> digits_;
  std::vector<std::string> arrays_;
  bool oversized_ = false;
};

}  // namespace tamga::sql
