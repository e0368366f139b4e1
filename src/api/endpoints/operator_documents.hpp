// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/document_view.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// Who has to answer before a document is judged.
enum class SilentSide : std::uint8_t { Authority, VerificationServer };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::SilentSide> = tamga::shape::enumeration(
    "SilentSide", "Who has to answer before a document is judged",
    tamga::shape::value(tamga::api::SilentSide::Authority, "authority",
                        "Whoever issued a certificate: whether it was revoked"),
    tamga::shape::value(tamga::api::SilentSide::VerificationServer, "verification_server",
                        "The operator's own server that verifies signatures"));

namespace tamga::api {

/// A document that nobody vouches for yet, as the operator sees it: without what it says.
struct WaitingLine {
  DocumentNumber document;
  std::optional<std::string> kind;
  std::string tax_id;
  std::string company;
  std::string person;
  UnixMs received_at;
  SilentSide waits_for;
  std::optional<std::string> authority;
  std::int64_t asked;
  std::optional<UnixMs> asked_at;
  UnixMs next_at;
  std::optional<UnixMs> until;
  static constexpr auto shape() {
    return shape::object(
        "WaitingDocument", "A document that nobody vouches for yet",
        shape::field("document", &WaitingLine::document, "The number it will have"),
        shape::field("kind", &WaitingLine::kind, "What it says it is; absent: not known before it is judged"),
        shape::field("tax_id", &WaitingLine::tax_id, "Of who sent it"),
        shape::field("company", &WaitingLine::company, "Whose document it is"),
        shape::field("person", &WaitingLine::person, "Who sent it"),
        shape::field("received_at", &WaitingLine::received_at,
                     "When it came: since then it waits, and as of then it will be judged"),
        shape::field("waits_for", &WaitingLine::waits_for, "Who did not answer"),
        shape::field("authority", &WaitingLine::authority, "Name of that authority, where it is known"),
        shape::field("asked", &WaitingLine::asked, "How often it was asked"),
        shape::field("asked_at", &WaitingLine::asked_at, "When it was asked last, where it is known"),
        shape::field("next_at", &WaitingLine::next_at, "When it is asked again by itself"),
        shape::field("until", &WaitingLine::until, "Without an answer until then the document is refused"));
  }
};

/// What waits for other people's services: nothing is lost, and nothing goes on.
struct ListWaitingQueue {
  static constexpr EndpointSpec kSpec{
      .name = "list_waiting_queue",
      .method = http::Method::Get,
      .path = "/api/v1/operator/documents/waiting",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "Documents of all participants whose signature nobody vouches for yet, the oldest first",
      .tag = "operator"};
  struct Input {
    std::optional<SilentSide> waits_for;
    std::optional<std::string> tax_id;
    std::optional<DocumentNumber> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListWaitingQueueInput", "",
          shape::field("waits_for", &Input::waits_for, "Only those that wait for this side"),
          shape::field("tax_id", &Input::tax_id, "Only those of this participant", shape::size(1, 20)),
          shape::field("after", &Input::after, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<WaitingLine> documents;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("WaitingQueue", "A page of documents that wait",
                           shape::field("documents", &Output::documents, "The oldest first"),
                           shape::field("next", &Output::next, "For `after`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Somebody of the operator does not want to wait for the next try: after an authority said that it works
/// again. An address that was silent less than half a minute ago is not asked.
struct AttendDocument {
  static constexpr EndpointSpec kSpec{
      .name = "attend_document",
      .method = http::Method::Post,
      .path = "/api/v1/operator/documents/{document}/attention",
      .access = Access::Operator,
      .right = Right::Support,
      .summary =
          "Asks again now about the signature of a document that waits; judges it when somebody answers",
      .tag = "operator",
      .idempotency_key = true,
      .action = "signature.ask"};
  struct Input {
    DocumentNumber document;
    static constexpr auto shape() {
      return shape::object("AttendDocumentInput", "",
                           shape::field("document", &Input::document, "Its number"));
    }
  };
  using Body = NoBody;
  struct Output {
    DocumentView document;
    std::optional<WaitingLine> waiting;
    static constexpr auto shape() {
      return shape::object(
          "AttendedDocument", "What came of asking again",
          shape::field("document", &Output::document, "The document, with its verdict when it was judged"),
          shape::field("waiting", &Output::waiting, "Nobody answered; absent: it was judged"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListWaitingQueue>;
extern template struct RowOf<AttendDocument>;

}  // namespace tamga::api
