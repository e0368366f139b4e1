// SPDX-License-Identifier: Apache-2.0
#include "api/code_export.hpp"

#include <algorithm>

#include "registry/catalogue.hpp"
#include "registry/user.hpp"
#include "shape/encode.hpp"

namespace tamga::api {
namespace {

UnixMs start_of(country::Country const& country, std::int32_t day) {
  constexpr std::int64_t kMinutesOfDay = 1440;
  constexpr std::int64_t kMinuteMs = 60'000;
  return UnixMs((std::int64_t{day} * kMinutesOfDay - country.rules().utc_offset_minutes) * kMinuteMs);
}

}  // namespace

std::vector<std::string> groups_of(Caller const& caller) {
  return caller.user ? caller.user->groups : std::vector<std::string>();
}

bool may_see(Caller const& caller, KeptExport const& kept) {
  if (groups_of(caller).empty()) return true;
  return !kept.groups.empty() &&
         std::all_of(kept.groups.begin(), kept.groups.end(),
                     [&](std::string const& group) { return caller.works_with_group(group); });
}

code_search::Filter filter_of(country::Country const& country, CodesAsked const& asked,
                              ledger::ParticipantNo holder, std::vector<std::string> groups) {
  code_search::Filter filter;
  filter.holder = holder;
  if (asked.gtin) filter.gtin = asked.gtin->gtin;
  if (asked.order) filter.order = asked.order->number;
  filter.place = asked.place;
  if (asked.status) filter.status = status_of(*asked.status);
  if (asked.emitted_from) filter.emitted_from = start_of(country, asked.emitted_from->days());
  if (asked.emitted_until) filter.emitted_before = start_of(country, asked.emitted_until->days() + 1);
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

registry::Facts facts_of(CodeExportAsk const& asked) {
  registry::Facts facts;
  auto const add = [&](char const* name, std::optional<std::string> value) {
    if (value) facts.emplace_back(name, *std::move(value));
  };
  auto const add_day = [&](char const* name, std::optional<Date> const& day) {
    if (day) facts.emplace_back(name, day->text());
  };
  if (asked.gtin) add("gtin", asked.gtin->gtin.text());
  if (asked.order) add("order", std::to_string(asked.order->number.value()));
  add("place", asked.place);
  if (asked.status) add("status", std::string(shape::name_of(*asked.status)));
  add_day("emitted_from", asked.emitted_from);
  add_day("emitted_until", asked.emitted_until);
  add_day("produced_from", asked.produced_from);
  add_day("produced_to", asked.produced_to);
  add_day("expires_from", asked.expires_from);
  add_day("expires_to", asked.expires_to);
  add("batch", asked.batch);
  if (asked.packed) add("packed", *asked.packed ? "true" : "false");
  add("format", std::string(shape::name_of(asked.format)));
  return facts;
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
  return code_search::ExportSource::make(search_sources(services),
                                         filter_of(services.country, ask, holder, kept.groups),
                                         kForms[static_cast<std::size_t>(ask.format)], product);
}

}  // namespace tamga::api
