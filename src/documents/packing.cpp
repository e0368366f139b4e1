// SPDX-License-Identifier: Apache-2.0
#include "documents/packing.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using country::PackageLevel;
using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;

std::vector<CodeNo> Packing::packages_among(CodeSet const& codes) const {
  std::vector<CodeNo> out;
  for (CodeRange const& range : codes.ranges())
    if (one_->may_be_package(ledger::series_of(range.first)))
      for (std::int64_t i = 0; i < range.count; ++i) out.push_back(range.first + i);
  return out;
}

Result<void> Packing::load(CodeSet const& codes) {
  auto const packages = packages_among(codes);
  if (packages.empty()) return {};
  TAMGA_TRY(one_->desk().packages.content(packages));
  return {};
}

Result<Stack> Packing::stack(CodeNo code) {
  if (auto const known = stacks_.find(code); known != stacks_.end()) return known->second;
  if (!one_->may_be_package(ledger::series_of(code))) return Stack{};
  TAMGA_ASSIGN(contents, one_->desk().packages.content(std::span(&code, 1)));
  Stack stack{contents.front().level, 0};
  if (stack.level > 0 && one_->is_transport(ledger::series_of(code))) {
    stack.transport = 1;
    // No deeper than the stored levels, which go down with each step.
    for (CodeNo const inner : packages_among(one_->transport_of(contents.front().codes))) {
      TAMGA_ASSIGN(below, this->stack(inner));
      stack.transport = std::max(stack.transport, below.transport + 1);
    }
  }
  stacks_[code] = stack;
  return stack;
}

Result<Stack> Packing::above(CodeNo package, CodeSet const& inside) {
  Stack highest;
  for (CodeNo const inner : packages_among(inside)) {
    TAMGA_ASSIGN(below, stack(inner));
    highest.level = std::max(highest.level, below.level);
    highest.transport = std::max(highest.transport, below.transport);
  }
  bool const transport = one_->is_transport(ledger::series_of(package));
  return Stack{highest.level + 1, transport ? highest.transport + 1 : 0};
}

bool Packing::upside_down(CodeNo package, CodeSet const& inside) const {
  return !one_->is_transport(ledger::series_of(package)) && !one_->transport_of(inside).empty();
}

std::optional<PackageLevel> Packing::level_of(CodeNo package, Stack stack) const {
  ledger::SeriesNo const number = ledger::series_of(package);
  if (one_->is_transport(number))
    return static_cast<PackageLevel>(static_cast<int>(PackageLevel::Level1) + stack.transport - 1);
  emission::Series const* series = one_->desk().series.find(number);
  auto const product = one_->desk().books().catalogue.find(series->gtin);
  if (!product || !*product) return std::nullopt;
  return one_->rules().package_level((*product)->level);
}

ErrorKind const* Packing::limit(CodeNo package, Stack stack, std::int64_t pieces) const {
  if (stack.level > kMaxPackageLevel || stack.transport > kMaxPackageLevel) return &ledger::kPackageTooDeep;
  auto const level = level_of(package, stack);
  if (!level) return nullptr;
  country::PackageLevelRow const* row = one_->rules().row_of(*level);
  if (!row) return &ledger::kPackageTooDeep;
  return row->capacity && pieces > *row->capacity ? &kPackageOverCapacity : nullptr;
}

}  // namespace tamga::documents
