// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/goods.hpp"

#include "api/errors.hpp"
#include "documents/errors.hpp"
#include "registry/catalogue.hpp"

namespace tamga::api {

ProductView ProductView::of(registry::Product const& product, Language language) {
  return {.gtin = {product.gtin},
          .group = product.group,
          .level = product.level,
          .name = product.name.in(language),
          .name_ru = product.name.in(Language::Ru),
          .name_uz = product.name.in(Language::Uz),
          .name_en = product.name.in(Language::En),
          .published = product.published};
}

Result<ListGoods::Output> ListGoods::handle(Input const& input, Call& call) {
  gs1::Gtin const after = input.after ? input.after->gtin : gs1::Gtin();
  TAMGA_ASSIGN(products, call.services().catalogue.of_owner(call.caller().number(), after, input.limit));
  Output out;
  for (registry::Product const& product : products)
    if (call.caller().works_with_group(product.group))
      out.goods.push_back(ProductView::of(product, call.language()));
  if (static_cast<int>(products.size()) == input.limit) out.next = GtinText{products.back().gtin};
  return out;
}

Result<GetProduct::Output> GetProduct::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(product, call.services().catalogue.look(input.gtin.gtin));
  if (!product || !call.may_see(product->owner) || !call.caller().works_with_group(product->group))
    return fail(Error(documents::kProductUnknown).with("gtin", input.gtin.gtin.text()));
  return ProductView::of(*product, call.language());
}

template struct RowOf<ListGoods>;
template struct RowOf<GetProduct>;

}  // namespace tamga::api
