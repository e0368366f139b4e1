// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/id.hpp"

namespace tamga::sql {

/// Marks bytes as a blob: `Blob{bytes}`; a plain string is text.
struct Blob {
  std::string_view bytes;
};

/// What a column of a table holds. There are no floats, times or booleans: integers say it on both engines.
enum class ColumnKind : std::uint8_t { Integer, Text, Blob };

class Value;

/// One column of many rows, row-major in memory: `first` is its value in the first row, the next row is
/// `stride` values on. PostgreSQL takes it as one array parameter; only Bulk uses it.
struct ArrayColumn {
  Value const* first;
  std::size_t stride;
  std::size_t count;
  ColumnKind element;
};

/// A parameter or a column: null, a 64-bit integer, text (UTF-8 without NUL), a blob, or a list of integers
/// for
/// `= ANY($1)`. It borrows: the bytes belong to somebody else and must outlive it. Strong ids and
/// enumerations are taken as their number; 64-bit unsigned is refused by the compiler because no engine can
/// hold it.
class Value {
 public:
  enum class Kind : std::uint8_t { Null, Integer, Text, Blob, Keys, Column, Unsupported };

  constexpr Value() = default;
  constexpr Value(std::nullptr_t) {}
  constexpr Value(std::nullopt_t) {}
  template <class T>
  requires(std::integral<T> && !std::same_as<T, char> &&
           (std::signed_integral<T> || sizeof(T) < 8)) constexpr Value(T value)
      : kind_(Kind::Integer), integer_(static_cast<std::int64_t>(value)) {}
  template <class T>
  requires(std::is_enum_v<T>) constexpr Value(T value)
      : Value(static_cast<std::underlying_type_t<T>>(value)) {}
  template <class Tag, class Rep>
  constexpr Value(Id<Tag, Rep> const& id) : Value(id.value()) {}
  constexpr Value(std::string_view text) : kind_(Kind::Text), size_(text.size()), bytes_(text.data()) {}
  constexpr Value(char const* text) : Value(std::string_view(text)) {}
  Value(std::string const& text) : Value(std::string_view(text)) {}
  constexpr Value(Blob blob) : kind_(Kind::Blob), size_(blob.bytes.size()), bytes_(blob.bytes.data()) {}
  constexpr Value(std::span<std::int64_t const> keys)
      : kind_(Kind::Keys), size_(keys.size()), keys_(keys.data()) {}
  constexpr Value(ArrayColumn const& column) : kind_(Kind::Column), column_(&column) {}
  template <class T>
  constexpr Value(std::optional<T> const& value) : Value(value ? Value(*value) : Value()) {}

  /// A column whose type this room does not read (float, timestamp ...).
  static constexpr Value unsupported() {
    Value value;
    value.kind_ = Kind::Unsupported;
    return value;
  }

  [[nodiscard]] constexpr Kind kind() const { return kind_; }
  [[nodiscard]] constexpr bool is_null() const { return kind_ == Kind::Null; }
  /// Of the kind Integer.
  [[nodiscard]] constexpr std::int64_t integer() const { return integer_; }
  /// Of the kinds Text and Blob.
  [[nodiscard]] constexpr std::string_view bytes() const { return {bytes_, size_}; }
  /// Of the kind Keys.
  [[nodiscard]] constexpr std::span<std::int64_t const> keys() const { return {keys_, size_}; }
  /// Of the kind Column.
  [[nodiscard]] constexpr ArrayColumn const& column() const { return *column_; }

 private:
  Kind kind_ = Kind::Null;
  std::size_t size_ = 0;
  union {
    std::int64_t integer_ = 0;
    char const* bytes_;
    std::int64_t const* keys_;
    ArrayColumn const* column_;
  };
};

}  // namespace tamga::sql
