// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/contracts.hpp"

#include "admission/admission.hpp"
#include "api/errors.hpp"
#include "api/once.hpp"
#include "contract_office/office.hpp"
#include "contract_office/signing.hpp"
#include "contracts/errors.hpp"
#include "contracts/pdf.hpp"
#include "country/error_texts.hpp"
#include "crypto/base64.hpp"
#include "evidence/bundle.hpp"
#include "registry/profile.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

using contracts::Contract;
using contracts::ContractNo;

/// One that is not the caller's does not exist for him; nor does a draft for anybody but the operator.
Result<Contract> visible(Call const& call, sql::Connection& connection, std::int64_t no) {
  TAMGA_ASSIGN(contract, call.services().contracts.contracts.find(connection, ContractNo(no)));
  bool const draft = contract.state == contracts::ContractState::Draft;
  if (!call.may_see(contract.facts.participant_number) || (draft && !call.caller().authority()))
    return fail(contracts::kContractUnknown);
  return std::move(contract);
}

Result<Contract> read(Call const& call, std::int64_t no) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return visible(call, *reader, no);
}

/// Only the participant itself opens and signs.
Result<Contract> own(Call const& call, sql::Connection& connection, std::int64_t no) {
  TAMGA_ASSIGN(contract, visible(call, connection, no));
  if (contract.facts.participant_number != call.caller().number()) return fail(contracts::kContractUnknown);
  return std::move(contract);
}

std::string file_header(Contract const& contract, std::string_view extension) {
  std::string out = "attachment; filename=\"" + contract.number;
  out += extension;
  return out + '"';
}

Reply file(Call& call, Contract const& contract, std::string_view extension, std::string_view type,
           std::string bytes) {
  call.header("Content-Disposition", file_header(contract, extension));
  return {http::Response::of(200, type, std::move(bytes))};
}

}  // namespace

Result<ListContracts::Output> ListContracts::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  auto const number = call.caller().number();
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(moment, sql::Transaction::begin(*reader));
  TAMGA_ASSIGN(all, services.contracts.contracts.of(*reader, number));
  TAMGA_ASSIGN(profile, registry::find_profile(*reader, number));
  TAMGA_ASSIGN(holdings, contracts::read_holdings(*reader, number));
  TAMGA_TRY(moment.commit());
  Output out;
  for (Contract const& one : all) {
    if (one.state == contracts::ContractState::Draft) continue;
    if (input.after && one.no.value() >= *input.after) continue;
    if (static_cast<int>(out.contracts.size()) == input.limit) {
      out.next = out.contracts.back().contract;
      break;
    }
    out.contracts.push_back(ContractView::of(one, call));
  }
  if (!profile) return out;
  auto const passage =
      services.admission.passage(std::make_shared<contracts::Holdings const>(std::move(holdings)),
                                 call.caller().participant.types, call.today());
  bool const connected = passage.connection().standing == admission::Standing::Open;
  for (std::string const& code : profile->profile.groups) {
    auto const* group = services.country.find_group(code);
    if (group == nullptr) continue;
    auto const now = passage.group(group->code);
    GroupLight light{group->code,
                     group->name.in(call.language()),
                     connected && now.standing == admission::Standing::Open,
                     {}};
    if (now.holding != nullptr)
      light.contract = now.holding->pending    ? std::optional(now.holding->pending->no.value())
                       : now.holding->in_force ? std::optional(now.holding->in_force->value())
                                               : std::nullopt;
    out.groups.push_back(std::move(light));
  }
  return out;
}

Result<GetContract::Output> GetContract::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  contract_office::Terms const& terms = services.contracts.terms;
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(moment, sql::Transaction::begin(*reader));
  TAMGA_ASSIGN(contract, visible(call, *reader, input.contract));
  TAMGA_ASSIGN(texts, services.contracts.contracts.texts(*reader, contract.no));
  TAMGA_ASSIGN(history, services.contracts.contracts.history(*reader, contract.no));
  TAMGA_TRY(moment.commit());
  Output out{.contract = ContractView::of(contract, call),
             .languages = {},
             .manifest_sha256 = crypto::hex(crypto::sha256(contract.manifest)),
             .letter = terms.letter.in(call.language()),
             .consent = terms.consent,
             .consent_text = terms.consent_text.in(call.language()),
             .history = {}};
  for (auto const& text : texts) out.languages.emplace_back(code_of(text.language));
  for (auto const& line : history) {
    ContractHistoryLine view{
        .at = line.at, .event = line.event, .state = line.state, .actor = line.actor, .note = {}};
    if (!line.note.empty()) view.note = services.texts.word(line.note, call.language());
    out.history.push_back(std::move(view));
  }
  return out;
}

Result<GetContractText::Output> GetContractText::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(contract, visible(call, *reader, input.contract));
  TAMGA_ASSIGN(texts, call.services().contracts.contracts.texts(*reader, contract.no));
  for (auto& text : texts)
    if (code_of(text.language) == input.language)
      return file(call, contract, "_" + input.language + ".txt", "text/plain; charset=utf-8",
                  std::move(text.text));
  return fail(Error(kContractLanguage).at("/language").with("language", input.language));
}

Result<GetContractPdf::Output> GetContractPdf::handle(Input const& input, Call& call) {
  Result<Contract> contract = read(call, input.contract);
  if (!contract) return fail(std::move(contract).error());
  std::vector<contracts::ContractText> texts;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(found, call.services().contracts.contracts.texts(*reader, contract->no));
    texts = std::move(found);
  }
  TAMGA_ASSIGN(bytes, contracts::draw_pdf(texts, {.number = contract->number,
                                                  .date = contract->facts.date,
                                                  .manifest = crypto::sha256(contract->manifest)}));
  return file(call, *contract, ".pdf", kSpec.produces, std::move(bytes));
}

Result<GetContractManifest::Output> GetContractManifest::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(contract, read(call, input.contract));
  return file(call, contract, "_manifest.txt", "text/plain; charset=us-ascii", contract.manifest);
}

Result<GetContractSignature::Output> GetContractSignature::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(contract, read(call, input.contract));
  bool const ours = input.party == ContractSide::Operator;
  auto const& signature = ours ? contract.operator_signature : contract.participant_signature;
  if (!signature) return fail(Error(kContractNotSigned).with("number", contract.number));
  return file(call, contract, ours ? "_operator.p7s" : "_participant.p7s", kSpec.produces, signature->cms);
}

Result<GetContractEvidence::Output> GetContractEvidence::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(contract, read(call, input.contract));
  bool const ours = input.party == ContractSide::Operator;
  auto const& signature = ours ? contract.operator_signature : contract.participant_signature;
  if (!signature) return fail(Error(kContractNotSigned).with("number", contract.number));
  std::string const name = contract.number + (ours ? "-operator" : "-participant");
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(files, evidence::bundle_of(
                          *reader, ours ? evidence::Subject::ContractByOperator : evidence::Subject::Contract,
                          contract.no.value(),
                          {.name = name,
                           .content = contract.manifest,
                           .signature = signature->cms,
                           .evidence = {},
                           .moment = signature->at}));
  return file(call, contract, ours ? "_operator.tar" : "_participant.tar", kSpec.produces,
              evidence::tar_of(name, files, signature->at));
}

Result<OpenContract::Output> OpenContract::handle(Input const& input, Call& call) {
  contracts::Contracts const& contracts = call.services().contracts.contracts;
  auto const done = once(
      call, {.action = kSpec.action, .object = std::to_string(input.contract)},
      [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
        TAMGA_ASSIGN(contract, own(call, turn.connection(), input.contract));
        TAMGA_TRY(contracts.open(turn.connection(), contract.no, call.caller().session.person, turn.now()));
        turn.desk().contracts.change(call.caller().number());
        return std::to_string(input.contract);
      });
  TAMGA_TRY(done);
  TAMGA_ASSIGN(contract, read(call, input.contract));
  return ContractView::of(contract, call);
}

Result<SignContract::Output> SignContract::handle(Input const& input, Body const& body, Call& call) {
  contract_office::Office const& office = call.services().contracts;
  auto cms = crypto::decode_signature_text(body.signature);
  if (!cms) return fail(Error(cms.error()).at("/signature"));
  TAMGA_ASSIGN(before, read(call, input.contract));
  // Here, where nobody waits: an authority may have to be asked whether the certificate was revoked.
  TAMGA_TRY(office.verifier.verify_detached(*cms, before.manifest, call.now()));
  auto const done = once(call, {.action = kSpec.action, .object = before.number},
                         [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                           TAMGA_ASSIGN(contract, own(call, turn.connection(), input.contract));
                           TAMGA_TRY(contract_office::sign(office, turn.connection(), contract.no, *cms,
                                                           body.consent, turn.now()));
                           turn.desk().contracts.change(call.caller().number());
                           turn.tell({documents::contract_notice(call.caller().number(), contract.number)});
                           return contract.number;
                         });
  TAMGA_TRY(done);
  TAMGA_ASSIGN(after, read(call, input.contract));
  return ContractView::of(after, call);
}

template struct RowOf<ListContracts>;
template struct RowOf<GetContract>;
template struct RowOf<GetContractText>;
template struct RowOf<GetContractPdf>;
template struct RowOf<GetContractManifest>;
template struct RowOf<GetContractSignature>;
template struct RowOf<GetContractEvidence>;
template struct RowOf<OpenContract>;
template struct RowOf<SignContract>;

}  // namespace tamga::api
