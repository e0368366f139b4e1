// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/card_tables.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "api/card_export.hpp"
#include "api/once.hpp"
#include "base/csv_records.hpp"
#include "catalogue/card_rows.hpp"
#include "catalogue/checks.hpp"
#include "catalogue/drafts.hpp"
#include "catalogue/errors.hpp"
#include "documents/errors.hpp"
#include "shape/decode.hpp"
#include "spreadsheet/xlsx_rows.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

constexpr std::size_t kMostFlaws = 1000;
constexpr CsvFailures kCsvFailures{catalogue::kTableQuotes, catalogue::kTableFailed};

http::Response attachment(http::Response response, TableFormat format) {
  response.header("Content-Disposition", std::string("attachment; filename=\"cards.") +
                                             (format == TableFormat::Csv ? "csv\"" : "xlsx\""));
  return response;
}

std::string_view media_type(TableFormat format) {
  return format == TableFormat::Csv ? "text/csv; charset=utf-8"
                                    : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

Result<void> check_group(Call const& call, std::optional<std::string> const& group) {
  if (!group || call.services().country.find_group(*group)) return {};
  return fail(Error(documents::kGroupUnknown).at("group").with("group", *group));
}

/// Groups of the caller's cards.
Result<std::vector<std::string>> own_groups(sql::Connection& connection, Call const& call) {
  constexpr int kAtOnce = 1000;
  std::set<std::string> groups;
  gs1::Gtin after;
  for (;;) {
    TAMGA_ASSIGN(page, catalogue::cards_of(connection, call.caller().number(), after, kAtOnce));
    for (catalogue::Card const& card : page) groups.insert(card.group);
    if (page.size() < kAtOnce) return std::vector<std::string>(groups.begin(), groups.end());
    after = page.back().gtin;
  }
}

/// A table on its way to drafts.
class CardImport {
 public:
  CardImport(ImportCards::Input const& input, Call& call, sql::Connection& connection)
      : input_(input),
        call_(call),
        desk_(call.services().cards, call.services().cards->products(), connection) {}

  Result<void> read(std::string const& bytes) {
    if (spreadsheet::XlsxRows::looks_like(bytes)) {
      TAMGA_ASSIGN(rows, spreadsheet::XlsxRows::open(bytes));
      return read_rows(rows);
    }
    std::istringstream csv(bytes);
    CsvRecords records(csv, kCsvFailures);
    return read_rows(records);
  }

  [[nodiscard]] std::vector<catalogue::CardDraft> const& drafts() const { return drafts_; }
  ImportCards::Output report_{};

 private:
  template <class Records>
  Result<void> read_rows(Records& records) {
    TAMGA_ASSIGN(head_row, records.next());
    if (!head_row) return fail(catalogue::kTableEmpty);
    std::vector<Error> wrong;
    catalogue::TableHead const head(call_.services().cards->rules(), call_.services().country,
                                    head_row->fields, wrong);
    for (Error const& error : wrong) flaw(1, argument(error, "column"), "", error);
    if (!wrong.empty()) return {};
    for (;;) {
      TAMGA_ASSIGN(record, records.next());
      if (!record) break;
      if (record->fields.front().starts_with('#')) continue;
      if (++report_.rows > static_cast<std::int64_t>(ImportCards::kMostRows))
        return fail(Error(catalogue::kTableTooLong).with("limit", std::to_string(ImportCards::kMostRows)));
      TAMGA_TRY(take(head, record->line, record->fields));
    }
    return {};
  }

  Result<void> take(catalogue::TableHead const& head, std::size_t line,
                    std::vector<std::string> const& fields) {
    auto const row = static_cast<std::int64_t>(line);
    std::vector<Error> wrong;
    catalogue::CardBody body = head.read(line, fields, input_.group.value_or(""), wrong);
    for (Error const& error : wrong) flaw(row, argument(error, "column"), body.gtin, error);
    // What a card may be at all: lengths of texts and lists.
    auto const whole = shape::decode<catalogue::CardBody>(shape::encode(body));
    auto const gtin = gs1::Gtin::parse(body.gtin);
    if (!whole)
      flaw(row, catalogue::TableHead::column_of(body, whole.error().where()), body.gtin, whole.error());
    if (!gtin) flaw(row, "gtin", body.gtin, gtin.error());
    if (!gtin || !whole) return {};
    if (!met_.insert(*gtin).second) {
      flaw(row, "gtin", body.gtin, Error(catalogue::kTableTwice).with("gtin", body.gtin));
      return {};
    }
    TAMGA_ASSIGN(against, catalogue::check_card(body, {desk_, call_.caller().number(), call_.today()}));
    for (Error const& error : against) {
      std::string column = catalogue::TableHead::column_of(body, error.where());
      if (column == "attributes") column = argument(error, "attribute");
      flaw(row, std::move(column), body.gtin, error);
    }
    if (wrong.empty() && against.empty()) ++report_.flawless;
    drafts_.push_back({.owner = call_.caller().number(),
                       .gtin = *gtin,
                       .group = body.group,
                       .body = std::move(body),
                       .person = call_.caller().session.person,
                       .saved_at = call_.now()});
    return {};
  }

  static std::string argument(Error const& error, std::string_view name) {
    for (auto const& [key, value] : error.arguments())
      if (key == name) return value;
    return {};
  }
  void flaw(std::int64_t row, std::string column, std::string const& gtin, Error const& error) {
    if (report_.flaws.size() >= kMostFlaws) return;
    report_.flaws.push_back({row, std::move(column), gtin, std::string(error.name()),
                             call_.services().texts.render(error, call_.language()).title});
  }

  ImportCards::Input const& input_;
  Call& call_;
  catalogue::CardDesk desk_;
  std::set<gs1::Gtin> met_;
  std::vector<catalogue::CardDraft> drafts_;
};

}  // namespace

Result<ExportCards::Output> ExportCards::handle(Input const& input, Call& call) {
  constexpr int kAtOnce = 200;
  TAMGA_TRY(check_group(call, input.group));
  std::vector<std::string> groups;
  if (input.group) {
    groups.push_back(*input.group);
  } else {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(own, own_groups(*reader, call));
    groups = std::move(own);
  }
  ListCards::Input filter{
      .group = input.group, .state = input.state, .text = input.text, .after = {}, .limit = kAtOnce};
  CardPages pages(call, std::move(filter), catalogue::CardTable(call.services().cards->rules(), groups));
  auto response =
      http::Response::streamed(200, media_type(input.format), table_body(std::move(pages), input.format));
  return Output{attachment(std::move(response), input.format)};
}

Result<GetCardTemplate::Output> GetCardTemplate::handle(Input const& input, Call& call) {
  TAMGA_TRY(check_group(call, input.group));
  std::vector<std::string> groups;
  if (input.group) groups.push_back(*input.group);
  auto const rows = head_of(catalogue::CardTable(call.services().cards->rules(), groups), call.language());
  std::string body;
  if (input.format == TableFormat::Csv) {
    for (auto const& row : rows) catalogue::write_csv_row(body, row);
  } else {
    TAMGA_ASSIGN(book, open_workbook(rows));
    TAMGA_TRY(book.pack());
    for (bool more = true; more;) {
      TAMGA_ASSIGN(again, book.next(body));
      more = again;
    }
  }
  return Output{attachment(http::Response::of(200, media_type(input.format), std::move(body)), input.format)};
}

Result<ImportCards::Output> ImportCards::handle(Input const& input, Call& call) {
  TAMGA_TRY(check_group(call, input.group));
  std::string const text(call.request().body());
  Output report;
  std::vector<catalogue::CardDraft> drafts;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    auto const transaction = sql::Transaction::begin(*reader);
    if (!transaction) return fail(transaction.error());
    CardImport table(input, call, *reader);
    TAMGA_TRY(table.read(text));
    report = std::move(table.report_);
    drafts = table.drafts();
  }
  if (input.dry_run.value_or(false) || drafts.empty()) return report;
  auto const done = once(
      call, {.action = kSpec.action}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
        TAMGA_TRY(catalogue::save_drafts(turn.connection(), call.caller().number(), drafts));
        return std::to_string(drafts.size());
      });
  if (!done) return fail(done.error());
  report.drafts = static_cast<std::int64_t>(drafts.size());
  return report;
}

template struct RowOf<ExportCards>;
template struct RowOf<GetCardTemplate>;
template struct RowOf<ImportCards>;

}  // namespace tamga::api
