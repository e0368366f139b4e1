// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/documents.hpp"

#include <limits>

#include "api/document_scope.hpp"
#include "api/errors.hpp"
#include "api/revoked_use.hpp"
#include "country/error_texts.hpp"
#include "crypto/base64.hpp"
#include "crypto/signature_verifier.hpp"
#include "documents/errors.hpp"
#include "documents/kinds/all.hpp"
#include "documents/sequencer.hpp"
#include "documents/waiting_room.hpp"
#include "emission/resolver.hpp"
#include "evidence/policy.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// Whoever sent it, and in whose name it was sent.
bool visible(Call const& call, documents::StoredDocument const& document) {
  return call.may_see(document.participant) ||
         (document.principal != ledger::ParticipantNo() && call.may_see(document.principal));
}

constexpr std::string_view kSignature = "X-Signature";

documents::Parcel parcel_of(SendDocument::Input const& input, Call& call) {
  documents::Parcel parcel{
      .body = {},
      .signature = {},
      .unread = {},
      .idempotency_key = std::string(call.request().header("Idempotency-Key").value_or("")),
      .request_id = call.request().request_id(),
      .dry_run = input.dry_run};
  if (auto const text = call.request().header(kSignature)) {
    if (auto signature = crypto::decode_signature_text(*text))
      parcel.signature = *std::move(signature);
    else
      parcel.unread = std::move(signature).error();
  }
  parcel.body = call.take_body();
  if (auto refusal = scope_refusal(call.caller(), parcel.body)) parcel.unread = std::move(refusal);
  auto const& session = call.caller().session;
  if (!session.by_certificate() && parcel.signature.empty() && !parcel.dry_run)
    parcel.unread = Error(kCertificateNeeded).with("method", session.method);
  return parcel;
}

/// Documents of the filter that are not judged yet; what service providers send waits under their own name.
Result<std::vector<documents::StoredDocument>> waiting_of(sql::Connection& reader,
                                                          documents::DocumentFilter const& filter,
                                                          ledger::DocumentNo before, int limit) {
  std::vector<documents::StoredDocument> out;
  bool const known_when_judged =
      filter.kind || filter.by_providers || filter.counterpart != ledger::ParticipantNo();
  if (known_when_judged) return out;
  TAMGA_ASSIGN(waiting,
               documents::waiting_of(reader, filter.participant, static_cast<int>(documents::kMostWaiting)));
  for (documents::WaitingDocument const& one : waiting) {
    if (static_cast<int>(out.size()) == limit) break;
    bool const wanted = one.number < before && (!filter.from || one.received_at >= *filter.from) &&
                        (!filter.until || one.received_at < *filter.until);
    if (wanted) out.push_back(documents::seen_from_outside(one));
  }
  return out;
}

/// As its sender reads it later, with the name of the other side.
Result<DocumentView> view_of(Call const& call, documents::StoredDocument const& document) {
  auto view = DocumentView::of(document, call.services().texts, call.language());
  if (document.counterpart == ledger::ParticipantNo()) return view;
  TAMGA_ASSIGN(other, call.services().participants.find(document.counterpart));
  if (!other) return view;
  view.counterpart = other->tax_id;
  view.counterpart_name = other->name;
  return view;
}

/// Words for the one who waits, after the commit.
void tell(Services const& services, documents::Answer answer, Later& later) {
  if (auto const* malformed = std::get_if<documents::Malformed>(&answer)) {
    note_revoked_use(services, malformed->errors.front());
    return later.refuse(malformed->errors);
  }
  if (auto const* failure = std::get_if<Error>(&answer)) return later.refuse(*failure);
  auto const* postponed = std::get_if<documents::Postponed>(&answer);
  auto const* judged = std::get_if<documents::Judged>(&answer);
  documents::StoredDocument const& document = postponed != nullptr ? postponed->document : judged->document;
  auto view = DocumentView::of(document, services.texts, later.language());
  view.repeated = postponed != nullptr ? postponed->repeated : judged->repeated;
  auto response = http::Response::json(document.verdict.status, shape::encode(view));
  if (view.document)
    response.header("Location", "/api/v1/documents/" + std::to_string(document.number.value()));
  later.send(std::move(response));
}

}  // namespace

Result<documents::StoredDocument> document_of(Call const& call, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(document, documents::find_sent(*reader, number));
  if (!document || !visible(call, *document)) return fail(documents::kDocumentUnknown);
  // Who may not see documents sees his own all the same.
  Caller const& caller = call.caller();
  if (!caller.rights.has(Right::SeeDocuments) && caller.user->find(document->certificate) == nullptr)
    return fail(documents::kDocumentUnknown);
  return *std::move(document);
}

shape::Description const& SendDocument::describe_body() { return documents::document_description(); }

void SendDocument::handle(Input const& input, Call call, Later later) {
  Services const& services = call.services();
  Caller const& caller = call.caller();
  auto const waiting = std::make_shared<Later>(std::move(later));
  auto submission = documents::Submission::prepare(
      {.participant = caller.number(),
       .authority = caller.authority(),
       .certificate = caller.session.certificate,
       .person = caller.session.person,
       .api_key = caller.api_key,
       .user = caller.user->number,
       .address = call.request().remote_address()},
      parcel_of(input, call),
      {services.resolver, services.verifier, services.participants, services.country,
       services.signature_policy},
      call.now(),
      [&services, waiting](documents::Answer answer) { tell(services, std::move(answer), *waiting); });
  if (auto taken = services.sequencer.submit(std::move(submission)); !taken) waiting->refuse(taken.error());
}

Result<ListDocuments::Output> ListDocuments::handle(Input const& input, Call& call) {
  std::optional<documents::DocumentKind> kind;
  if (input.kind) {
    auto const* row = documents::find_kind(*input.kind);
    if (row == nullptr) return fail(Error(documents::kKindUnknown).with("kind", *input.kind));
    kind = row->traits.number;
  }
  ledger::ParticipantNo counterpart;
  if (input.counterpart) {
    TAMGA_ASSIGN(other, call.services().participants.find_by_tax_id(*input.counterpart));
    if (!other) return Output{};
    counterpart = other->number;
  }
  ledger::DocumentNo const before =
      input.before ? input.before->number : ledger::DocumentNo(std::numeric_limits<std::int64_t>::max());
  documents::DocumentFilter const filter{.participant = call.caller().number(),
                                         .by_providers = input.by_providers,
                                         .kind = kind,
                                         .status = input.status,
                                         .counterpart = counterpart,
                                         .from = input.from,
                                         .until = input.until};
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, input.status == documents::DocumentStatus::Waiting
                          ? waiting_of(*reader, filter, before, input.limit)
                          : documents::documents_of(*reader, filter, before, input.limit));
  Output out;
  for (documents::StoredDocument const& document : found) {
    TAMGA_ASSIGN(view, view_of(call, document));
    out.documents.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = DocumentNumber{found.back().number};
  return out;
}

Result<GetDocument::Output> GetDocument::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(document, document_of(call, input.document.number));
  return view_of(call, document);
}

Result<GetDocumentBody::Output> GetDocumentBody::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(document, document_of(call, input.document.number));
  TAMGA_ASSIGN(body, documents::unpack_body(document.body));
  auto response = http::Response::json(200, std::move(body));
  if (!document.signature.empty())
    response.header(std::string(kSignature), crypto::encode_base64(document.signature));
  return Output{std::move(response)};
}

template struct RowOf<SendDocument>;
template struct RowOf<ListDocuments>;
template struct RowOf<GetDocument>;
template struct RowOf<GetDocumentBody>;

}  // namespace tamga::api
