// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/providers.hpp"

#include "api/change_note.hpp"
#include "api/once.hpp"
#include "registrars/errors.hpp"
#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using registrars::Provider;

namespace {

registry::Facts facts_of(Provider const& provider) {
  std::string groups;
  for (std::string const& group : provider.groups) groups.append(groups.empty() ? "" : ", ").append(group);
  return {{"role", provider.role},       {"groups", std::move(groups)}, {"place", provider.place},
          {"address", provider.address}, {"contact", provider.contact}, {"email", provider.email}};
}

/// As the directory says it now; empty: he is not listed.
Result<registry::Facts> listed_facts(documents::Turn& turn, registry::ParticipantNo participant) {
  TAMGA_ASSIGN(found, registrars::find_provider(turn.connection(), participant));
  return found ? facts_of(*found) : registry::Facts();
}

Result<registry::Participant> participant_of(Call const& call, std::string const& tax_id) {
  TAMGA_ASSIGN(found, call.services().participants.find_by_tax_id(tax_id));
  if (!found) return fail(Error(registry::kParticipantUnknown).at("/tax_id").with("tax_id", tax_id));
  return *std::move(found);
}

}  // namespace

Result<ProviderView> ProviderView::of(Provider const& provider, Call const& call) {
  TAMGA_ASSIGN(participant, call.services().participants.find(provider.participant));
  TAMGA_ASSIGN(rules, registrar_rules(call));
  registrars::Word const* role = rules->find_role(provider.role);
  return ProviderView{.tax_id = participant ? participant->tax_id : "",
                      .name = participant ? participant->name : "",
                      .role = provider.role,
                      .role_name = role ? role->name.in(call.language()) : provider.role,
                      .groups = provider.groups,
                      .place = provider.place,
                      .address = provider.address,
                      .contact = provider.contact,
                      .email = provider.email,
                      .listed = provider.listed};
}

Result<ListProviders::Output> ListProviders::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(rules, registrar_rules(call));
  std::vector<Provider> found;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(
        page, registrars::providers(
                  *reader, input.group.value_or(""), input.place.value_or(""),
                  registry::ParticipantNo(static_cast<std::uint32_t>(input.after.value_or(0))), input.limit));
    found = std::move(page);
  }
  Output out{words_of(rules->roles(), call.language()), {}, {}};
  for (Provider const& one : found) {
    TAMGA_ASSIGN(view, ProviderView::of(one, call));
    out.providers.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().participant.value();
  return out;
}

Result<ListProvider::Output> ListProvider::handle(Input const& input, Body const& body,
                                                  Confirmation const& confirmation, Call& call) {
  if (body.tax_id != input.tax_id)
    return fail(Error(registry::kParticipantUnknown).at("/tax_id").with("tax_id", body.tax_id));
  TAMGA_ASSIGN(participant, participant_of(call, input.tax_id));
  TAMGA_ASSIGN(rules, registrar_rules(call));
  auto const work = [&, rules = rules](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    Provider const provider{.participant = participant.number,
                            .role = body.role,
                            .groups = body.groups,
                            .place = body.place,
                            .address = body.address,
                            .contact = body.contact,
                            .email = body.email,
                            .listed = turn.now(),
                            .listed_by = confirmation.signer.person};
    TAMGA_ASSIGN(before, listed_facts(turn, participant.number));
    TAMGA_TRY(registrars::list_provider(turn.connection(), *rules, call.services().country, provider,
                                        call.today()));
    TAMGA_ASSIGN(after, listed_facts(turn, participant.number));
    TAMGA_TRY(note_changes(turn, entry, before, after));
    entry.result = "accepted";
    return input.tax_id;
  };
  TAMGA_ASSIGN(
      done,
      once(call, {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
           work));
  std::optional<Provider> listed;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(found, registrars::find_provider(*reader, participant.number));
    listed = std::move(found);
  }
  if (!listed) return fail(Error(registrars::kProviderNotListed).with("value", done.object));
  return ProviderView::of(*listed, call);
}

Result<RemoveProvider::Output> RemoveProvider::handle(Input const& input, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  if (body.tax_id != input.tax_id)
    return fail(Error(registry::kParticipantUnknown).at("/tax_id").with("tax_id", body.tax_id));
  auto const work = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(participant, participant_of(call, input.tax_id));
    TAMGA_ASSIGN(before, listed_facts(turn, participant.number));
    TAMGA_TRY(registrars::remove_provider(turn.connection(), participant.number, turn.now()));
    TAMGA_TRY(note_changes(turn, entry, before, {}));
    entry.result = "accepted";
    return input.tax_id;
  };
  TAMGA_TRY(once(call,
                 {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
                 work));
  return Output{};
}

template struct RowOf<ListProviders>;
template struct RowOf<ListProvider>;
template struct RowOf<RemoveProvider>;

}  // namespace tamga::api
