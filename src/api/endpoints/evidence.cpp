// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/evidence.hpp"

#include "api/errors.hpp"
#include "country/error_texts.hpp"
#include "crypto/cms_contents.hpp"
#include "documents/waiting_room.hpp"
#include "evidence/bundle.hpp"
#include "evidence/doubts.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/errors.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

constexpr int kMostWaitingShown = 200;

/// By the stamp inside the signature, else when it came.
UnixMs moment_of(documents::StoredDocument const& document) {
  auto const contents = crypto::read_cms(document.signature);
  return contents && contents->time_stamp ? contents->time_stamp->time : document.received_at;
}

}  // namespace

Result<GetDocumentEvidence::Output> GetDocumentEvidence::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(document, document_of(call, input.document.number));
  if (document.signature.empty()) return fail(kDocumentUnsigned);
  TAMGA_ASSIGN(body, documents::unpack_body(document.body));
  std::string const name = "document-" + std::to_string(document.number.value());
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(files, evidence::bundle_of(*reader, {.name = name,
                                                    .content = body,
                                                    .signature = document.signature,
                                                    .evidence = document.evidence,
                                                    .moment = moment_of(document)}));
  auto response = http::Response::of(200, std::string(kSpec.produces),
                                     evidence::tar_of(name, files, document.received_at));
  response.header("Content-Disposition", "attachment; filename=\"" + name + ".tar\"");
  return Output{std::move(response)};
}

Result<GetApplicationEvidence::Output> GetApplicationEvidence::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, onboarding::find_application_by_number(*reader, input.number));
  bool const own = found && found->holder.tax_id == call.caller().participant.tax_id;
  if (!found || (!own && !call.caller().authority())) return fail(onboarding::kApplicationUnknown);
  TAMGA_ASSIGN(sent, onboarding::find_signed(*reader, found->id));
  std::string const name = "application-" + found->number;
  TAMGA_ASSIGN(files, evidence::bundle_of(*reader, evidence::Subject::Application, found->id,
                                          {.name = name,
                                           .content = sent.body,
                                           .signature = sent.signature,
                                           .evidence = {},
                                           .moment = found->submitted_at}));
  call.header("Content-Disposition", "attachment; filename=\"" + name + ".tar\"");
  return Output{http::Response::of(200, std::string(kSpec.produces),
                                   evidence::tar_of(name, files, found->submitted_at))};
}

Result<ListWaitingDocuments::Output> ListWaitingDocuments::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(waiting, documents::waiting_of(*reader, call.caller().number(), kMostWaitingShown));
  Output out;
  for (documents::WaitingDocument const& one : waiting)
    out.documents.push_back(
        DocumentView::of(documents::seen_from_outside(one), call.services().texts, call.language()));
  return out;
}

Result<ListDoubtfulSignatures::Output> ListDoubtfulSignatures::handle(Input const& input, Call& call) {
  using evidence::Standing;
  auto const state = input.state == name_of(Standing::Waiting)   ? Standing::Waiting
                     : input.state == name_of(Standing::Revoked) ? Standing::Revoked
                                                                 : Standing::None;
  if (state == Standing::None)
    return fail(Error(onboarding::kStateUnknown).at("state").with("value", input.state));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, evidence::doubts_in(*reader, state, input.after.value_or(0), input.limit));
  Output out;
  for (evidence::Doubt const& one : found)
    out.signatures.push_back({.subject = std::string(name_of(one.subject)),
                              .number = std::to_string(one.id),
                              .state = std::string(name_of(one.state)),
                              .signed_at = one.moment,
                              .accepted_at = one.accepted_at,
                              .next_check_at = one.next_check_at,
                              .checks = one.checks});
  if (static_cast<int>(found.size()) >= input.limit) out.next = found.back().id;
  return out;
}

template struct RowOf<GetDocumentEvidence>;
template struct RowOf<GetApplicationEvidence>;
template struct RowOf<ListWaitingDocuments>;
template struct RowOf<ListDoubtfulSignatures>;

}  // namespace tamga::api
