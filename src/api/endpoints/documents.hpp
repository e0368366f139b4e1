// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/document_view.hpp"
#include "api/endpoint_row.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// The document with its bytes, judged or waiting, if the caller may see it. Errors: DOCUMENT_UNKNOWN.
Result<documents::StoredDocument> document_of(Call const& call, ledger::DocumentNo number);

/// Everything that changes something comes in here. The answer is the verdict, after it is durable.
struct SendDocument {
  static constexpr EndpointSpec kSpec{
      .name = "send_document",
      .method = http::Method::Post,
      .path = "/api/v1/documents",
      .access = Access::Participant,
      .scope = Scopes{Scope::Receipts, Scope::Documents, Scope::Orders},
      .right = kAnyUser,
      .summary = "Sends a document: its signed bytes, the signature in X-Signature",
      .tag = "documents",
      .idempotency_key = true,
      .success = 201,
      .max_body_bytes = std::size_t{100} << 20,
      .inline_body_bytes = 2'048};
  struct Input {
    bool dry_run;
    static constexpr auto shape() {
      return shape::object("SendDocumentInput", "",
                           shape::field("dry_run", &Input::dry_run, "Only judge: nothing is kept or changed",
                                        shape::by_default(false)));
    }
  };
  using Body = RawBody;
  static shape::Description const& describe_body();
  using Output = DocumentView;
  static void handle(Input const& input, Call call, Later later);
};

struct ListDocuments {
  static constexpr EndpointSpec kSpec{.name = "list_documents",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/documents",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Documents, Scope::Read},
                                      .right = Right::SeeDocuments,
                                      .summary = "Own documents, newest first",
                                      .tag = "documents"};
  struct Input {
    bool by_providers = false;
    std::optional<std::string> kind;
    std::optional<documents::DocumentStatus> status;
    std::optional<std::string> counterpart;
    std::optional<UnixMs> from;
    std::optional<UnixMs> until;
    std::optional<DocumentNumber> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object(
          "ListDocumentsInput", "",
          shape::field("by_providers", &Input::by_providers,
                       "What service providers sent in one's name, instead of one's own",
                       shape::by_default(false)),
          shape::field("kind", &Input::kind, "Only documents of this kind", shape::size(1, 64)),
          shape::field("status", &Input::status,
                       "Only documents that ended so; waiting: those that are not judged yet, which have no "
                       "kind before they are"),
          shape::field("counterpart", &Input::counterpart,
                       "Tax number of the other side: receiver or sender of goods, service provider",
                       shape::size(1, 20)),
          shape::field("from", &Input::from, "Accepted for judging then or later"),
          shape::field("until", &Input::until, "Accepted for judging before"),
          shape::field("before", &Input::before,
                       "Documents with a smaller number: the last of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<DocumentView> documents;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object(
          "DocumentPage", "A page of documents",
          shape::field("documents", &Output::documents, "Newest first"),
          shape::field("next", &Output::next, "Give it as `before` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct DocumentInput {
  DocumentNumber document;
  static constexpr auto shape() {
    return shape::object("DocumentInput", "",
                         shape::field("document", &DocumentInput::document, "Number of the document"));
  }
};

struct GetDocument {
  static constexpr EndpointSpec kSpec{.name = "get_document",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/documents/{document}",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Documents, Scope::Read},
                                      .right = kAnyUser,
                                      .summary = "An own document and its verdict",
                                      .tag = "documents"};
  using Input = DocumentInput;
  using Body = NoBody;
  using Output = DocumentView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// What was signed, byte for byte, for whoever wants to verify it.
struct GetDocumentBody {
  static constexpr EndpointSpec kSpec{
      .name = "get_document_body",
      .method = http::Method::Get,
      .path = "/api/v1/documents/{document}/body",
      .access = Access::Participant,
      .scope = Scopes{Scope::Documents, Scope::Read},
      .right = Right::SeeDocuments,
      .summary = "The signed bytes of an own document; the signature in X-Signature",
      .tag = "documents"};
  using Input = DocumentInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<SendDocument>;
extern template struct RowOf<ListDocuments>;
extern template struct RowOf<GetDocument>;
extern template struct RowOf<GetDocumentBody>;

}  // namespace tamga::api
