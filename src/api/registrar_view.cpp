// SPDX-License-Identifier: Apache-2.0
#include "api/registrar_view.hpp"

#include "registrars/errors.hpp"
#include "sql/store.hpp"

namespace tamga::api {

RegistrarView RegistrarView::of(registrars::Registrar const& registrar) {
  return {.number = std::to_string(registrar.number.value()),
          .kind = registrar.kind,
          .serial = registrar.serial,
          .model = registrar.model,
          .software = registrar.software,
          .access = registrar.access,
          .place = registrar.place,
          .state = registrar.state,
          .person = registrar.person,
          .applied = registrar.applied,
          .changed = registrar.changed,
          .reason = registrar.reason,
          .tax_id = {}};
}

std::vector<CountryWordView> words_of(std::vector<registrars::Word> const& words, Language language) {
  std::vector<CountryWordView> out;
  for (registrars::Word const& word : words) out.push_back({word.code, word.name.in(language)});
  return out;
}

Result<registrars::Rules const*> registrar_rules(Call const& call) {
  if (call.services().registrars == nullptr) return fail(registrars::kRegistrarsNotUsed);
  return call.services().registrars;
}

Result<registrars::Registrar> registrar_of(Call const& call, registrars::RegistrarNo number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, registrars::find(*reader, number));
  if (!found || !call.may_see(found->participant))
    return fail(Error(registrars::kRegistrarUnknown).with("registrar", std::to_string(number.value())));
  return *std::move(found);
}

}  // namespace tamga::api
