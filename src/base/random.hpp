// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace tamga {

/// Where random bytes come from: the operating system in life, a seed in tests. Safe from any thread.
class Rng {
 public:
  virtual ~Rng() = default;
  /// Fills `out` completely or throws: there is no half-random key.
  virtual void fill(std::span<std::byte> out) = 0;
};

/// getrandom(2).
class SystemRng final : public Rng {
 public:
  void fill(std::span<std::byte> out) override;
};

}  // namespace tamga
