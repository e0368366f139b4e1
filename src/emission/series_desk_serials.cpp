// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cassert>

#include "emission/custom_serials.hpp"
#include "emission/series_counter.hpp"
#include "emission/series_desk.hpp"
#include "ledger/errors.hpp"
#include "sql/text_hash.hpp"

// How the desk keeps serials of one GTIN apart: those it hands out, and those participants bring.
namespace tamga::emission {
namespace {

constexpr sql::Statement kGoneIndexes{
    "emission.custom.of_operator",
    "SELECT operator_idx FROM custom_serial "
    "WHERE operator_series = $1 AND operator_idx >= $2 AND operator_idx < $3"};

constexpr std::size_t kChunk = 1024;

/// The two series of one template: what participants bring, and what the operator makes.
bool are_twins(Series const& a, Series const& b) {
  if (a.kind == SeriesKind::Foreign || b.kind == SeriesKind::Foreign) return false;
  return a.kind != b.kind && a.layout == b.layout && a.serial.alphabet == b.serial.alphabet &&
         a.serial.country_digit == b.serial.country_digit;
}

}  // namespace

Result<SeriesDesk::Family> SeriesDesk::family(Series const& series) {
  TAMGA_TRY(catch_up());
  std::vector<Series const*> all;
  book_->of_gtin(series.gtin, all);
  for (auto const& entry : created_) all.push_back(&entry->series);
  Family members;
  for (Series const* one : all) {
    if (!series.shares_identities(*one)) continue;
    TAMGA_ASSIGN(found, counter(*one));
    members.push_back(found);
  }
  return members;
}

/// Whoever hands out or brings writes the rows of all operator's series of the family, so that two processes
/// which could not see each other's serials cannot both commit.
void SeriesDesk::guard(Family const& family) {
  for (Counter* const counter : family)
    if (counter->is(SeriesKind::Operator)) counter->guarded = true;
}

Result<ledger::CodeSet> SeriesDesk::reserve(Series const& series, std::int64_t quantity) {
  assert(series.kind == SeriesKind::Operator && quantity > 0);
  TAMGA_ASSIGN(codes, next(series, quantity));
  take(series, codes);
  return std::move(codes);
}

Result<ledger::CodeSet> SeriesDesk::next(Series const& series, std::int64_t quantity) {
  TAMGA_ASSIGN(members, family(series));
  TAMGA_ASSIGN(own, counter(series));
  ledger::CodeSet codes;
  std::int64_t at = own->next;
  if (series.kind != SeriesKind::Operator) {
    if (quantity > series.capacity() - at) return fail(ledger::kSeriesExhausted);
    if (series.kind == SeriesKind::SelfMade) TAMGA_TRY(operator_twin(series, members));
    codes.add({ledger::code_no(series.number, at), quantity});
    return codes;
  }
  for (std::int64_t left = quantity; left > 0;) {
    if (left > series.capacity() - at) return fail(ledger::kSeriesExhausted);
    TAMGA_ASSIGN(gone, blocked(*own, members, at, left));
    std::int64_t const end = at + left;
    gone.push_back(end);
    for (std::int64_t const stop : gone) {
      if (stop > at) codes.add({ledger::code_no(series.number, at), stop - at});
      left -= stop - at;
      at = std::min(stop + 1, end);
    }
  }
  return codes;
}

void SeriesDesk::take(Series const& series, ledger::CodeSet const& codes) {
  // `next` has read everything that is asked here.
  auto const own = counter(series);
  auto const members = family(series);
  assert(own && members && !codes.empty());
  for (ledger::CodeRange const& range : codes.ranges()) {
    std::int64_t const first = ledger::index_of(range.first);
    while ((*own)->next < first) (*own)->gaps.push_back((*own)->next++);
    (*own)->next = first + range.count;
  }
  guard(*members);
}

Result<std::vector<std::int64_t>> SeriesDesk::blocked(Counter const& counter, Family const& family,
                                                      std::int64_t first, std::int64_t count) {
  std::vector<std::int64_t> gone;
  std::vector<Counter*> others;
  for (Counter* const other : family) {
    if (other == &counter || other->next == 0) continue;
    // What was issued abroad never begins with the digit of this country.
    if (other->is(SeriesKind::Foreign) && counter.series().serial.country_digit != '\0') continue;
    if (!are_twins(other->series(), counter.series())) {
      others.push_back(other);
      continue;
    }
    TAMGA_ASSIGN(rows, connection_->query(kGoneIndexes, counter.series().number, first, first + count));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { gone.push_back(row.int64(0)); }));
    for (Brought const& one : brought_) {
      if (one.operator_series == counter.series().number && one.operator_index >= first &&
          one.operator_index < first + count)
        gone.push_back(one.operator_index);
    }
  }
  if (!others.empty()) TAMGA_TRY(block_others(counter, others, first, count, gone));
  std::sort(gone.begin(), gone.end());
  gone.erase(std::unique(gone.begin(), gone.end()), gone.end());
  return gone;
}

/// Series of other templates have other permutations: the serials must be made to be compared.
Result<void> SeriesDesk::block_others(Counter const& counter, std::span<Counter* const> others,
                                      std::int64_t first, std::int64_t count,
                                      std::vector<std::int64_t>& blocked) {
  TAMGA_ASSIGN(permutation, book_->permutation_of(*counter.entry));
  std::size_t const size = counter.series().serial.length;
  std::string text(kChunk * size, '\0');
  std::vector<std::string_view> serials;
  for (std::int64_t done = 0; done < count; done += static_cast<std::int64_t>(serials.size())) {
    auto const chunk = std::min(kChunk, static_cast<std::size_t>(count - done));
    permutation->serials(static_cast<std::uint64_t>(first + done), chunk, text.data(), size);
    serials.clear();
    for (std::size_t i = 0; i < chunk; ++i) serials.emplace_back(text.data() + i * size, size);
    TAMGA_ASSIGN(used, in_use(others, serials));
    for (std::size_t i = 0; i < chunk; ++i)
      if (used[i]) blocked.push_back(first + done + static_cast<std::int64_t>(i));
  }
  return {};
}

/// Which serials one of the series has handed out or was brought.
Result<std::vector<bool>> SeriesDesk::in_use(std::span<Counter* const> family,
                                             std::span<std::string_view const> serials) {
  std::vector<bool> used(serials.size());
  std::vector<std::uint64_t> indexes(serials.size());
  std::vector<std::int64_t> brought(serials.size());
  std::vector<CustomKey> keys(serials.size());
  for (Counter* const member : family) {
    if (member->next == 0) continue;
    if (member->is(SeriesKind::Operator)) {
      TAMGA_ASSIGN(permutation, book_->permutation_of(*member->entry));
      permutation->indexes(serials, indexes.data());
      for (std::size_t i = 0; i < serials.size(); ++i)
        // The serial of a gap is in use too, elsewhere.
        if (indexes[i] < static_cast<std::uint64_t>(member->next)) used[i] = true;
      continue;
    }
    ledger::SeriesNo const number = member->series().number;
    for (std::size_t i = 0; i < serials.size(); ++i) keys[i] = {number, serials[i]};
    TAMGA_TRY(find_custom(*connection_, keys, brought));
    for (std::size_t i = 0; i < serials.size(); ++i)
      if (brought[i] != kNotBrought || find_brought(number, serials[i]) != kNotBrought) used[i] = true;
  }
  return used;
}

Result<std::vector<std::size_t>> SeriesDesk::taken(Series const& brought,
                                                   std::span<std::string_view const> serials) {
  assert(brought.kind == SeriesKind::SelfMade || brought.kind == SeriesKind::Foreign);
  TAMGA_ASSIGN(members, family(brought));
  TAMGA_ASSIGN(used, in_use(members, serials));
  boost::unordered_flat_set<std::string_view, sql::TextHash> seen;
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < serials.size(); ++i)
    if (!seen.insert(serials[i]).second || used[i]) positions.push_back(i);
  return positions;
}

Result<ledger::CodeRange> SeriesDesk::bring(Series const& brought,
                                            std::span<std::string_view const> serials) {
  assert(brought.kind == SeriesKind::SelfMade || brought.kind == SeriesKind::Foreign);
  TAMGA_ASSIGN(codes, next(brought, static_cast<std::int64_t>(serials.size())));
  take(brought, serials);
  return codes.ranges().front();
}

/// The operator's series of the same template, with its permutation made.
Result<SeriesDesk::Counter*> SeriesDesk::operator_twin(Series const& brought, Family const& family) {
  auto const twin = std::find_if(family.begin(), family.end(),
                                 [&](Counter const* member) { return are_twins(member->series(), brought); });
  assert(twin != family.end());
  TAMGA_TRY(book_->permutation_of(*(*twin)->entry));
  return *twin;
}

void SeriesDesk::take(Series const& brought, std::span<std::string_view const> serials) {
  // `next` has read and made everything that is asked here.
  auto const own = counter(brought);
  auto const members = family(brought);
  assert(own && members);
  if (brought.kind == SeriesKind::Foreign) {
    for (std::string_view const serial : serials) add_brought(**own, serial, nullptr, crypto::kNoIndex);
    guard(*members);
    return;
  }
  auto const twin = operator_twin(brought, *members);
  assert(twin);
  auto const permutation = book_->permutation_of(*(*twin)->entry);
  assert(permutation);
  std::vector<std::uint64_t> indexes(serials.size());
  (*permutation)->indexes(serials, indexes.data());
  for (std::size_t i = 0; i < serials.size(); ++i) {
    assert(brought.serial.check(serials[i]));
    add_brought(**own, serials[i], &(*twin)->series(), indexes[i]);
  }
  guard(*members);
}

std::int64_t SeriesDesk::find_brought(ledger::SeriesNo series, std::string_view serial) const {
  if (brought_.empty()) return kNotBrought;
  auto const [first, last] = brought_by_hash_.equal_range(serial_hash(serial));
  for (auto it = first; it != last; ++it)
    if (it->second->series == series && it->second->serial == serial) return it->second->index;
  return kNotBrought;
}

ledger::CodeNo SeriesDesk::add_brought(Counter& counter, std::string_view serial, Series const* operators,
                                       std::uint64_t operator_index) {
  bool const known = operators != nullptr && operator_index != crypto::kNoIndex;
  Brought& one = brought_.emplace_back();
  one.serial = serial;
  one.hash = serial_hash(serial);
  one.series = counter.series().number;
  one.index = counter.next++;
  if (known) {
    one.operator_series = operators->number;
    one.operator_index = static_cast<std::int64_t>(operator_index);
  }
  counter.guarded = true;
  brought_by_hash_.emplace(one.hash, &one);
  return ledger::code_no(one.series, one.index);
}

}  // namespace tamga::emission
