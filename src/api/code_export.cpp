// SPDX-License-Identifier: Apache-2.0
#include "api/code_export.hpp"

#include <algorithm>

#include "registry/catalogue.hpp"
#include "registry/user.hpp"

namespace tamga::api {

std::vector<std::string> groups_of(Caller const& caller) {
  return caller.user ? caller.user->groups : std::vector<std::string>();
}

bool may_see(Caller const& caller, KeptExport const& kept) {
  if (groups_of(caller).empty()) return true;
  return !kept.groups.empty() &&
         std::all_of(kept.groups.begin(), kept.groups.end(),
                     [&](std::string const& group) { return caller.works_with_group(group); });
}

code_search::Filter filter_of(CodesAsked const& asked, ledger::ParticipantNo holder,
                              std::vector<std::string> groups) {
  code_search::Filter filter;
  filter.holder = holder;
  if (asked.gtin) filter.gtin = asked.gtin->gtin;
  if (asked.order) filter.order = asked.order->number;
  filter.place = asked.place;
  if (asked.status) filter.status = status_of(*asked.status);
  filter.produced_from = asked.produced_from;
  filter.produced_to = asked.produced_to;
  filter.expires_from = asked.expires_from;
  filter.expires_to = asked.expires_to;
  filter.batch = asked.batch;
  filter.packed = asked.packed;
  if (!groups.empty())
    filter.works_with_group = [groups = std::move(groups)](std::string_view group) {
      return std::find(groups.begin(), groups.end(), group) != groups.end();
    };
  return filter;
}

code_search::Sources search_sources(Services const& services) {
  return {services.ledger, services.series, services.lots, services.store};
}

Result<std::unique_ptr<packets::Source>> open_export(Services const& services, ledger::ParticipantNo holder,
                                                     KeptExport const& kept) {
  CodeExportAsk const& ask = kept.asked;
  constexpr std::array kForms{code_search::ExportForm::Csv, code_search::ExportForm::Jsonl,
                              code_search::ExportForm::Xlsx};
  Language const language =
      ask.language ? language_of(*ask.language) : services.country.rules().languages.front();
  auto const product = [&services, language](gs1::Gtin gtin) -> Result<std::string> {
    TAMGA_ASSIGN(found, services.catalogue.look(gtin));
    return found ? found->name.in(language) : std::string();
  };
  return code_search::ExportSource::make(search_sources(services), filter_of(ask, holder, kept.groups),
                                         kForms[static_cast<std::size_t>(ask.format)], product);
}

}  // namespace tamga::api
