// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_catalogue.hpp"

#include <sstream>

#include "api/change_note.hpp"
#include "api/once.hpp"
#include "catalogue/classifiers.hpp"
#include "catalogue/errors.hpp"
#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

Result<PrefixView> view_of(Call const& call, catalogue::CompanyPrefix const& one) {
  TAMGA_ASSIGN(company, call.services().participants.find(one.participant));
  return PrefixView{.prefix = one.prefix,
                    .tax_id = company ? company->tax_id : "",
                    .company = company ? company->name : "",
                    .source = one.source,
                    .assigned_at = one.assigned_at};
}

Result<registry::Facts> facts_of(Call const& call, catalogue::CompanyPrefix const& one) {
  TAMGA_ASSIGN(view, view_of(call, one));
  return registry::Facts{{"tax_id", view.tax_id}, {"company", view.company}, {"source", view.source}};
}

ClassifierView view_of(catalogue::ClassifierLoad const& load) {
  return {.number = std::to_string(load.number),
          .classifier = load.classifier,
          .effective_from = load.effective_from,
          .loaded_at = load.loaded_at,
          .person = load.person,
          .entries = load.entries,
          .sha256 = crypto::hex(load.digest)};
}

Result<ClassifierView> load_of(Call const& call, std::string const& number) {
  constexpr int kLately = 100;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(loads, catalogue::classifier_loads(*reader, kLately));
  for (catalogue::ClassifierLoad const& one : loads)
    if (std::to_string(one.number) == number) return view_of(one);
  return fail(catalogue::kClassifierUnknown);
}

}  // namespace

Result<ListPrefixes::Output> ListPrefixes::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  auto const whose = call.caller().authority() ? std::nullopt : std::optional(call.caller().number());
  TAMGA_ASSIGN(found, catalogue::prefixes(*reader, whose, input.after.value_or(""), input.limit));
  Output out;
  for (catalogue::CompanyPrefix const& one : found) {
    TAMGA_ASSIGN(view, view_of(call, one));
    out.prefixes.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().prefix;
  return out;
}

Result<AssignPrefix::Output> AssignPrefix::handle(Input const&, Body const& body,
                                                  Confirmation const& confirmation, Call& call) {
  TAMGA_ASSIGN(company, call.services().participants.find_by_tax_id(body.tax_id));
  if (!company) return fail(Error(registry::kParticipantUnknown).at("/tax_id").with("tax_id", body.tax_id));
  catalogue::CompanyPrefix const prefix{body.prefix, company->number, body.source, confirmation.signer.person,
                                        call.now()};
  auto const assign = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(known, catalogue::find_prefix(turn.connection(), body.prefix));
    TAMGA_TRY(catalogue::assign_prefix(turn.connection(), prefix));
    if (known) return body.prefix;  // of this company already: nothing changes
    TAMGA_ASSIGN(after, facts_of(call, prefix));
    TAMGA_TRY(note_changes(turn, entry, {}, after));
    return body.prefix;
  };
  auto const done =
      once(call, {.action = kSpec.action, .object = body.prefix, .confirmation = &confirmation}, assign);
  if (!done) return fail(done.error());
  return view_of(call, prefix);
}

Result<WithdrawPrefix::Output> WithdrawPrefix::handle(Input const& input, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  if (body.prefix != input.prefix)
    return fail(Error(catalogue::kPrefixUnknown).at("/prefix").with("prefix", body.prefix));
  OnceOrder const order{.action = kSpec.action,
                        .object = input.prefix,
                        .confirmation = &confirmation,
                        .signed_body = SignedBody::Nothing};
  auto const withdraw = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(gone, catalogue::withdraw_prefix(turn.connection(), input.prefix));
    TAMGA_ASSIGN(before, facts_of(call, gone));
    TAMGA_TRY(note_changes(turn, entry, before, {}));
    return input.prefix;
  };
  auto const done = once(call, order, withdraw);
  if (!done) return fail(done.error());
  return NoContent{};
}

Result<LoadClassifier::Output> LoadClassifier::handle(Input const&, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  auto const* classifier = call.services().cards->rules().classifier(body.classifier);
  if (classifier == nullptr)
    return fail(Error(catalogue::kClassifierUnknown).at("/classifier").with("classifier", body.classifier));
  std::istringstream csv(body.content);
  TAMGA_ASSIGN(entries, catalogue::read_classifier(*classifier, csv));
  OnceOrder const order{
      .action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing};
  auto const load = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    catalogue::ClassifierLoad const one{.number = turn.desk().books().numbers.next(),
                                        .classifier = classifier->code,
                                        .effective_from = body.effective_from,
                                        .loaded_at = turn.now(),
                                        .person = confirmation.signer.person,
                                        .entries = static_cast<std::int64_t>(entries.size()),
                                        .digest = crypto::sha256(body.content)};
    TAMGA_TRY(catalogue::insert_classifier(turn.connection(), one, entries));
    return std::to_string(one.number);
  };
  TAMGA_ASSIGN(done, once(call, order, load));
  return load_of(call, done.object);
}

Result<ListClassifiers::Output> ListClassifiers::handle(Input const&, Call& call) {
  constexpr int kMost = 100;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(loads, catalogue::classifier_loads(*reader, kMost));
  Output out;
  for (catalogue::ClassifierLoad const& one : loads) out.loads.push_back(view_of(one));
  return out;
}

template struct RowOf<ListPrefixes>;
template struct RowOf<AssignPrefix>;
template struct RowOf<WithdrawPrefix>;
template struct RowOf<LoadClassifier>;
template struct RowOf<ListClassifiers>;

}  // namespace tamga::api
