// SPDX-License-Identifier: Apache-2.0
#include "emission/resolver.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "emission/custom_serials.hpp"
#include "emission/resolver_work.hpp"
#include "gs1/serial.hpp"
#include "ledger/errors.hpp"

namespace tamga::emission {
namespace {

constexpr std::size_t kChunk = 512;

}  // namespace

Resolver::Resolver(SeriesBook& book, TailKeys const& tails, sql::Store& store)
    : book_(&book), tails_(&tails), store_(&store) {}

Result<void> Resolver::resolve(std::span<std::string_view const> texts, Tails tails,
                               std::span<Resolved> out) const {
  assert(out.size() == texts.size());
  Work work(*book_, *tails_, *store_);
  work.texts = texts;
  work.tails = tails;
  work.out = out;
  work.reserve(std::min(texts.size(), kChunk));
  std::vector<std::size_t> places(texts.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  TAMGA_TRY(resolve_some(work, places));
  if (store_->engine() == sql::Engine::Sqlite) return {};
  std::erase_if(places, [&](std::size_t place) { return out[place].error != &ledger::kCodeNotIssued; });
  if (places.empty()) return {};
  TAMGA_ASSIGN(news, book_->catch_up(work.series_of.seen()));
  if (!news) return {};
  work.series_of.forget();
  return resolve_some(work, places);
}

Result<void> Resolver::resolve_some(Work& work, std::span<std::size_t const> places) const {
  for (std::size_t i = 0; i < places.size(); i += kChunk) {
    for (std::size_t const place : places.subspan(i, std::min(kChunk, places.size() - i)))
      TAMGA_TRY(work.take(place));
    work.find_issued();
  }
  return work.look_up();
}

Result<Reading> Resolver::read(std::string_view text) const {
  Work work(*book_, *tails_, *store_);
  TAMGA_ASSIGN(scan, parse(work, text));
  Reading reading{std::move(scan), nullptr, {}, Reading::Tail::Absent};
  TAMGA_TRY(judge(work, reading));
  if (reading.code == ledger::CodeNo()) {
    TAMGA_ASSIGN(news, book_->catch_up(work.series_of.seen()));
    if (news) {
      work.series_of.forget();
      TAMGA_TRY(judge(work, reading));
    }
  }
  if (reading.tail != Reading::Tail::Wrong) return reading;
  auto swapped = parse(work, gs1::swap_case(reading.scan.marking_code()));
  if (!swapped) return reading;
  Reading other{std::move(*swapped), nullptr, {}, Reading::Tail::Absent};
  TAMGA_TRY(judge(work, other));
  if (other.tail != Reading::Tail::Genuine) return reading;
  other.scan.diagnoses = reading.scan.diagnoses;
  other.scan.diagnoses.add(gs1::Diagnosis::CapsLock);
  return other;
}

Result<gs1::Scan> Resolver::parse(Work& work, std::string_view text) const {
  auto scan = work.parse(text);
  if (work.failure) return fail(*work.failure);
  return scan;
}

/// Fills in series, code and tail of a scan.
Result<void> Resolver::judge(Work& work, Reading& reading) const {
  if (reading.scan.code.sscc) {
    reading.code = code_of_sscc(*book_, reading.scan.code.sscc, &reading.series);
    return {};
  }
  TAMGA_TRY(work.take_parsed(0, reading.scan.code));
  std::vector<Claim> claims = std::move(work.claims);
  claims.insert(claims.end(), work.custom.begin(), work.custom.end());
  work.claims.clear();
  work.custom.clear();
  Claim const* chosen = claims.empty() ? nullptr : &claims.front();
  for (Claim const& claim : claims) {
    std::int64_t index = kNotBrought;
    if (claim.on_operator()) {
      auto const found = claim.candidate->permutation->index_of(claim.serial);
      if (claim.candidate->has(found)) index = static_cast<std::int64_t>(found);
    } else {
      CustomKey const key{claim.series->number, claim.serial};
      TAMGA_ASSIGN(reader, store_->reader());
      TAMGA_TRY(find_custom(*reader, {&key, 1}, {&index, 1}));
    }
    if (index == kNotBrought) continue;
    chosen = &claim;
    reading.code = ledger::code_no(claim.series->number, index);
    break;
  }
  if (chosen == nullptr) return {};
  reading.series = chosen->series;
  if (!chosen->has_tail()) return {};
  bool genuine = false;
  work.check.verify({&chosen->tail, 1}, &genuine);
  reading.tail = genuine ? Reading::Tail::Genuine : Reading::Tail::Wrong;
  return {};
}

}  // namespace tamga::emission
