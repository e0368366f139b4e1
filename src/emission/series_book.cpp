// SPDX-License-Identifier: Apache-2.0
#include "emission/series_book.hpp"

#include <utility>

#include "emission/errors.hpp"
#include "emission/series_entry.hpp"

namespace tamga::emission {
namespace {

constexpr sql::Statement kSeriesAfter{"emission.series.after",
                                      "SELECT series, kind, gtin, layout, alphabet, country_digit, "
                                      "sscc_prefix, template_id, serial_key, next_index "
                                      "FROM series WHERE series > $1 ORDER BY series"};
constexpr sql::Statement kCounters{"emission.series.counters",
                                   "SELECT series, next_index FROM series WHERE series = ANY($1)"};
constexpr sql::Statement kAllCounters{"emission.series.all_counters",
                                      "SELECT series, next_index FROM series"};
// Gaps are read after the counters, so that there are never too few of them.
constexpr sql::Statement kGapsAfter{"emission.gaps.after",
                                    "SELECT series, idx FROM series_gap WHERE series > $1"};
constexpr sql::Statement kGaps{"emission.gaps", "SELECT series, idx FROM series_gap WHERE series = ANY($1)"};

template <class... Args>
Result<std::map<std::int32_t, std::vector<std::int64_t>>> read_gaps(sql::Connection& connection,
                                                                    sql::Statement const& statement,
                                                                    Args const&... args) {
  std::map<std::int32_t, std::vector<std::int64_t>> gaps;
  TAMGA_ASSIGN(rows, connection.query(statement, args...));
  TAMGA_TRY(rows.each(
      [&](sql::Row const& row) { gaps[static_cast<std::int32_t>(row.int64(0))].push_back(row.int64(1)); }));
  return gaps;
}

Result<std::vector<std::pair<ledger::SeriesNo, std::int64_t>>> read_counts(sql::Rows& rows) {
  std::vector<std::pair<ledger::SeriesNo, std::int64_t>> counts;
  TAMGA_TRY(rows.each(
      [&](sql::Row const& row) { counts.emplace_back(row.as<ledger::SeriesNo>(0), row.int64(1)); }));
  return counts;
}

Error unknown(ledger::SeriesNo series) {
  return Error(kSeriesUnknown).with("series", std::to_string(series.value()));
}

/// What is only said of goods: layout, serials, template and group.
Result<void> read_item(sql::Row const& row, country::Country const& country, Series& series) {
  auto const layout = gs1::CodeLayout::parse(row.text(3));
  auto const alphabet = gs1::find_serial_alphabet(row.text(4));
  std::string_view const digit = row.text(5);
  series.template_id = country::TemplateId(static_cast<std::uint32_t>(row.int64(7)));
  auto const forms = country.forms_of(series.template_id);
  if (!layout || !alphabet || forms.empty())
    return fail(unknown(series.number).log("row of the table series"));
  series.gtin = gs1::Gtin::from_number(static_cast<std::uint64_t>(row.int64(2)));
  series.layout = *layout;
  series.serial = {*alphabet, static_cast<std::uint8_t>(layout->serial_length()),
                   digit.empty() ? '\0' : digit[0]};
  series.group = forms.front()->group;
  return {};
}

}  // namespace

SeriesBook::SeriesBook(sql::Store& store, country::Country const& country, crypto::KeyRing const& keys)
    : store_(&store), country_(&country), keys_(&keys) {}
SeriesBook::~SeriesBook() = default;

Result<std::unique_ptr<SeriesBook>> SeriesBook::open(sql::Store& store, country::Country const& country,
                                                     crypto::KeyRing const& keys) {
  std::unique_ptr<SeriesBook> book(new SeriesBook(store, country, keys));
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_TRY(book->load_new(*reader));
  return book;
}

Result<std::unique_ptr<SeriesBook::Entry>> SeriesBook::read_entry(sql::Row const& row) const {
  Series series;
  series.number = row.as<ledger::SeriesNo>(0);
  series.kind = row.as<SeriesKind>(1);
  series.sscc_prefix = row.int64(6);
  series.serial_key_id = row.text(8);
  if (!series.is_transport()) TAMGA_TRY(read_item(row, *country_, series));
  return std::make_unique<Entry>(std::move(series), row.int64(9));
}

Result<bool> SeriesBook::load_new(sql::Connection& connection) {
  std::int32_t after = 0;
  {
    std::shared_lock const lock(mutex_);
    after = read_up_to_;
  }
  std::vector<std::unique_ptr<Entry>> found;
  TAMGA_ASSIGN(rows, connection.query(kSeriesAfter, after));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(entry, read_entry(row));
    found.push_back(std::move(entry));
    return {};
  }));
  if (found.empty()) return false;
  TAMGA_ASSIGN(gaps, read_gaps(connection, kGapsAfter, after));
  for (auto& entry : found) {
    auto const of_entry = gaps.find(entry->series.number.value());
    if (of_entry != gaps.end()) entry->leave_out(of_entry->second);
  }
  std::unique_lock const lock(mutex_);
  read_up_to_ = std::max(read_up_to_, found.back()->series.number.value());
  bool news = false;
  for (auto& entry : found) {
    auto const known = by_number_.find(entry->series.number.value());
    if (known != by_number_.end()) {
      if (auto const more = entry->left_out()) known->second->leave_out(*more);
      news = known->second->raise(entry->next_index) || news;
    } else {
      add(std::move(entry));
      news = true;
    }
  }
  return news;
}

void SeriesBook::add(std::unique_ptr<Entry> entry) {
  Entry* const added = entry.get();
  entries_.push_back(std::move(entry));
  Series const& series = added->series;
  auto const [place, fresh] = by_number_.emplace(series.number.value(), added);
  // Published here after another thread has read it from the table: the pointers to both stay good.
  if (!fresh) {
    if (auto const gaps = added->left_out()) place->second->leave_out(*gaps);
    place->second->raise(added->next_index);
    return;
  }
  if (series.kind == SeriesKind::Sscc) {
    by_sscc_prefix_.emplace(series.sscc_prefix, added);
  } else if (series.kind == SeriesKind::OwnFormat) {
    own_format_ = added;
  } else {
    Entry*& first = by_gtin_[series.gtin.number()];
    Entry** last = &first;
    while (*last != nullptr && (*last)->series.number < series.number) last = &(*last)->next_of_gtin;
    added->next_of_gtin = std::exchange(*last, added);
  }
}

SeriesBook::Entry* SeriesBook::entry_of(ledger::SeriesNo number) const {
  std::shared_lock const lock(mutex_);
  auto const found = by_number_.find(number.value());
  return found == by_number_.end() ? nullptr : found->second;
}

Series const* SeriesBook::find(ledger::SeriesNo number) const {
  Entry const* const entry = entry_of(number);
  return entry == nullptr ? nullptr : &entry->series;
}

Series const* SeriesBook::find_sscc(std::int64_t prefix) const {
  std::shared_lock const lock(mutex_);
  auto const found = by_sscc_prefix_.find(prefix);
  return found == by_sscc_prefix_.end() ? nullptr : &found->second->series;
}

Series const* SeriesBook::find_own_format() const {
  std::shared_lock const lock(mutex_);
  return own_format_ == nullptr ? nullptr : &own_format_->series;
}

void SeriesBook::of_gtin(gs1::Gtin gtin, std::vector<Series const*>& out) const {
  out.clear();
  std::shared_lock const lock(mutex_);
  auto const found = by_gtin_.find(gtin.number());
  if (found == by_gtin_.end()) return;
  for (Entry const* entry = found->second; entry != nullptr; entry = entry->next_of_gtin)
    out.push_back(&entry->series);
}

Result<void> SeriesBook::known_of_gtin(gs1::Gtin gtin, std::vector<Known>& out) const {
  out.clear();
  std::shared_lock const lock(mutex_);
  auto const found = by_gtin_.find(gtin.number());
  if (found == by_gtin_.end()) return {};
  for (Entry* entry = found->second; entry != nullptr; entry = entry->next_of_gtin) {
    Known one{&entry->series, nullptr, static_cast<std::uint64_t>(entry->next_index.load()), nullptr};
    one.gaps = entry->left_out();
    if (entry->series.kind == SeriesKind::Operator) {
      TAMGA_ASSIGN(permutation, permutation_of(*entry));
      one.permutation = permutation;
    }
    out.push_back(std::move(one));
  }
  return {};
}

std::int64_t SeriesBook::issued(Series const& series) const {
  if (series.kind == SeriesKind::Sscc) return kSsccsOfPrefix;
  Entry const* const entry = entry_of(series.number);
  return entry == nullptr ? 0 : entry->next_index.load();
}

SeriesBook::Gaps SeriesBook::gaps(Series const& series) const {
  Entry* const entry = entry_of(series.number);
  return entry == nullptr ? nullptr : entry->left_out();
}

Result<crypto::SerialPermutation const*> SeriesBook::permutation(Series const& series) const {
  Entry* const entry = entry_of(series.number);
  if (entry == nullptr || series.kind != SeriesKind::Operator) return fail(unknown(series.number));
  return permutation_of(*entry);
}

Result<crypto::SerialPermutation const*> SeriesBook::permutation_of(Entry& entry) const {
  if (auto const* const ready = entry.permutation.load()) return ready;
  std::lock_guard const lock(entry.making);
  if (entry.made == nullptr) {
    Series const& series = entry.series;
    std::string const gtin = series.gtin.text();
    TAMGA_ASSIGN(key, keys_->derive_serial_key(series.serial_key_id, gtin, series.layout.text()));
    TAMGA_ASSIGN(format, format_of(series.serial));
    entry.made = std::make_unique<crypto::SerialPermutation const>(key, gtin, format);
    entry.permutation.store(entry.made.get());
  }
  return entry.made.get();
}

Result<std::shared_ptr<crypto::SerialFormat const>> SeriesBook::format_of(gs1::SerialRule const& rule) const {
  std::string_view const digit(&rule.country_digit, rule.country_digit == '\0' ? 0 : 1);
  std::string name(name_of(rule.alphabet));
  name.append(" ").append(std::to_string(rule.length)).append(" ").append(digit);
  std::lock_guard const lock(formats_mutex_);
  auto& kept = formats_[name];
  if (kept == nullptr) {
    TAMGA_ASSIGN(made, crypto::SerialFormat::make(symbols_of(rule.alphabet), rule.length, digit));
    kept = std::move(made);
  }
  return kept;
}

bool SeriesBook::take_in(Counts const& counts, GapsOf const& gaps) {
  bool news = false;
  for (auto const& [number, next] : counts) {
    Entry* const entry = entry_of(number);
    if (entry == nullptr) continue;
    auto const of_entry = gaps.find(number.value());
    if (of_entry != gaps.end()) entry->leave_out(of_entry->second);
    news = entry->raise(next) || news;
  }
  return news;
}

Result<bool> SeriesBook::catch_up(std::span<ledger::SeriesNo const> touched) {
  if (store_->engine() == sql::Engine::Sqlite) return false;
  std::vector<std::int64_t> numbers;
  for (ledger::SeriesNo const number : touched) numbers.push_back(number.value());
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(new_series, load_new(*reader));
  if (numbers.empty()) return new_series;
  std::span<std::int64_t const> const keys = numbers;
  TAMGA_ASSIGN(rows, reader->query(kCounters, keys));
  TAMGA_ASSIGN(counts, read_counts(rows));
  TAMGA_ASSIGN(gaps, read_gaps(*reader, kGaps, keys));
  return take_in(counts, gaps) || new_series;
}

Result<void> SeriesBook::refresh() {
  if (store_->engine() == sql::Engine::Sqlite) return {};
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_TRY(load_new(*reader));
  TAMGA_ASSIGN(rows, reader->query(kAllCounters));
  TAMGA_ASSIGN(counts, read_counts(rows));
  TAMGA_ASSIGN(gaps, read_gaps(*reader, kGapsAfter, 0));
  take_in(counts, gaps);
  return {};
}

}  // namespace tamga::emission
