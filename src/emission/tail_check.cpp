// SPDX-License-Identifier: Apache-2.0
#include "emission/tail_check.hpp"

#include <algorithm>
#include <numeric>

namespace tamga::emission {

TailCheck::Keys const& TailCheck::keys_for(gs1::TailKind kind, std::string_view key_id) {
  // The kind, and the four characters of AI (91): seven bits each.
  std::uint64_t name = static_cast<std::uint64_t>(kind);
  for (char const c : key_id) name = name << 8 | static_cast<unsigned char>(c);
  if (last_ != nullptr && name == last_name_) return *last_;
  auto const [place, fresh] = known_.try_emplace(name);
  if (fresh) {
    if (key_id.empty())
      place->second = keys_->candidates(kind);
    else if (auto const key = keys_->find(kind, key_id))
      place->second.push_back(*key);
  }
  last_name_ = name;
  last_ = &place->second;
  return *last_;
}

void TailCheck::verify(std::span<TailQuestion const> questions, bool* out) {
  std::fill_n(out, questions.size(), false);
  keys_of_.clear();
  for (TailQuestion const& one : questions) keys_of_.push_back(&keys_for(one.kind, one.key_id));
  open_.resize(questions.size());
  std::iota(open_.begin(), open_.end(), std::size_t{0});
  for (std::size_t turn = 0; !open_.empty(); ++turn) {
    std::erase_if(open_, [&](std::size_t i) { return out[i] || keys_of_[i]->size() <= turn; });
    if (open_.empty()) return;
    queries_.clear();
    for (std::size_t const i : open_)
      queries_.push_back({(*keys_of_[i])[turn], questions[i].input, questions[i].tail});
    if (answers_size_ < queries_.size()) {
      answers_size_ = queries_.size();
      answers_ = std::make_unique<bool[]>(answers_size_);
    }
    crypto::TailKey::verify(queries_, answers_.get());
    for (std::size_t i = 0; i < open_.size(); ++i) out[open_[i]] = answers_[i];
  }
}

}  // namespace tamga::emission
