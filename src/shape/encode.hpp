// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "shape/describe.hpp"
#include "shape/order.hpp"
#include "shape/scalars.hpp"
#include "shape/writer.hpp"

namespace tamga::shape {

/// Writes one value of type T: what decode() reads back to an equal one. Limits are not checked here: what
/// the program holds it may say. An enumerator without a name is a bug and is written as null.
template <class T>
void write(Writer& writer, T const& value);

/// `,"name":` for each field of an object, in order.
template <class T>
std::string_view key_of_field(std::size_t index) {
  static auto const keys = [] {
    std::vector<std::string> out;
    std::apply([&](auto const&... fields) { (out.push_back(quoted_key(fields.name)), ...); },
               shape_of<T>.fields);
    return out;
  }();
  return keys[index];
}

template <class T>
void write_fields(Writer& writer, T const& object) {
  std::size_t index = 0;
  auto const one = [&](auto const& field) {
    std::size_t const at = index++;
    auto const& member = object.*field.member;
    if constexpr (is_optional_v<std::remove_cvref_t<decltype(member)>>) {
      if (!member) return;
    }
    writer.quoted(key_of_field<T>(at));
    write(writer, member);
  };
  std::apply([&](auto const&... fields) { (one(fields), ...); }, shape_of<T>.fields);
}

/// The name of an enumerator on the wire; empty when it has none.
template <IsEnum E>
constexpr std::string_view name_of(E e) {
  for (auto const& entry : names<E>.values)
    if (entry.value == e) return entry.name;
  return {};
}

template <class T>
void write(Writer& writer, T const& value) {
  auto const items = [&](auto const& list) {
    writer.begin_array();
    for (auto const& item : list) write(writer, item);
    writer.end_array();
  };
  if constexpr (IsScalar<T>) {
    writer.string(Scalar<T>::text(value));
  } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
    writer.string(value);
  } else if constexpr (std::same_as<T, bool>) {
    writer.boolean(value);
  } else if constexpr (IsWhole<T>) {
    if constexpr (std::is_signed_v<T>)
      writer.whole(value);
    else
      writer.whole_unsigned(value);
  } else if constexpr (IsEnum<T>) {
    std::string_view const name = name_of(value);
    if (name.empty())
      writer.null();
    else
      writer.string(name);
  } else if constexpr (is_optional_v<T>) {
    if (value)
      write(writer, *value);
    else
      writer.null();
  } else if constexpr (std::same_as<T, Attributes>) {
    writer.begin_object();
    for (auto const& [name, text] : value) writer.field(name, text);
    writer.end_object();
  } else if constexpr (std::same_as<T, RawJson>) {
    writer.raw(value.text);
  } else if constexpr (std::same_as<T, CodeList> || is_vector_v<T>) {
    items(value);
  } else if constexpr (IsStrongId<T>) {
    write(writer, value.value());
  } else if constexpr (IsOneOf<T>) {
    writer.begin_object();
    writer.field(alternatives<T>.tag, alternatives<T>.kinds[value.index()]);
    std::visit([&](auto const& form) { write_fields(writer, form); }, value);
    writer.end_object();
  } else {
    static_assert(IsObject<T>,
                  "no shape: give the type a shape(), or specialise Scalar, names or alternatives");
    writer.begin_object();
    write_fields(writer, value);
    writer.end_object();
  }
}

/// Appends the JSON of `value`.
template <class T>
void encode(std::string& out, T const& value) {
  Writer writer(out);
  write(writer, value);
}

template <class T>
std::string encode(T const& value) {
  std::string out;
  encode(out, value);
  return out;
}

}  // namespace tamga::shape
