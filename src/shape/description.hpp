// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shape/encode.hpp"

namespace tamga::shape {

struct Description;
/// Types may contain themselves, so they are named by the function that describes them.
using Describe = Description const& (*)();

struct DescribedField {
  std::string_view name;
  std::string_view about;
  Describe type;
  Rules rules;
  bool required;
  bool nullable;
  std::string fallback;  ///< JSON of the default; empty for none
};

struct DescribedName {
  std::string_view name;
  std::string_view about;
};

/// What a type is on the wire, at run time: the same for every T, so that whoever prints it (JSON Schema,
/// TypeScript, a page of documentation) is plain code. Lives for ever; any thread may read it.
struct Description {
  enum class Form : std::uint8_t { Text, Whole, Boolean, Scalar, Enum, Object, OneOf, List, Codes, Map, Raw };
  Form form = Form::Raw;
  std::string_view name;  ///< empty for types that are written in place
  std::string_view about;
  ScalarInfo scalar;
  std::int64_t least = 0;  ///< of whole numbers
  std::uint64_t most = 0;
  std::vector<DescribedName> names;
  std::vector<DescribedField> fields;
  Describe element = nullptr;          ///< of a list
  std::string_view tag;                ///< of one of several objects
  std::vector<Describe> alternatives;  ///< in the order of `names`
};

template <class T>
Description const& description();

template <class T>
Description make_description() {
  Description d;
  using Form = Description::Form;
  if constexpr (IsScalar<T>) {
    d.form = Form::Scalar;
    d.scalar = Scalar<T>::kInfo;
    d.name = d.scalar.name;
    d.about = d.scalar.about;
  } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
    d.form = Form::Text;
  } else if constexpr (std::same_as<T, bool>) {
    d.form = Form::Boolean;
  } else if constexpr (IsWhole<T>) {
    d.form = Form::Whole;
    d.least = static_cast<std::int64_t>(std::numeric_limits<T>::min());
    d.most = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
  } else if constexpr (IsEnum<T>) {
    d.form = Form::Enum;
    d.name = names<T>.name;
    d.about = names<T>.about;
    for (auto const& entry : names<T>.values) d.names.push_back({entry.name, entry.about});
  } else if constexpr (std::same_as<T, CodeList>) {
    d.form = Form::Codes;
  } else if constexpr (std::same_as<T, Attributes>) {
    d.form = Form::Map;
  } else if constexpr (std::same_as<T, RawJson>) {
    d.form = Form::Raw;
  } else if constexpr (is_vector_v<T>) {
    d.form = Form::List;
    d.element = &description<typename T::value_type>;
  } else if constexpr (IsOneOf<T>) {
    d.form = Form::OneOf;
    d.name = shape::alternatives<T>.name;
    d.about = shape::alternatives<T>.about;
    d.tag = shape::alternatives<T>.tag;
    for (auto const kind : shape::alternatives<T>.kinds) d.names.push_back({kind, {}});
    [&]<class... Ts>(std::variant<Ts...> const*) {
      d.alternatives = {&description<Ts>...};
    }(static_cast<T const*>(nullptr));
  } else {
    static_assert(IsObject<T>,
                  "no shape: give the type a shape(), or specialise Scalar, names or alternatives");
    d.form = Form::Object;
    d.name = shape_of<T>.name;
    d.about = shape_of<T>.about;
    auto const add = [&]<class O, class M, class F>(Field<O, M, F> const& f) {
      std::string fallback;
      if constexpr (Field<O, M, F>::kHasDefault) fallback = encode(f.fallback.value);
      d.fields.push_back({.name = f.name,
                          .about = f.about,
                          .type = &description<M>,
                          .rules = f.rules,
                          .required = Field<O, M, F>::kRequired,
                          .nullable = is_optional_v<M>,
                          .fallback = std::move(fallback)});
    };
    std::apply([&](auto const&... fields) { (add(fields), ...); }, shape_of<T>.fields);
  }
  return d;
}

/// Optional and strong ids look like what they hold.
template <class T>
Description const& description() {
  if constexpr (is_optional_v<T>) {
    return description<typename T::value_type>();
  } else if constexpr (IsStrongId<T>) {
    return description<typename T::rep>();
  } else {
    static Description const made = make_description<T>();
    return made;
  }
}

}  // namespace tamga::shape
