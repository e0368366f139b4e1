// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <concepts>
#include <functional>
#include <utility>

namespace tamga {

/// A number or string with a meaning of its own: it neither mixes with, nor converts to, another kind.
/// `Tag` names the meaning; `Rep` is how it is stored.
template <class Tag, class Rep>
class Id {
 public:
  using rep = Rep;
  constexpr Id() = default;
  constexpr explicit Id(Rep value) : value_(std::move(value)) {}
  [[nodiscard]] constexpr Rep const& value() const { return value_; }
  friend constexpr auto operator<=>(Id const&, Id const&) = default;
  friend constexpr bool operator==(Id const&, Id const&) = default;

 private:
  Rep value_{};
};

}  // namespace tamga

template <class Tag, class Rep>
struct std::hash<tamga::Id<Tag, Rep>> {
  std::size_t operator()(tamga::Id<Tag, Rep> const& id) const noexcept { return std::hash<Rep>{}(id.value()); }
};
