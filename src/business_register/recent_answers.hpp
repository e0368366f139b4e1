// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"
#include "business_register/business_entity.hpp"

namespace tamga::business_register {

/// Answers of a register, remembered for a time; the oldest give way when there are too many. Safe from any
/// thread.
class RecentAnswers {
 public:
  RecentAnswers(std::chrono::milliseconds remember, std::chrono::milliseconds remember_none, std::size_t most,
                Clock const& clock)
      : remember_(remember), remember_none_(remember_none), most_(most), clock_(&clock) {}

  /// Outer nothing: not remembered. Inner nothing: there is no such business.
  std::optional<std::optional<BusinessEntity>> find(std::string_view tax_id) const;
  void put(std::string_view tax_id, std::optional<BusinessEntity> answer);

 private:
  struct Answer {
    std::optional<BusinessEntity> entity;
    UnixMs until;
    std::uint64_t turn;
  };

  std::chrono::milliseconds remember_;
  std::chrono::milliseconds remember_none_;
  std::size_t most_;
  Clock const* clock_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Answer> answers_;
  std::deque<std::pair<std::uint64_t, std::string>>
      turns_;  // in order; a number put again has a later turn too
  std::uint64_t last_turn_ = 0;
};

}  // namespace tamga::business_register
