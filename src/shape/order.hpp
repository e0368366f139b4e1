// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>

#include "shape/describe.hpp"

namespace tamga::shape {

/// Room for a T that is never built: only its members' places are compared.
template <class T>
struct Place {
  union {
    char none;
    T value;
  };
  constexpr Place() : none() {}
  constexpr ~Place() {}
};
template <class T>
inline constexpr Place<T> place{};

/// The decoder builds a T from its fields in one aggregate initialisation, so that members need no empty
/// state (a GTIN that is none). That is right only if the description has the order of the declaration.
template <class T>
consteval bool in_order_of_declaration() {
#if defined(__clang__)
  return true;  // clang does not compare such addresses at compile time; GCC, which builds the product, does
#else
  return []<std::size_t... I>(std::index_sequence<I...>) {
    std::array<void const*, sizeof...(I)> const places{static_cast<void const*>(
        std::addressof(place<T>.value.*(std::get<I>(shape_of<T>.fields).member)))...};
    for (std::size_t i = 1; i < places.size(); ++i)
      if (!(places[i - 1] < places[i])) return false;
    return true;
  }
  (std::make_index_sequence<shape_of<T>.kSize>{});
#endif
}

/// Becomes whatever member it is given to; only ever named, never called.
struct Anything {
  template <class T>
  operator T() const;
};

/// A member left out of the middle of the description would shift the values of those after it, so every
/// member is a field: one more value than there are fields must be one too many.
template <class T>
consteval bool every_member_is_a_field() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    using Fields = decltype(shape_of<T>.fields);
    return !requires { T{std::declval<typename std::tuple_element_t<I, Fields>::type>()..., Anything{}}; };
  }
  (std::make_index_sequence<shape_of<T>.kSize>{});
}

/// Names of the fields, in static storage.
template <class T>
inline constexpr auto field_names = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array<std::string_view, sizeof...(I)>{std::get<I>(shape_of<T>.fields).name...};
}
(std::make_index_sequence<shape_of<T>.kSize>{});

template <class T>
consteval bool names_differ() {
  for (std::size_t i = 0; i < field_names<T>.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (field_names<T>[i] == field_names<T>[j]) return false;
  return true;
}

}  // namespace tamga::shape
