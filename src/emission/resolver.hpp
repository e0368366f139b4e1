// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "emission/series_book.hpp"
#include "emission/tail_keys.hpp"
#include "gs1/scan.hpp"
#include "ledger/code_no.hpp"

namespace tamga::emission {

/// Whether the tail of a code is asked for. A tail that is there is always verified.
enum class Tails : std::uint8_t { Optional, Required };

/// What became of one text: the number of its code, or why it is none.
struct Resolved {
  ledger::CodeNo code;               ///< none when refused
  ErrorKind const* error = nullptr;  ///< of gs1, ledger (CODE_NOT_ISSUED) or this room
  bool tail_verified = false;
  Series const* series = nullptr;  ///< of the code; none when refused
  std::string_view identity{};     ///< the part of a canonical text that names the code; of others nothing
};

/// One code read with all patience, for checks and searches by people.
struct Reading {
  gs1::Scan scan;
  Series const* series = nullptr;  ///< none when no code of that kind was ever issued
  ledger::CodeNo code;             ///< none when never issued
  enum class Tail : std::uint8_t { Absent, Genuine, Wrong } tail = Tail::Absent;
};

/// Turns texts into numbers of codes: the tolerant parser, the tail, the permutation backwards, the counter.
/// A code that was never issued is refused by arithmetic; only serials and transport codes brought by
/// participants need the database. Where other processes hand out codes too (PostgreSQL), counters are read
/// anew before a code is refused as never issued. Safe from any thread.
class Resolver {
 public:
  Resolver(SeriesBook& book, TailKeys const& tails, sql::Store& store);

  /// In batches: canonical texts of operator series cost no allocation each. `out[i]` answers `texts[i]`. An
  /// error of the whole is one of the database, or KEY_UNKNOWN when the ring has lost the key of a series.
  /// Refusals: those of gs1::parse_scan, CODE_NOT_ISSUED, TAIL_MISSING, TAIL_WRONG, in this order.
  Result<void> resolve(std::span<std::string_view const> texts, Tails tails, std::span<Resolved> out) const;

  /// One text, with its diagnoses; a tail that fits after swapping the case of letters is taken so
  /// (`caps_lock`). Errors: those of gs1::parse_scan, and of the whole as above.
  Result<Reading> read(std::string_view text) const;

 private:
  struct Work;
  Result<void> resolve_some(Work& work, std::span<std::size_t const> places) const;
  Result<gs1::Scan> parse(Work& work, std::string_view text) const;
  Result<void> judge(Work& work, Reading& reading) const;

  SeriesBook* book_;
  TailKeys const* tails_;
  sql::Store* store_;
};

}  // namespace tamga::emission
