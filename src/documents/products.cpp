// SPDX-License-Identifier: Apache-2.0
#include "documents/products.hpp"

#include <algorithm>

#include "documents/errors.hpp"

namespace tamga::documents {

Result<std::optional<registry::Product>> find_product(Case& one, std::string const& gtin,
                                                      std::string const& pointer) {
  auto number = gs1::Gtin::parse(gtin);
  if (!number) {
    one.object(std::move(number).error().at(pointer));
    return std::optional<registry::Product>();
  }
  TAMGA_ASSIGN(product, one.desk().cards.product(*number));
  if (!product) one.object(Error(kProductUnknown).at(pointer).with("gtin", number->text()));
  return std::move(product);
}

ErrorKind const* refusal_of_group(Case const& one, country::ProductGroup const& group) {
  if (!one.works_with_group(group.code)) return &kGroupNotForUser;
  auto const& regulated = one.rules().documents;
  std::string_view const kind = one.context().kind;
  if (std::find(regulated.begin(), regulated.end(), kind) == regulated.end()) return nullptr;
  country::GroupRules const* rules = group.rules.in_force(one.context().today);
  return rules && rules->allows_document(kind) ? nullptr : &kKindNotForGroup;
}

}  // namespace tamga::documents
