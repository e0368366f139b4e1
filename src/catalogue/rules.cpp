// SPDX-License-Identifier: Apache-2.0
#include "catalogue/rules.hpp"

#include <algorithm>

namespace tamga::catalogue {
namespace {

template <class T>
T const* find_in(std::vector<T> const& all, std::string_view code) {
  auto const found = std::find_if(all.begin(), all.end(), [&](T const& one) { return one.code == code; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

CardForm const& Rules::form(std::string_view group) const {
  auto const found = forms_.find(group);
  return found == forms_.end() ? common_ : found->second;
}

Classifier const* Rules::classifier(std::string_view code) const { return find_in(classifiers_, code); }

ConformityKind const* Rules::conformity_kind(std::string_view code) const {
  return find_in(conformity_kinds_, code);
}

bool Rules::allows_local(gs1::Gtin gtin) const {
  constexpr std::uint64_t kBehindPrefix = 10'000'000'000;
  auto const prefix = static_cast<std::int32_t>(gtin.number() % (kBehindPrefix * 1000) / kBehindPrefix);
  return std::any_of(local_prefixes_.begin(), local_prefixes_.end(),
                     [&](auto const& range) { return range.first <= prefix && prefix <= range.second; });
}

}  // namespace tamga::catalogue
