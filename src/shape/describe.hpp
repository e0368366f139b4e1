// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "shape/code_list.hpp"
#include "shape/rules.hpp"

namespace tamga::shape {

// The words in which a type says how it looks as JSON; see README.md. Decoder, encoder, JSON Schema and
// TypeScript all come from this one description.

/// Free attributes: names that are data, each with a text. Kept in order of name.
using Attributes = std::map<std::string, std::string>;

/// Any JSON value, kept byte for byte as it was written.
struct RawJson {
  std::string text = "null";
  friend bool operator==(RawJson const&, RawJson const&) = default;
};

/// What a value written as a JSON string is, for its schema. `pattern` is a regular expression of ECMA-262.
struct ScalarInfo {
  std::string_view name;
  std::string_view about;
  std::string_view pattern;
  std::string_view format;
  std::string_view example;
};

/// A type of another room written as a JSON string. Specialise with
///   static constexpr ScalarInfo kInfo{...};
///   static Result<T> parse(std::string_view);   // any error kind; its place becomes the JSON pointer
///   static std::string text(T const&);          // or std::string_view
template <class T>
struct Scalar;

template <class T>
concept IsScalar = requires(T const& value, std::string_view text) {
  { Scalar<T>::kInfo } -> std::convertible_to<ScalarInfo const&>;
  { Scalar<T>::parse(text) } -> std::same_as<Result<T>>;
  { Scalar<T>::text(value) } -> std::convertible_to<std::string_view>;
};

// ---- enumerations: template <> inline constexpr auto shape::names<Colour> = shape::enumeration("Colour",
// "...", shape::value(...), ...);

template <class E>
struct EnumValue {
  E value;
  std::string_view name;
  std::string_view about;
};

template <class E>
constexpr EnumValue<E> value(E e, std::string_view name, std::string_view about = {}) {
  return {e, name, about};
}

template <class E, std::size_t N>
struct Enumeration {
  std::string_view name;
  std::string_view about;
  std::array<EnumValue<E>, N> values;
};

template <class E, class... Rest>
constexpr auto enumeration(std::string_view name, std::string_view about, EnumValue<E> first, Rest... rest) {
  return Enumeration<E, 1 + sizeof...(Rest)>{name, about, {first, rest...}};
}

struct NoNames {};
template <class E>
inline constexpr NoNames names{};

template <class T>
concept IsEnum = std::is_enum_v<T> && !std::same_as<std::remove_cvref_t<decltype(names<T>)>, NoNames>;

// ---- one of several objects, told apart by a field:
// template <> inline constexpr auto shape::alternatives<Event> = shape::one_of("Event", "...", "kind",
// "shipped", "accepted");

template <std::size_t N>
struct OneOf {
  std::string_view name;
  std::string_view about;
  std::string_view tag;                   ///< name of the field that tells
  std::array<std::string_view, N> kinds;  ///< its value for each alternative, in their order
};

template <class... Kinds>
constexpr auto one_of(std::string_view name, std::string_view about, std::string_view tag, Kinds... kinds) {
  return OneOf<sizeof...(Kinds)>{name, about, tag, {std::string_view(kinds)...}};
}

template <class V>
inline constexpr NoNames alternatives{};

template <class T>
inline constexpr bool is_variant_v = false;
template <class... Ts>
inline constexpr bool is_variant_v<std::variant<Ts...>> = true;

template <class T>
concept IsOneOf = is_variant_v<T> && !std::same_as<std::remove_cvref_t<decltype(alternatives<T>)>, NoNames>;

// ---- what a member may be made of

template <class T>
inline constexpr bool is_optional_v = false;
template <class T>
inline constexpr bool is_optional_v<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector_v = false;
template <class T>
inline constexpr bool is_vector_v<std::vector<T>> = true;
template <class T>
inline constexpr bool is_id_v = false;
template <class Tag, class Rep>
inline constexpr bool is_id_v<Id<Tag, Rep>> = true;

template <class T>
concept IsObject = std::is_aggregate_v<T> && requires {
  T::shape();
};
template <class T>
concept IsWhole = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;
template <class T>
concept IsStrongId = is_id_v<T> && !IsScalar<T>;

/// The type a limit of a field speaks of: without optional and strong id.
template <class T>
struct Bare {
  using type = T;
};
template <class T>
struct Bare<std::optional<T>> : Bare<T> {};
template <class T>
requires IsStrongId<T>
struct Bare<T> : Bare<typename T::rep> {
};
template <class T>
using bare_t = typename Bare<T>::type;

// ---- the limits a field may name

struct Size {
  Bounds bounds;
};
struct Each {
  Bounds bounds;
};
struct Range {
  std::int64_t from;
  std::uint64_t to;
};
struct Multiline {};
template <class V>
struct Default {
  V value;
};
struct NoDefault {};

/// Characters of a text, entries of a list or of attributes, number of codes; both ends allowed.
constexpr Size size(std::size_t min, std::size_t max) { return {{min, max}}; }
/// What stands inside a list: characters of each text, bytes of each code, characters of each attribute.
constexpr Each each(std::size_t min, std::size_t max) { return {{min, max}}; }
/// Whole numbers, both ends allowed.
constexpr Range range(std::int64_t from, std::uint64_t to) { return {from, to}; }
/// The text may hold tabs and line feeds.
constexpr Multiline multiline() { return {}; }
/// What an absent field means; it is always written out. For numbers, booleans and enumerations.
template <class V>
constexpr Default<V> by_default(V value) {
  return {value};
}

template <class Member, class Limit>
consteval void apply(Rules& rules, Limit limit) {
  using T = bare_t<Member>;
  constexpr bool kText = std::same_as<T, std::string>;
  constexpr bool kMany = is_vector_v<T> || std::same_as<T, CodeList> || std::same_as<T, Attributes>;
  if constexpr (std::same_as<Limit, Size>) {
    static_assert(kText || kMany || std::same_as<T, RawJson>, "size() limits texts and lists");
    rules.size = limit.bounds;
  } else if constexpr (std::same_as<Limit, Each>) {
    static_assert(kMany, "each() limits what stands inside a list");
    rules.each = limit.bounds;
  } else if constexpr (std::same_as<Limit, Range>) {
    static_assert(IsWhole<T> || is_vector_v<T>, "range() limits whole numbers");
    rules.from = limit.from;
    rules.to = limit.to;
  } else if constexpr (std::same_as<Limit, Multiline>) {
    static_assert(kText || kMany, "multiline() is for texts");
    rules.multiline = true;
  }
}

// ---- objects

template <class Owner, class Member, class Fallback = NoDefault>
struct Field {
  using owner = Owner;
  using type = Member;
  static constexpr bool kHasDefault = !std::same_as<Fallback, NoDefault>;
  static constexpr bool kRequired = !kHasDefault && !is_optional_v<Member>;

  std::string_view name;
  Member Owner::*member;
  std::string_view about;
  Rules rules;
  Fallback fallback;
};

/// One member under its name on the wire, with a sentence for people and its limits.
/// std::optional members may be absent or null and are not written when empty; all others are required.
template <class Owner, class Member, class... Limits>
consteval auto field(std::string_view name, Member Owner::*member, std::string_view about, Limits... limits) {
  Rules rules;
  (apply<Member>(rules, limits), ...);
  auto const fallback = [&] {
    NoDefault none;
    auto result = std::tuple_cat([&](auto limit) {
      if constexpr (requires { limit.value; })
        return std::tuple(Default<Member>{static_cast<Member>(limit.value)});
      else
        return std::tuple<>();
    }(limits)...);
    if constexpr (std::tuple_size_v<decltype(result)> == 0)
      return none;
    else
      return std::get<0>(result);
  }();
  return Field<Owner, Member, std::remove_const_t<decltype(fallback)>>{name, member, about, rules, fallback};
}

template <class... Fields>
struct Object {
  static constexpr std::size_t kSize = sizeof...(Fields);
  std::string_view name;
  std::string_view about;
  std::tuple<Fields...> fields;
};

/// The whole object: its name in the schema and its fields, in the order in which the struct declares its
/// members.
template <class... Fields>
consteval auto object(std::string_view name, std::string_view about, Fields... fields) {
  return Object<Fields...>{name, about, {fields...}};
}
template <class O, class M, class F, class... Fields>
consteval auto object(std::string_view name, Field<O, M, F> first, Fields... fields) {
  return Object<Field<O, M, F>, Fields...>{name, {}, {first, fields...}};
}

/// The description of T as a constant.
template <IsObject T>
inline constexpr auto shape_of = T::shape();

}  // namespace tamga::shape
