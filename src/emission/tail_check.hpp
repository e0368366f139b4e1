// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "emission/tail_keys.hpp"

namespace tamga::emission {

/// One question: is this the tail of that code?
struct TailQuestion {
  gs1::TailKind kind;
  std::string_view key_id;  ///< AI (91); empty: any key may have made it
  crypto::TailInput input;
  std::string_view tail;
};

/// Verifies tails in batches, asking the ring once for each key. One thread, one batch: states of keys are
/// those of its beginning.
class TailCheck {
 public:
  explicit TailCheck(TailKeys const& keys) : keys_(&keys) {}
  /// `out[i]` answers `questions[i]`. Without a key id all keys are tried, the newest first.
  void verify(std::span<TailQuestion const> questions, bool* out);

 private:
  using Keys = std::vector<crypto::TailKey const*>;
  Keys const& keys_for(gs1::TailKind kind, std::string_view key_id);

  TailKeys const* keys_;
  std::map<std::uint64_t, Keys> known_;
  std::uint64_t last_name_ = 0;
  Keys const* last_ = nullptr;
  std::vector<Keys const*> keys_of_;
  std::vector<std::size_t> open_;
  std::vector<crypto::TailQuery> queries_;
  std::size_t answers_size_ = 0;
  std::unique_ptr<bool[]> answers_;
};

}  // namespace tamga::emission
