// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "shape/describe.hpp"
#include "shape/document.hpp"
#include "shape/errors.hpp"
#include "shape/nearest.hpp"
#include "shape/order.hpp"
#include "shape/reader.hpp"
#include "shape/scalars.hpp"

namespace tamga::shape {

/// Reads one value of type T at the reader. Sets `out` or reports why not; either way the value is read.
template <class T>
void read(Reader& reader, std::optional<T>& out, Rules const& rules = {});

template <class T>
void read_scalar(Reader& reader, std::optional<T>& out) {
  std::string_view text;
  if (!reader.view(text)) return;
  auto value = Scalar<T>::parse(text);
  if (value)
    out.emplace(*std::move(value));
  else
    reader.refuse(std::move(value).error());
}

/// Names outside: the search and the complaint are the same for every enumeration.
std::optional<std::size_t> read_name(Reader& reader, std::span<std::string_view const> allowed);

template <class E>
void read_enum(Reader& reader, std::optional<E>& out) {
  static constexpr auto kAllowed = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::string_view, sizeof...(I)>{names<E>.values[I].name...};
  }
  (std::make_index_sequence<names<E>.values.size()>{});
  if (auto const place = read_name(reader, kAllowed)) out = names<E>.values[*place].value;
}

template <class T>
void read_whole(Reader& reader, std::optional<T>& out, Rules const& rules) {
  constexpr auto kLeast = static_cast<std::int64_t>(std::numeric_limits<T>::min());
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
  Whole number;
  if (!reader.whole(number, std::max(rules.from, kLeast), std::min(rules.to, kMost))) return;
  out = static_cast<T>(number.negative ? ~number.magnitude + 1 : number.magnitude);
}

template <class T>
void read_list(Reader& reader, std::optional<std::vector<T>>& out, Rules const& rules) {
  static_assert(!is_optional_v<T>, "an entry of a list is there or not; it cannot be null");
  if (!reader.enter_array()) return;
  Bounds const size = or_default(rules.size, kListDefault);
  std::vector<T> items;
  std::size_t count = 0;
  while (reader.next_item()) {
    if (++count > size.max) {
      reader.skip();
      continue;
    }
    std::optional<T> item;
    read(reader, item, inner(rules));
    if (item) items.push_back(*std::move(item));
  }
  if (!size.hold(count))
    reader.refuse_size(kListSize, count, size);
  else if (items.size() == count)
    out = std::move(items);
}

/// `tag`: a field that is no member and was looked at before (the kind of a one_of), to be skipped; empty for
/// none.
template <class T>
void read_object(Reader& reader, std::optional<T>& out, std::string_view const* tag = nullptr) {
  constexpr std::size_t kSize = shape_of<T>.kSize;
  static_assert(kSize < 64, "more fields than a reader can tick off");
  static_assert(names_differ<T>(), "two fields of one object share a name");
  static_assert(every_member_is_a_field<T>(), "a member of the struct has no field in shape()");
  static_assert(in_order_of_declaration<T>(), "the fields of shape() are not in the order of the members");
  if (!reader.enter_object()) return;

  [&]<std::size_t... I>(std::index_sequence<I...>) {
    std::tuple<std::optional<typename std::tuple_element_t<I, decltype(shape_of<T>.fields)>::type>...> slots;
    std::array<std::string_view, kSize + 1> known{field_names<T>[I]...};
    if (tag != nullptr) known[kSize] = *tag;
    std::uint64_t seen = 0;
    while (auto const place =
               reader.next_field(std::span(known).first(kSize + (tag != nullptr ? 1 : 0)), seen)) {
      if (*place == kSize) reader.skip();
      (void)((*place == I &&
              (read(reader, std::get<I>(slots), std::get<I>(shape_of<T>.fields).rules), true)) ||
             ...);
    }
    [[maybe_unused]] auto const settle = [&](auto const& field, auto& slot, std::size_t place) {
      using F = std::remove_cvref_t<decltype(field)>;
      if (slot || (seen >> place & 1U) != 0) return;
      if constexpr (F::kHasDefault)
        slot = field.fallback.value;
      else if constexpr (!F::kRequired)
        slot.emplace();
      else
        reader.refuse_child(field.name, Error(kMissingField).with("field", std::string(field.name)));
    };
    (settle(std::get<I>(shape_of<T>.fields), std::get<I>(slots), I), ...);
    if ((std::get<I>(slots).has_value() && ...)) out.emplace(T{*std::move(std::get<I>(slots))...});
  }
  (std::make_index_sequence<kSize>{});
}

/// The kind of a one_of at the reader, wherever in the object it stands; the reader does not move.
std::optional<std::size_t> read_kind(Reader& reader, std::string_view tag,
                                     std::span<std::string_view const> kinds);

template <class... Ts>
void read_one_of(Reader& reader, std::optional<std::variant<Ts...>>& out) {
  constexpr auto const& kForms = alternatives<std::variant<Ts...>>;
  static_assert(kForms.kinds.size() == sizeof...(Ts), "a kind for each alternative");
  auto const kind = read_kind(reader, kForms.tag, kForms.kinds);
  if (!kind) return;
  auto const read_as = [&]<std::size_t I>() {
    std::optional<std::variant_alternative_t<I, std::variant<Ts...>>> form;
    read_object(reader, form, &kForms.tag);
    if (form) out.emplace(std::in_place_index<I>, *std::move(form));
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (void)((*kind == I && (read_as.template operator()<I>(), true)) || ...);
  }
  (std::make_index_sequence<sizeof...(Ts)>{});
}

template <class T>
void read_with(bool (Reader::*method)(T&, Rules const&), Reader& reader, std::optional<T>& out,
               Rules const& rules) {
  T value;
  if ((reader.*method)(value, rules)) out.emplace(std::move(value));
}

template <class T>
void read(Reader& reader, std::optional<T>& out, Rules const& rules) {
  if constexpr (IsScalar<T>) {
    read_scalar(reader, out);
  } else if constexpr (std::same_as<T, std::string>) {
    read_with(&Reader::text, reader, out, rules);
  } else if constexpr (std::same_as<T, bool>) {
    bool value = false;
    if (reader.boolean(value)) out = value;
  } else if constexpr (IsWhole<T>) {
    read_whole(reader, out, rules);
  } else if constexpr (IsEnum<T>) {
    read_enum(reader, out);
  } else if constexpr (is_optional_v<T>) {
    if (reader.null()) {
      out.emplace();
    } else {
      T value;
      read(reader, value, rules);
      if (value) out.emplace(std::move(value));
    }
  } else if constexpr (std::same_as<T, CodeList>) {
    read_with(&Reader::codes, reader, out, rules);
  } else if constexpr (std::same_as<T, Attributes>) {
    read_with(&Reader::attributes, reader, out, rules);
  } else if constexpr (std::same_as<T, RawJson>) {
    RawJson value;
    if (reader.raw(value.text, rules)) out.emplace(std::move(value));
  } else if constexpr (is_vector_v<T>) {
    read_list(reader, out, rules);
  } else if constexpr (IsStrongId<T>) {
    std::optional<typename T::rep> value;
    read(reader, value, rules);
    if (value) out.emplace(*std::move(value));
  } else if constexpr (IsOneOf<T>) {
    read_one_of(reader, out);
  } else {
    static_assert(IsObject<T>,
                  "no shape: give the type a shape(), or specialise Scalar, names or alternatives");
    read_object(reader, out);
  }
}

/// The T that the document describes, or everything wrong with it, at most `max_errors`, in order of the
/// text. An error of the text as a whole (JSON_MALFORMED, JSON_TOO_DEEP) comes before all others and alone.
template <class T>
tl::expected<T, std::vector<Error>> decode_all(JsonDocument const& document, std::size_t max_errors = 20) {
  Reader reader(document, max_errors);
  std::optional<T> value;
  read(reader, value);
  reader.finish();
  if (reader.failed()) return tl::unexpected(reader.take_errors());
  return *std::move(value);
}

/// The T that the document describes, or the first thing wrong with it.
template <class T>
Result<T> decode(JsonDocument const& document) {
  auto value = decode_all<T>(document, 1);
  if (!value) return fail(std::move(value.error().front()));
  return *std::move(value);
}

template <class T>
Result<T> decode(std::string_view bytes, Limits limits = {}) {
  TAMGA_ASSIGN(document, JsonDocument::open(bytes, limits));
  return decode<T>(document);
}

}  // namespace tamga::shape
