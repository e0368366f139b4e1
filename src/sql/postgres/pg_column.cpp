// SPDX-License-Identifier: Apache-2.0
#include "sql/postgres/pg_column.hpp"

#include <cstdint>
#include <optional>

#include "sql/postgres/pg_types.hpp"

namespace tamga::sql {
namespace {

template <class T>
T big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return static_cast<T>(value);
}

// numeric_send in src/backend/utils/adt/numeric.c: count of base-10000 digits, weight of the first, sign,
// scale, digits. Trailing zero digits are not sent.
std::optional<std::int64_t> whole_numeric(std::string_view bytes) {
  if (bytes.size() < 8) return std::nullopt;
  auto const word = [&](std::size_t i) { return big_endian<std::int16_t>(bytes.substr(i * 2, 2)); };
  constexpr std::int16_t kPositive = 0;
  constexpr std::int16_t kNegative = 0x4000;
  int const digits = word(0);
  int const weight = word(1);
  bool const negative = word(2) == kNegative;
  if (word(2) != kPositive && !negative) return std::nullopt;
  if (digits > weight + 1 || bytes.size() != 8 + static_cast<std::size_t>(digits) * 2) return std::nullopt;
  std::int64_t value = 0;
  for (int i = 0; digits > 0 && i <= weight; ++i) {
    std::int64_t const digit = i < digits ? word(4 + static_cast<std::size_t>(i)) : 0;
    if (__builtin_mul_overflow(value, std::int64_t{10000}, &value)) return std::nullopt;
    if (__builtin_add_overflow(value, negative ? -digit : digit, &value)) return std::nullopt;
  }
  return value;
}

}  // namespace

Value decode_pg_column(PGresult const* result, int row, int column) {
  if (column < 0 || column >= PQnfields(result)) return Value::unsupported();
  if (PQgetisnull(result, row, column) != 0) return {};
  std::string_view const bytes(PQgetvalue(result, row, column),
                               static_cast<std::size_t>(PQgetlength(result, row, column)));
  switch (PQftype(result, column)) {
    case pg::kInt8:
      return big_endian<std::int64_t>(bytes);
    case pg::kInt4:
      return big_endian<std::int32_t>(bytes);
    case pg::kOid:
      return big_endian<std::uint32_t>(bytes);
    case pg::kInt2:
      return big_endian<std::int16_t>(bytes);
    case pg::kBool:
      return bytes[0] != 0;
    case pg::kNumeric: {
      auto const number = whole_numeric(bytes);
      return number ? Value(*number) : Value::unsupported();
    }
    case pg::kBytea:
      return Blob{bytes};
    case pg::kText:
    case pg::kVarchar:
    case pg::kBpchar:
    case pg::kName:
    case pg::kChar:
    case pg::kVoid:
      return bytes;
    default:
      return Value::unsupported();
  }
}

}  // namespace tamga::sql
