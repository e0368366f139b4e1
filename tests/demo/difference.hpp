// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::demo {

/// The system did not do what it should. The first one ends the story of a template.
class Difference : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Ends the story unless what was found is what was expected.
template <class A, class B>
void expect(std::string_view what, A const& expected, B const& found) {
  if (!(expected == found)) throw Difference(fmt::format("{}: expected {}, found {}", what, expected, found));
}

/// The value, or the end of the story.
template <class T>
T require(std::string_view what, Result<T> result) {
  if (!result) throw Difference(fmt::format("{}: {}", what, describe(result.error())));
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace tamga::demo
