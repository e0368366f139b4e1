// SPDX-License-Identifier: Apache-2.0
#include "contract_office/letters.hpp"

namespace tamga::contract_office {

using contracts::Contract;

std::string Letters::group_name(std::string_view code, Language in) const {
  auto const* group = country_->find_group(code);
  return group ? group->name.in(in) : std::string(code);
}

std::string Letters::title(Contract const& contract, Language in) const {
  auto const* kind = templates_->find(contract.facts.kind);
  std::string out = kind ? kind->name.in(in) : contract.facts.kind;
  if (contract.facts.group) out += ", " + group_name(contract.facts.group->code, in);
  return out;
}

mail::Letter Letters::letter(Contract const& contract, std::string_view text, UnixMs at, Language in) const {
  return {.key = "contract." + std::to_string(contract.no.value()) + '.' + std::to_string(contract.events) +
                 '.' + std::string(text),
          .to = contract.facts.participant.email,
          .language = in,
          .text = std::string(text),
          .values = {{"number", {contract.number}},
                     {"title", {title(contract, in)}},
                     {"company", {contract.facts.participant.name}},
                     {"link", {site_ + "/contracts/" + std::to_string(contract.no.value())}}},
          .created_at = at,
          .participant = contract.facts.participant_number.value()};
}

mail::Letter Letters::ready(Contract const& contract, Date until, UnixMs at, Language in) const {
  mail::Letter out = letter(contract, "contract_ready", at, in);
  out.values["until"] = {until.text()};
  return out;
}

mail::Letter Letters::replaced(Contract const& contract, std::string_view reason, Date kept_until, UnixMs at,
                               Language in) const {
  mail::Letter out = letter(contract, "contract_replaced", at, in);
  out.values["reason"] = {texts_->word(reason, in)};
  out.values["until"] = {kept_until.text()};
  return out;
}

mail::Letter Letters::prices_begin(Contract const& contract, Date kept_until, UnixMs at, Language in) const {
  mail::Letter out = letter(contract, "prices_begin", at, in);
  out.values["group"] = {contract.facts.group ? group_name(contract.facts.group->code, in) : ""};
  out.values["until"] = {kept_until.text()};
  return out;
}

mail::Letter Letters::active(Contract const& contract, UnixMs at, Language in) const {
  mail::Letter out = letter(contract, "contract_active", at, in);
  out.values["from"] = {country_->day_of(at).text()};
  return out;
}

mail::Letter Letters::returned(Contract const& contract, UnixMs at, Language in) const {
  mail::Letter out = letter(contract, "contract_returned", at, in);
  out.values["reasons"] = {contract.reason};
  return out;
}

mail::Letter Letters::prior_request(PriorRequest const& request, GroupManager const& manager) const {
  return {.key = "prior_request." + request.number + ".manager",
          .to = manager.email,
          .language = language(),
          .text = "prior_request",
          .values = {{"number", {request.number}},
                     {"manager", {manager.name}},
                     {"company", {request.company}},
                     {"tax_id", {request.tax_id}},
                     {"person", {request.person}},
                     {"email", {request.email}},
                     {"phone", {request.phone}},
                     {"group", {group_name(request.group, language())}},
                     {"link", {site_ + "/operator/prior-contracts"}}},
          .created_at = request.at};
}

mail::Letter Letters::prior_request_received(PriorRequest const& request,
                                             std::optional<GroupManager> const& manager) const {
  return {.key = "prior_request." + request.number + ".received",
          .to = request.email,
          .language = request.language,
          .text = "prior_request_received",
          .values = {{"number", {request.number}},
                     {"company", {request.company}},
                     {"group", {group_name(request.group, request.language)}},
                     {"manager", {manager ? manager->name + ", " + manager->email : "-"}},
                     {"link", {site_ + "/"}}},
          .created_at = request.at};
}

}  // namespace tamga::contract_office
