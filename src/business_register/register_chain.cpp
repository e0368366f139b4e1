// SPDX-License-Identifier: Apache-2.0
#include "business_register/register_chain.hpp"

#include "business_register/errors.hpp"

namespace tamga::business_register {

bool RegisterChain::is_fresh(Link const& link, BusinessEntity const& entity) const {
  return !link.trusted_days || Date::of(clock_->now()).days() - entity.as_of.days() <= *link.trusted_days;
}

Result<std::optional<BusinessEntity>> RegisterChain::find(std::string_view tax_id) {
  std::optional<BusinessEntity> old;
  std::optional<Error> failure;
  if (links_.empty()) failure = Error(kRegisterUnreachable).log("no register is configured");
  for (Link const& link : links_) {
    auto answer = link.book->find(tax_id);
    if (!answer) {
      failure = answer.error();
    } else if (*answer && is_fresh(link, **answer)) {
      return answer;
    } else if (*answer && (!old || old->as_of < (*answer)->as_of)) {
      old = *std::move(answer);
    }
  }
  if (old) return old;
  if (failure) return fail(*std::move(failure));
  return std::optional<BusinessEntity>();
}

}  // namespace tamga::business_register
