// SPDX-License-Identifier: Apache-2.0
#include "emission/series_desk.hpp"

#include <algorithm>
#include <cassert>

#include "emission/custom_serials.hpp"
#include "emission/errors.hpp"
#include "emission/series_counter.hpp"
#include "emission/transport_form.hpp"
#include "gs1/scan_view.hpp"
#include "gs1/sscc.hpp"
#include "ledger/errors.hpp"
#include "sql/bulk.hpp"
#include "sql/errors.hpp"

namespace tamga::emission {
namespace {

constexpr sql::Statement kCounterOf{"emission.series.counter",
                                    "SELECT next_index, version FROM series WHERE series = $1"};
constexpr sql::Statement kLastNumber{"emission.series.last", "SELECT coalesce(max(series), 0) FROM series"};
constexpr sql::Statement kInsertSeries{
    "emission.series.insert",
    "INSERT INTO series (series, kind, gtin, layout, alphabet, country_digit, sscc_prefix, template_id, "
    "serial_key, "
    "next_index, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)"};
constexpr sql::Statement kUpdateCounter{
    "emission.series.update",
    "UPDATE series SET next_index = $3, version = version + 1 WHERE series = $1 AND version = $2"};

sql::Bulk const& custom_serials() {
  static sql::Bulk const bulk("custom_serial", {{"hash"}, {"series"}, {"serial", sql::ColumnKind::Text}},
                              {{"idx"}, {"operator_series"}, {"operator_idx"}});
  return bulk;
}

sql::Bulk const& series_gaps() {
  static sql::Bulk const bulk("series_gap", {{"series"}, {"idx"}}, {});
  return bulk;
}

}  // namespace

SeriesDesk::SeriesDesk(SeriesBook& book, sql::Connection& connection)
    : book_(&book), connection_(&connection) {}
SeriesDesk::~SeriesDesk() = default;

Result<void> SeriesDesk::catch_up() {
  if (caught_up_ || connection_->engine() == sql::Engine::Sqlite) return {};
  TAMGA_TRY(book_->load_new(*connection_));
  caught_up_ = true;
  return {};
}

Series const* SeriesDesk::find(ledger::SeriesNo number) const {
  for (auto const& entry : created_)
    if (entry->series.number == number) return &entry->series;
  return book_->find(number);
}

SeriesBook::Entry* SeriesDesk::find(Series const& facts) const {
  for (auto const& entry : created_)
    if (entry->series.same_facts(facts)) return entry.get();
  Series const* found = nullptr;
  if (facts.kind == SeriesKind::Sscc) {
    found = book_->find_sscc(facts.sscc_prefix);
  } else if (facts.kind == SeriesKind::OwnFormat) {
    found = book_->find_own_format();
  } else {
    std::vector<Series const*> of_gtin;
    book_->of_gtin(facts.gtin, of_gtin);
    for (Series const* series : of_gtin)
      if (series->same_facts(facts)) found = series;
  }
  return found == nullptr ? nullptr : book_->entry_of(found->number);
}

Result<SeriesDesk::Counter*> SeriesDesk::counter(Series const& series) {
  auto& kept = counters_[series.number.value()];
  if (kept != nullptr) return kept.get();
  auto const read = [](sql::Row const& row) { return std::pair(row.int64(0), row.int64(1)); };
  TAMGA_ASSIGN(found, connection_->find(kCounterOf, read, series.number));
  Entry* const entry = book_->entry_of(series.number);
  if (!found || entry == nullptr)
    return fail(Error(kSeriesUnknown).with("series", std::to_string(series.number.value())));
  kept = std::make_unique<Counter>(Counter{entry, found->first, found->second});
  return kept.get();
}

Result<SeriesDesk::Counter*> SeriesDesk::find_or_create(Series facts) {
  TAMGA_TRY(catch_up());
  if (Entry const* const known = find(facts)) return counter(known->series);
  return create(std::move(facts));
}

Result<SeriesDesk::Counter*> SeriesDesk::create(Series facts) {
  if (next_number_ == 0) {
    TAMGA_ASSIGN(last, connection_->find(kLastNumber, [](sql::Row const& row) { return row.int64(0); }));
    next_number_ = static_cast<std::int32_t>(last.value_or(0)) + 1;
  }
  if (next_number_ > ledger::kMaxSeries) return fail(ledger::kSeriesExhausted);
  facts.number = ledger::SeriesNo(next_number_++);
  if (facts.kind == SeriesKind::Operator) {
    TAMGA_ASSIGN(key, book_->keys_->active(crypto::KeyPurpose::Serial));
    facts.serial_key_id = key->id();
  }
  created_.push_back(std::make_unique<Entry>(std::move(facts), 0));
  Entry* const entry = created_.back().get();
  auto& kept = counters_[entry->series.number.value()];
  kept = std::make_unique<Counter>(Counter{entry, 0, 0});
  return kept.get();
}

Result<Series const*> SeriesDesk::of_item(gs1::Gtin gtin, country::CodeTemplate const& code_template,
                                          SeriesKind kind) {
  Series facts;
  facts.kind = SeriesKind::Operator;
  facts.gtin = gtin;
  facts.template_id = code_template.id;
  facts.group = code_template.group;
  facts.layout = code_template.layout;
  facts.serial = code_template.serial;
  // Beside brought serials there always is the operator's series, so that it can be told which of its serials
  // are gone.
  TAMGA_ASSIGN(operators, find_or_create(facts));
  if (kind == SeriesKind::Operator) return &operators->series();
  facts.kind = kind;
  if (kind == SeriesKind::Foreign) facts.serial.country_digit = '\0';
  TAMGA_ASSIGN(brought, find_or_create(std::move(facts)));
  return &brought->series();
}

std::int64_t SeriesDesk::room(Series const& series) const {
  auto const found = counters_.find(series.number.value());
  return series.capacity() - (found == counters_.end() ? book_->issued(series) : found->second->next);
}

Result<std::optional<ledger::CodeNo>> SeriesDesk::own_sscc(std::string_view identity) {
  if (!spells_sscc(identity)) return std::nullopt;
  TAMGA_ASSIGN(sscc, gs1::Sscc::parse(identity));
  auto const without_check_digit = static_cast<std::int64_t>(sscc.number() / 10);
  Series facts;
  facts.kind = SeriesKind::Sscc;
  facts.sscc_prefix = without_check_digit / kSsccsOfPrefix;
  TAMGA_ASSIGN(found, find_or_create(std::move(facts)));
  return ledger::code_no(found->series().number, without_check_digit % kSsccsOfPrefix);
}

bool SeriesDesk::accepts_own_format(std::string_view identity) const {
  if (!may_be_own_format(book_->country().rules(), identity)) return false;
  gs1::ScanView view;
  if (!gs1::read_legacy(identity, view)) return true;
  std::vector<Series const*> of_gtin;
  book_->of_gtin(view.gtin, of_gtin);
  return std::none_of(of_gtin.begin(), of_gtin.end(), [](Series const* series) {
    return series->layout.shape() == gs1::CodeLayout::Shape::Legacy;
  });
}

Result<void> SeriesDesk::transport_codes(std::span<std::string_view const> identities,
                                         std::span<ledger::CodeNo> out) {
  assert(out.size() == identities.size());
  Counter* own = nullptr;
  std::vector<std::size_t> places;
  std::vector<CustomKey> keys;
  for (std::size_t i = 0; i < identities.size(); ++i) {
    TAMGA_ASSIGN(sscc, own_sscc(identities[i]));
    if (sscc) {
      out[i] = *sscc;
      continue;
    }
    if (!accepts_own_format(identities[i]))
      return fail(Error(kTransportCodeForm).with("item", std::to_string(i)));
    if (own == nullptr) {
      Series facts;
      facts.kind = SeriesKind::OwnFormat;
      TAMGA_ASSIGN(found, find_or_create(std::move(facts)));
      own = found;
    }
    places.push_back(i);
    keys.push_back({own->series().number, identities[i]});
  }
  if (keys.empty()) return {};
  std::vector<std::int64_t> found(keys.size());
  if (own->version > 0)
    TAMGA_TRY(find_custom(*connection_, keys, found));
  else
    std::fill(found.begin(), found.end(), kNotBrought);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (found[i] == kNotBrought) found[i] = find_brought(keys[i].series, keys[i].serial);
    if (found[i] == kNotBrought && own->next == own->series().capacity())
      return fail(ledger::kSeriesExhausted);
    out[places[i]] = found[i] == kNotBrought ? add_brought(*own, keys[i].serial, nullptr, crypto::kNoIndex)
                                             : ledger::code_no(own->series().number, found[i]);
  }
  return {};
}

Result<ledger::CodeNo> SeriesDesk::transport_code(std::string_view identity) {
  ledger::CodeNo code;
  TAMGA_TRY(transport_codes({&identity, 1}, {&code, 1}));
  return code;
}

Result<void> SeriesDesk::write() {
  std::deque<std::string> texts;
  sql::Batch fresh(10);
  sql::Batch changed(3);
  for (auto const& [number, counter] : counters_) {
    Series const& series = counter->series();
    if (counter->version > 0) {
      if (counter->guarded) changed.add(number, counter->version, counter->next);
      continue;
    }
    bool const item = !series.is_transport();
    bool const digit = item && series.serial.country_digit != '\0';
    std::string const& layout = texts.emplace_back(item ? series.layout.text() : "");
    fresh.add(number, series.kind, static_cast<std::int64_t>(series.gtin.number()), layout,
              item ? name_of(series.serial.alphabet) : "",
              std::string_view(&series.serial.country_digit, digit ? 1 : 0), series.sscc_prefix,
              series.template_id, series.serial_key_id, counter->next);
  }
  if (!fresh.empty()) TAMGA_TRY(connection_->batch(kInsertSeries, fresh));
  if (!changed.empty()) {
    // In the order of numbers, so that two processes never wait for each other.
    std::vector<std::int64_t> affected;
    TAMGA_TRY(connection_->batch(kUpdateCounter, changed, &affected));
    if (std::find(affected.begin(), affected.end(), 0) != affected.end())
      return fail(Error(sql::kStoreConflict).with("constraint", "series(series,version)"));
  }
  TAMGA_TRY(write_gaps());
  sql::Batch rows(6);
  rows.reserve(brought_.size());
  for (Brought const& one : brought_) {
    bool const known = one.operator_series.value() != 0;
    rows.add(one.hash, one.series, one.serial, one.index,
             known ? sql::Value(one.operator_series) : sql::Value(),
             known ? sql::Value(one.operator_index) : sql::Value());
  }
  if (rows.empty()) return {};
  TAMGA_TRY(custom_serials().insert(*connection_, rows, sql::OnExisting::Fail));
  return {};
}

Result<void> SeriesDesk::write_gaps() {
  sql::Batch rows(2);
  for (auto const& [number, counter] : counters_)
    for (std::int64_t const index : counter->gaps) rows.add(number, index);
  if (rows.empty()) return {};
  TAMGA_TRY(series_gaps().insert(*connection_, rows, sql::OnExisting::Fail));
  return {};
}

void SeriesDesk::publish() {
  for (auto const& [number, counter] : counters_) {
    counter->entry->leave_out(counter->gaps);
    counter->entry->raise(counter->next);
  }
  std::unique_lock const lock(book_->mutex_);
  for (auto& entry : created_) book_->add(std::move(entry));
  created_.clear();
  counters_.clear();
}

}  // namespace tamga::emission
