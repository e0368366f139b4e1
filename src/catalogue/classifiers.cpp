// SPDX-License-Identifier: Apache-2.0
#include "catalogue/classifiers.hpp"

#include <algorithm>
#include <set>

#include "base/csv_records.hpp"
#include "catalogue/errors.hpp"
#include "identifiers/rule.hpp"
#include "sql/statement.hpp"

namespace tamga::catalogue {
namespace {

constexpr std::size_t kMostErrors = 100;
constexpr std::size_t kAtOnce = 1000;
constexpr CsvFailures kCsvFailures{kTableQuotes, kTableFailed};

constexpr sql::Statement kInsertLoad{"catalogue.classifier.insert",
                                     "INSERT INTO classifier_load (load, classifier, effective_from, "
                                     "loaded_at, person, entries, digest) VALUES "
                                     "($1, $2, $3, $4, $5, $6, $7)"};
constexpr sql::Statement kInsertEntry{
    "catalogue.classifier.entry",
    "INSERT INTO classifier_entry (load, code, name_ru, name_uz) VALUES ($1, $2, $3, $4)"};
constexpr sql::Statement kInForce{
    "catalogue.classifier.in_force",
    "SELECT load FROM classifier_load WHERE classifier = $1 AND effective_from <= $2 ORDER BY effective_from "
    "DESC, load DESC LIMIT 1"};
constexpr sql::Statement kEntry{"catalogue.classifier.code",
                                "SELECT code FROM classifier_entry WHERE load = $1 AND code = $2"};
constexpr sql::Statement kBeginning{"catalogue.classifier.beginning",
                                    "SELECT code, name_ru, name_uz FROM classifier_entry WHERE load = $1 AND "
                                    "code >= $2 AND code < $3 ORDER BY "
                                    "code LIMIT $4"};
constexpr sql::Statement kLoads{"catalogue.classifier.loads",
                                "SELECT load, classifier, effective_from, loaded_at, person, entries, digest "
                                "FROM classifier_load ORDER BY "
                                "load DESC LIMIT $1"};

std::optional<std::size_t> column_of(std::vector<std::string> const& head, std::string_view name) {
  auto const found = std::find(head.begin(), head.end(), name);
  return found == head.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - head.begin()));
}

/// Lines of a file that are wrong.
struct Lines {
  std::string named;  ///< "3, 17"
  std::string first;  ///< code of the first
  std::size_t count = 0;

  void add(std::size_t line, std::string const& code) {
    if (count++ == 0) first = code;
    named += (named.empty() ? "" : ", ") + std::to_string(line);
  }
};

std::string field_of(std::vector<std::string> const& fields, std::optional<std::size_t> column) {
  return column && *column < fields.size() ? fields[*column] : std::string();
}

Result<std::optional<std::int64_t>> load_in_force(sql::Connection& connection, std::string_view classifier,
                                                  Date day) {
  return connection.find(
      kInForce, [](sql::Row const& row) { return row.int64(0); }, classifier, day.days());
}

}  // namespace

Result<std::vector<ClassifierEntry>> read_classifier(Classifier const& classifier, std::istream& csv) {
  CsvRecords records(csv, kCsvFailures);
  TAMGA_ASSIGN(head, records.next());
  if (!head) return fail(kTableEmpty);
  auto const code_at = column_of(head->fields, "code");
  auto const ru_at = column_of(head->fields, "name_ru");
  auto const uz_at = column_of(head->fields, "name_uz");
  if (!code_at || !ru_at) return fail(kClassifierColumns);
  std::vector<ClassifierEntry> entries;
  Lines wrong;
  std::set<std::string> met;
  identifiers::Rule const& rule = *identifiers::find_rule(classifier.rule);
  for (;;) {
    TAMGA_ASSIGN(record, records.next());
    if (!record) break;
    std::string const text = field_of(record->fields, code_at);
    auto const checked = identifiers::check(rule, text);
    std::string name = field_of(record->fields, ru_at);
    bool const good = checked && !name.empty() && met.insert(checked->text).second;
    if (good)
      entries.push_back({checked->text, std::move(name), field_of(record->fields, uz_at)});
    else
      wrong.add(record->line, text);
    if (wrong.count == kMostErrors) break;
    if (entries.size() > kMostClassifierEntries)
      return fail(Error(kTableTooLong).with("limit", std::to_string(kMostClassifierEntries)));
  }
  if (wrong.count > 0)
    return fail(Error(kClassifierRow).at("/content").with("rows", wrong.named).with("code", wrong.first));
  if (entries.empty()) return fail(kTableEmpty);
  return entries;
}

Result<void> insert_classifier(sql::Connection& connection, ClassifierLoad const& load,
                               std::vector<ClassifierEntry> const& entries) {
  TAMGA_TRY(connection.execute(kInsertLoad, load.number, load.classifier, load.effective_from.days(),
                               load.loaded_at, load.person, static_cast<std::int64_t>(entries.size()),
                               sql::Blob{crypto::view(load.digest)}));
  for (std::size_t from = 0; from < entries.size(); from += kAtOnce) {
    sql::Batch rows(4);
    for (std::size_t i = from; i < std::min(from + kAtOnce, entries.size()); ++i)
      rows.add(load.number, std::string_view(entries[i].code), std::string_view(entries[i].name_ru),
               std::string_view(entries[i].name_uz));
    TAMGA_TRY(connection.batch(kInsertEntry, rows));
  }
  return {};
}

Result<std::vector<ClassifierLoad>> classifier_loads(sql::Connection& connection, int limit) {
  TAMGA_ASSIGN(rows, connection.query(kLoads, limit));
  std::vector<ClassifierLoad> loads;
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    ClassifierLoad one{.number = row.int64(0),
                       .classifier = std::string(row.text(1)),
                       .effective_from = Date::from_days(static_cast<std::int32_t>(row.int64(2))),
                       .loaded_at = row.as<UnixMs>(3),
                       .person = std::string(row.text(4)),
                       .entries = row.int64(5)};
    std::string_view const digest = row.blob(6);
    std::copy_n(digest.begin(), std::min(digest.size(), one.digest.size()), one.digest.begin());
    loads.push_back(std::move(one));
  }));
  return loads;
}

Result<bool> is_in_force(sql::Connection& connection, std::string_view classifier, std::string_view code,
                         Date day) {
  TAMGA_ASSIGN(load, load_in_force(connection, classifier, day));
  if (!load) return true;
  TAMGA_ASSIGN(found, connection.find(
                          kEntry, [](sql::Row const&) { return true; }, *load, code));
  return found.has_value();
}

Result<std::vector<ClassifierEntry>> entries_beginning(sql::Connection& connection,
                                                       std::string_view classifier,
                                                       std::string_view beginning, Date day, int limit) {
  std::vector<ClassifierEntry> entries;
  TAMGA_ASSIGN(load, load_in_force(connection, classifier, day));
  if (!load) return entries;
  std::string const end = std::string(beginning) + ':';  // behind every digit
  TAMGA_ASSIGN(rows, connection.query(kBeginning, *load, beginning, end, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    entries.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))});
  }));
  return entries;
}

}  // namespace tamga::catalogue
