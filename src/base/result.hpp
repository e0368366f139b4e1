// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include "base/error.hpp"

namespace tamga {

/// A value, or why there is none. Never ignored: the compiler refuses a dropped result.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
  using value_type = T;
};

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }
inline tl::unexpected<Error> fail(ErrorKind const& kind) { return tl::unexpected<Error>(Error(kind)); }

}  // namespace tamga

/// Leaves the function with the error of `expression`, if it has one.
#define TAMGA_TRY(expression)                                               \
  do {                                                                      \
    auto&& tamga_try_result = (expression);                                 \
    if (!tamga_try_result)                                                  \
      return ::tl::unexpected<::tamga::Error>(std::move(tamga_try_result).error()); \
  } while (false)

/// Declares `name` as the value of `expression`, or leaves the function with its error.
#define TAMGA_ASSIGN(name, expression)                                      \
  auto name##_result = (expression);                                        \
  if (!name##_result) return ::tl::unexpected<::tamga::Error>(std::move(name##_result).error()); \
  auto&& name = *name##_result
