// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/recall.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"
#include "documents/products.hpp"
#include "registry/errors.hpp"

namespace tamga::documents {

Result<DeclareRecall::Plan> DeclareRecall::check(Body const& body, Parts const&, Case& one) {
  if (body.produced_from && body.produced_to && *body.produced_to < *body.produced_from)
    one.object(Error(kDatesReversed)
                   .at("/produced_to")
                   .with("from", body.produced_from->text())
                   .with("to", body.produced_to->text()));
  Plan plan;
  TAMGA_ASSIGN(product, find_product(one, body.gtin, "/gtin"));
  if (!product) return plan;
  plan.gtin = product->gtin;
  plan.owner = product->owner;
  if (one.context().sender.authority) return plan;
  if (product->owner != one.sender())
    one.object(Error(registry::kProductOfAnother).at("/gtin").with("gtin", body.gtin));
  country::ProductGroup const* group = one.desk().country().find_group(product->group);
  ErrorKind const* refusal = group ? refusal_of_group(one, *group) : nullptr;
  if (refusal) one.object(Error(*refusal).at("/gtin"));
  return plan;
}

void DeclareRecall::apply(Body const& body, Plan const& plan, Case& one) {
  one.desk().recalls.declare({.number = one.context().number,
                              .gtin = plan.gtin,
                              .batch = body.batch.value_or(""),
                              .produced_from = body.produced_from,
                              .produced_to = body.produced_to,
                              .reason = body.reason,
                              .instruction = body.instruction,
                              .declared_by = one.sender(),
                              .declared_at = one.context().now,
                              .lifted_by = {}});
  if (plan.owner != one.sender())
    one.tell(plan.owner, "recall.declared",
             fmt::format(R"({{"recall":"{}","gtin":"{}"}})", one.context().number.value(), plan.gtin.text()));
}

template struct KindOf<DeclareRecall>;

}  // namespace tamga::documents
