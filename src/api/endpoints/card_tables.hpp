// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoints/cards.hpp"

namespace tamga::api {

/// How a table is written.
enum class TableFormat : std::uint8_t { Csv, Xlsx };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::TableFormat> = tamga::shape::enumeration(
    "TableFormat", "How a table is written",
    tamga::shape::value(tamga::api::TableFormat::Csv, "csv", "RFC 4180, UTF-8"),
    tamga::shape::value(tamga::api::TableFormat::Xlsx, "xlsx", "A spreadsheet of Office Open XML"));

namespace tamga::api {

/// Exactly the cards that `list_cards` gives with these filters, in a table that `import_cards` reads.
struct ExportCards {
  static constexpr EndpointSpec kSpec{.name = "export_cards",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/card-tables/export",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeGoods,
                                      .summary = "Own product cards as CSV or XLSX, filtered as the list is",
                                      .tag = "cards",
                                      .produces = "text/csv"};
  struct Input {
    TableFormat format;
    std::optional<std::string> group;
    std::optional<std::string> state;
    std::optional<std::string> text;
    static constexpr auto shape() {
      return shape::object(
          "ExportCardsInput", "",
          shape::field("format", &Input::format, "How it is written", shape::by_default(TableFormat::Csv)),
          shape::field("group", &Input::group, "Only of this product group", shape::size(1, 50)),
          shape::field("state", &Input::state, "Only in this state", shape::size(1, 20)),
          shape::field("text", &Input::text, "Beginnings of words", shape::size(1, 200)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The columns of cards of a group, to be filled in.
struct GetCardTemplate {
  static constexpr EndpointSpec kSpec{
      .name = "get_card_template",
      .method = http::Method::Get,
      .path = "/api/v1/card-tables/template",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = Right::SeeGoods,
      .summary = "An empty table of cards: names of columns, and below them what they are",
      .tag = "cards",
      .produces = "text/csv"};
  struct Input {
    TableFormat format;
    std::optional<std::string> group;
    static constexpr auto shape() {
      return shape::object(
          "GetCardTemplateInput", "",
          shape::field("format", &Input::format, "How it is written", shape::by_default(TableFormat::Csv)),
          shape::field("group", &Input::group, "Product group; left out: what every card says",
                       shape::size(1, 50)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Rows become drafts, also those that lack something: the report says what and where.
struct ImportCards {
  static constexpr EndpointSpec kSpec{
      .name = "import_cards",
      .method = http::Method::Post,
      .path = "/api/v1/card-tables/import",
      .access = Access::Participant,
      .scope = Scope::Documents,
      .right = Right::EditGoods,
      .summary = "Makes drafts of product cards from CSV or XLSX; says row and column of every flaw",
      .tag = "cards",
      .idempotency_key = true,
      .max_body_bytes = 16 << 20,
      .action = "card.import"};
  static constexpr std::size_t kMostRows = 5000;
  struct Input {
    std::optional<std::string> group;
    std::optional<bool> dry_run;
    static constexpr auto shape() {
      return shape::object(
          "ImportCardsInput", "",
          shape::field("group", &Input::group, "Of rows that do not say theirs", shape::size(1, 50)),
          shape::field("dry_run", &Input::dry_run, "True: reports and keeps nothing"));
    }
  };
  using Body = RawBody;
  struct Flaw {
    std::int64_t row;
    std::string column;
    std::string gtin;
    std::string code;
    std::string title;
    static constexpr auto shape() {
      return shape::object(
          "TableFlaw", "Something wrong in a table", shape::field("row", &Flaw::row, "Line of the file"),
          shape::field("column", &Flaw::column, "Name of the column; empty: the row as a whole"),
          shape::field("gtin", &Flaw::gtin, "Of the row"),
          shape::field("code", &Flaw::code, "Name of the error"),
          shape::field("title", &Flaw::title, "What it is"));
    }
  };
  struct Output {
    std::int64_t rows;
    std::int64_t drafts;
    std::int64_t flawless;
    std::vector<Flaw> flaws;
    static constexpr auto shape() {
      return shape::object(
          "ImportedCards", "What came of a table", shape::field("rows", &Output::rows, "That were read"),
          shape::field("drafts", &Output::drafts, "That were kept"),
          shape::field("flawless", &Output::flawless, "Of them, that could be sent as they are"),
          shape::field("flaws", &Output::flaws, "At most a thousand, in order of rows"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ExportCards>;
extern template struct RowOf<GetCardTemplate>;
extern template struct RowOf<ImportCards>;

}  // namespace tamga::api
