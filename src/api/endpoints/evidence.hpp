// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoints/documents.hpp"

namespace tamga::api {

/// Everything that proves the signature of a document, for whoever wants to verify it without this system.
struct GetDocumentEvidence {
  static constexpr EndpointSpec kSpec{
      .name = "get_document_evidence",
      .method = http::Method::Get,
      .path = "/api/v1/documents/{document}/evidence",
      .access = Access::Participant,
      .scope = Scopes{Scope::Documents, Scope::Read},
      .right = kAnyUser,
      .summary =
          "Content, signature, certificates, revocation lists and answers of an own signed document (tar)",
      .tag = "documents",
      .produces = "application/x-tar"};
  using Input = DocumentInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The same of an application: for the operator, and for the organisation that came of it.
struct GetApplicationEvidence {
  static constexpr EndpointSpec kSpec{
      .name = "get_application_evidence",
      .method = http::Method::Get,
      .path = "/api/v1/applications/{number}/evidence",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = Rights{Right::DecideApplications, Right::Users},
      .summary = "Content, signature, certificates, revocation lists and answers of an application (tar)",
      .tag = "registration",
      .produces = "application/x-tar"};
  struct Input {
    std::string number;
    static constexpr auto shape() {
      return shape::object("GetApplicationEvidenceInput", "",
                           shape::field("number", &Input::number, "Of the application", shape::size(1, 40)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Own documents that nobody vouches for yet.
struct ListWaitingDocuments {
  static constexpr EndpointSpec kSpec{
      .name = "list_waiting_documents",
      .method = http::Method::Get,
      .path = "/api/v1/waiting-documents",
      .access = Access::Participant,
      .scope = Scopes{Scope::Documents, Scope::Read},
      .right = Right::SeeDocuments,
      .summary = "Own documents that wait until somebody answers whether their signature is good",
      .tag = "documents"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<DocumentView> documents;
    static constexpr auto shape() {
      return shape::object("WaitingDocuments", "Documents that are not judged yet",
                           shape::field("documents", &Output::documents, "Newest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// A signature that was accepted before anybody answered for its certificate.
struct DoubtView {
  std::string subject;
  std::string number;
  std::string state;
  UnixMs signed_at;
  UnixMs accepted_at;
  UnixMs next_check_at;
  int checks;
  static constexpr auto shape() {
    return shape::object(
        "DoubtfulSignature", "A signature that was accepted before anybody answered for its certificate",
        shape::field("subject", &DoubtView::subject, "document, application, contract or withdrawal"),
        shape::field("number", &DoubtView::number, "Of the document, or the inner number of the application"),
        shape::field("state", &DoubtView::state,
                     "waiting, or revoked: the certificate was revoked before it signed"),
        shape::field("signed_at", &DoubtView::signed_at, "By the time stamp, else when it came"),
        shape::field("accepted_at", &DoubtView::accepted_at, "When it was accepted"),
        shape::field("next_check_at", &DoubtView::next_check_at, "When the authority is asked again"),
        shape::field("checks", &DoubtView::checks, "How often it was asked"));
  }
};

struct ListDoubtfulSignatures {
  static constexpr EndpointSpec kSpec{.name = "list_doubtful_signatures",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/signatures",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Signatures accepted with a remark, and those found revoked",
                                      .tag = "operator"};
  struct Input {
    std::string state;
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListDoubtfulSignaturesInput", "",
                           shape::field("state", &Input::state, "waiting or revoked", shape::size(1, 20)),
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<DoubtView> signatures;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "DoubtfulSignatures", "A page of signatures",
          shape::field("signatures", &Output::signatures, "By number"),
          shape::field("next", &Output::next, "Give it as `after` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetDocumentEvidence>;
extern template struct RowOf<GetApplicationEvidence>;
extern template struct RowOf<ListWaitingDocuments>;
extern template struct RowOf<ListDoubtfulSignatures>;

}  // namespace tamga::api
