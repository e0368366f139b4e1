// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "base/result.hpp"
#include "bench/measure/child.hpp"

namespace tamga::bench {

/// The value, or the end of the benchmark with the error.
template <class T>
T must(Result<T> result) {
  if (!result) give_up(describe(result.error()));
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace tamga::bench
