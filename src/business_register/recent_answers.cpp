// SPDX-License-Identifier: Apache-2.0
#include "business_register/recent_answers.hpp"

namespace tamga::business_register {

std::optional<std::optional<BusinessEntity>> RecentAnswers::find(std::string_view tax_id) const {
  std::lock_guard const lock(mutex_);
  auto const found = answers_.find(std::string(tax_id));
  if (found == answers_.end() || found->second.until <= clock_->now()) return std::nullopt;
  return found->second.entity;
}

void RecentAnswers::put(std::string_view tax_id, std::optional<BusinessEntity> answer) {
  std::lock_guard const lock(mutex_);
  auto const term = answer ? remember_ : remember_none_;
  UnixMs const until(clock_->now().value() + term.count());
  std::uint64_t const turn = ++last_turn_;
  answers_.insert_or_assign(std::string(tax_id), Answer{std::move(answer), until, turn});
  turns_.emplace_back(turn, std::string(tax_id));
  while (turns_.size() > most_) {
    auto const oldest = answers_.find(turns_.front().second);
    if (oldest != answers_.end() && oldest->second.turn == turns_.front().first) answers_.erase(oldest);
    turns_.pop_front();
  }
}

}  // namespace tamga::business_register
