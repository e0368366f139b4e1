// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/profile.hpp"

#include "onboarding/application_store.hpp"
#include "onboarding/office.hpp"
#include "sql/store.hpp"

namespace tamga::api {

Result<GetProfile::Output> GetProfile::handle(Input const&, Call& call) {
  std::string const& tax_id = call.caller().participant.tax_id;
  Output out{.profile = {},
             .since = {},
             .registered = {},
             .register_answers = true,
             .applied = {},
             .has_kpp = call.services().country.rules().identifiers.has_kpp(tax_id)};
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(stored, registry::find_profile(*reader, call.caller().number()));
    if (stored) {
      out.profile = std::move(stored->profile);
      out.since = stored->since;
    } else {
      TAMGA_ASSIGN(application, onboarding::find_latest_application(*reader, tax_id));
      if (application) out.applied = Contacts{application->email, application->phone};
    }
  }
  auto entity = call.services().office.businesses.find(tax_id);
  if (entity)
    out.registered = *std::move(entity);
  else if (entity.error().kind().error_class == ErrorClass::Retry)
    out.register_answers = false;
  else
    return fail(std::move(entity).error());
  return out;
}

template struct RowOf<GetProfile>;

}  // namespace tamga::api
