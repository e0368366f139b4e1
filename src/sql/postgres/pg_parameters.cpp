// SPDX-License-Identifier: Apache-2.0
#include "sql/postgres/pg_parameters.hpp"

#include <charconv>
#include <cstdint>

#include "sql/postgres/pg_types.hpp"

namespace tamga::sql {
namespace {

constexpr std::size_t kMaxFieldBytes = 1'000'000'000;

template <class T>
void put_big_endian(std::string& out, T value) {
  for (int shift = static_cast<int>(sizeof(T)) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> shift));
  }
}

struct ArrayTypes {
  Oid array;
  Oid element;
};

ArrayTypes array_types(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Integer:
      return {pg::kInt8Array, pg::kInt8};
    case ColumnKind::Text:
      return {pg::kTextArray, pg::kText};
    case ColumnKind::Blob:
      return {pg::kByteaArray, pg::kBytea};
  }
  return {};
}

// array_recv in src/backend/utils/adt/arrayfuncs.c: dimensions, "has nulls", element type; per dimension
// length and lower bound; per element length (-1 is null) and bytes.
void put_array_header(std::string& out, Oid element, bool has_null, std::size_t count) {
  put_big_endian<std::int32_t>(out, count == 0 ? 0 : 1);
  put_big_endian<std::int32_t>(out, has_null ? 1 : 0);
  put_big_endian<std::uint32_t>(out, element);
  if (count == 0) return;
  put_big_endian<std::int32_t>(out, static_cast<std::int32_t>(count));
  put_big_endian<std::int32_t>(out, 1);
}

void put_integer(std::string& out, std::int64_t value) {
  put_big_endian<std::int32_t>(out, 8);
  put_big_endian(out, value);
}

void put_column(std::string& out, ArrayColumn const& column) {
  bool has_null = false;
  for (std::size_t i = 0; i < column.count; ++i) has_null |= column.first[i * column.stride].is_null();
  put_array_header(out, array_types(column.element).element, has_null, column.count);
  for (std::size_t i = 0; i < column.count; ++i) {
    Value const& value = column.first[i * column.stride];
    if (value.is_null()) {
      put_big_endian<std::int32_t>(out, -1);
    } else if (column.element == ColumnKind::Integer) {
      put_integer(out, value.integer());
    } else {
      put_big_endian<std::int32_t>(out, static_cast<std::int32_t>(value.bytes().size()));
      out.append(value.bytes());
    }
  }
}

}  // namespace

void PgParameters::set(std::span<Value const> values) {
  oversized_ = false;
  types_.resize(values.size());
  values_.resize(values.size());
  lengths_.resize(values.size());
  formats_.resize(values.size());
  if (digits_.size() < values.size()) digits_.resize(values.size());
  if (arrays_.size() < values.size()) arrays_.resize(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) set_one(i, values[i]);
}

void PgParameters::set_one(std::size_t index, Value const& value) {
  Oid type = 0;
  std::string_view bytes;
  bool binary = true;
  switch (value.kind()) {
    case Value::Kind::Integer: {
      auto& digits = digits_[index];
      *std::to_chars(digits.data(), digits.data() + digits.size() - 1, value.integer()).ptr = '\0';
      bytes = digits.data();
      type = pg::kInt8;
      binary = false;
      break;
    }
    case Value::Kind::Text:
      bytes = value.bytes();
      type = pg::kText;
      break;
    case Value::Kind::Blob:
      bytes = value.bytes();
      type = pg::kBytea;
      break;
    case Value::Kind::Keys: {
      auto& array = arrays_[index];
      array.clear();
      put_array_header(array, pg::kInt8, false, value.keys().size());
      for (std::int64_t const key : value.keys()) put_integer(array, key);
      bytes = array;
      type = pg::kInt8Array;
      break;
    }
    case Value::Kind::Column: {
      auto& array = arrays_[index];
      array.clear();
      put_column(array, value.column());
      bytes = array;
      type = array_types(value.column().element).array;
      break;
    }
    case Value::Kind::Null:
    case Value::Kind::Unsupported:
      break;
  }
  if (bytes.size() > kMaxFieldBytes) oversized_ = true;
  types_[index] = type;
  // libpq takes a null pointer for NULL, and an empty view may have no address.
  values_[index] = type == 0 ? nullptr : bytes.empty() ? "" : bytes.data();
  lengths_[index] = static_cast<int>(bytes.size());
  formats_[index] = binary ? 1 : 0;
}

}  // namespace tamga::sql
