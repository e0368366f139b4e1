// SPDX-License-Identifier: Apache-2.0
#include "documents/verdict.hpp"

#include <algorithm>

#include "documents/errors.hpp"

namespace tamga::documents {
namespace {

std::vector<Refusal> first_of_each_item(std::span<Refusal const> refusals) {
  std::vector<Refusal> each(refusals.begin(), refusals.end());
  auto const before = [](Refusal const& a, Refusal const& b) { return a.item < b.item; };
  std::stable_sort(each.begin(), each.end(), before);
  auto const same = [](Refusal const& a, Refusal const& b) { return a.item == b.item; };
  each.erase(std::unique(each.begin(), each.end(), same), each.end());
  return each;
}

/// Separators and other control characters stay out: a verdict is shown to people.
shape::Attributes attributes_of(std::vector<std::pair<std::string, std::string>> const& arguments) {
  shape::Attributes out;
  for (auto const& [name, value] : arguments) {
    std::string shown = value;
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    out.emplace(name, std::move(shown));
  }
  return out;
}

Objection objection_of(Error const& error) {
  Objection out;
  out.pointer = error.where();
  out.error = error.name();
  out.status = error.kind().http_status;
  out.arguments = attributes_of(error.arguments());
  return out;
}

/// One status for the whole: that of the only error, or 409 when they differ.
int common_status(std::span<Refusal const> refusals, std::span<Error const> objections) {
  int status = 0;
  auto const meet = [&](int other) { status = status == 0 || status == other ? other : 409; };
  for (Error const& error : objections) meet(error.kind().http_status);
  for (Refusal const& refusal : refusals) meet(refusal.kind->http_status);
  return status;
}

}  // namespace

Judgement judge_case(Traits const& traits, Naming const& naming, std::span<Refusal const> refusals,
                     std::span<Error const> objections) {
  auto const refused = first_of_each_item(refusals);
  Judgement out{DocumentStatus::Accepted, {}};
  Verdict& verdict = out.verdict;
  verdict.codes = static_cast<std::int64_t>(naming.size());
  verdict.refused = static_cast<std::int64_t>(refused.size());
  verdict.accepted = verdict.codes - verdict.refused;
  for (Error const& error : objections) verdict.objections.push_back(objection_of(error));
  for (Refusal const& refusal : std::span(refused).first(std::min(refused.size(), Verdict::kMaxItems)))
    verdict.items.push_back({naming.pointer(refusal.item),
                             {std::string(naming.text(refusal.item))},
                             std::string(refusal.kind->name),
                             attributes_of(arguments_of(refusal, naming.text(refusal.item)))});
  if (refused.empty() && objections.empty()) return out;
  bool const some = traits.atomicity == Atomicity::PerCode && objections.empty() && verdict.accepted > 0;
  out.status = some ? DocumentStatus::PartlyAccepted : DocumentStatus::Rejected;
  if (some) return out;
  verdict.accepted = 0;
  verdict.status = common_status(refused, objections);
  return out;
}

}  // namespace tamga::documents
