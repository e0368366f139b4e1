// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/registrar_view.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// What a document reported of printing.
struct PrintRecordView {
  DocumentNumber document;
  registrars::Printing what;
  std::optional<std::string> registrar;
  std::string grade;
  std::string line;
  std::string production_order;
  UnixMs at;
  std::int64_t codes;
  static constexpr auto shape() {
    return shape::object(
        "PrintRecord", "Codes that a document reports",
        shape::field("document", &PrintRecordView::document, "Number of the document, which has the codes"),
        shape::field("what", &PrintRecordView::what, "What it tells of them"),
        shape::field("registrar", &PrintRecordView::registrar, "Number of the registrar; absent: none"),
        shape::field("grade", &PrintRecordView::grade, "Of graded codes; empty otherwise"),
        shape::field("line", &PrintRecordView::line, "Production line"),
        shape::field("production_order", &PrintRecordView::production_order, "Number in one's own system"),
        shape::field("at", &PrintRecordView::at, "When it was accepted"),
        shape::field("codes", &PrintRecordView::codes, "How many"));
  }
};

/// What was printed, through which registrar, for which production order, how well, and what was lost.
struct ListPrinting {
  static constexpr EndpointSpec kSpec{
      .name = "list_printing",
      .method = http::Method::Get,
      .path = "/api/v1/printing",
      .access = Access::Participant,
      .scope = Scopes{Scope::Orders, Scope::Read},
      .right = Rights{Right::ReportApplication, Right::SeeDocuments},
      .summary = "Own reports of printing, quality and drop-outs in one's product groups, newest first",
      .tag = "registrars"};
  struct Input {
    std::optional<std::int64_t> registrar;
    std::optional<std::string> production_order;
    std::optional<DocumentNumber> before;
    int limit = 100;
    static constexpr auto shape() {
      return shape::object("ListPrintingInput", "",
                           shape::field("registrar", &Input::registrar, "Only of this registrar"),
                           shape::field("production_order", &Input::production_order,
                                        "Only of this production order", shape::size(1, 100)),
                           shape::field("before", &Input::before,
                                        "Documents with a smaller number: `next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                                        shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<PrintRecordView> records;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object(
          "PrintRecords", "A page of reports", shape::field("records", &Output::records, "Newest first"),
          shape::field("next", &Output::next, "For `before` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListPrinting>;

}  // namespace tamga::api
