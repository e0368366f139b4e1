// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "emission/series_book.hpp"
#include "ledger/code_set.hpp"
#include "sql/connection.hpp"

namespace tamga::emission {

/// What the documents of one transaction add to the series: new series, indexes handed out, serials brought.
/// The documents see each other's additions; the book shows them after `publish`. One thread, one
/// transaction; drop it if the transaction fails. Two processes that hand out from one counter, or bring
/// serials that the other could hand out: the later gets STORE_CONFLICT from `write`.
class SeriesDesk {
 public:
  /// `connection` is a writer within a transaction; both outlive the desk.
  SeriesDesk(SeriesBook& book, sql::Connection& connection);
  ~SeriesDesk();

  /// The series of a GTIN under a template, new if need be. `kind`: Operator, SelfMade or Foreign. Good until
  /// the desk is dropped, after `publish` for the life of the book.
  Result<Series const*> of_item(gs1::Gtin gtin, country::CodeTemplate const& code_template, SeriesKind kind);
  /// A series of the book or of this transaction; null: none.
  [[nodiscard]] Series const* find(ledger::SeriesNo number) const;
  /// How many codes the series can still hand out, those of this transaction counted. Serials that
  /// participants have brought of the operator's numbers are not, so near its end `reserve` may refuse.
  [[nodiscard]] std::int64_t room(Series const& series) const;
  /// The next `quantity` indexes of an Operator series as codes. Skips indexes whose serial is already in use
  /// elsewhere under the GTIN, which is why the answer may be more than one range. Errors: SERIES_EXHAUSTED,
  /// then nothing was handed out.
  Result<ledger::CodeSet> reserve(Series const& series, std::int64_t quantity);
  /// What `reserve`, or `bring` of so many serials, would give, without taking it: a document is judged with
  /// it and may still be refused. Errors: SERIES_EXHAUSTED.
  Result<ledger::CodeSet> next(Series const& series, std::int64_t quantity);
  /// Takes what `next` gave, with nothing of the GTIN taken in between. Cannot fail.
  void take(Series const& series, ledger::CodeSet const& codes);

  /// Positions (ascending) of serials that cannot be brought: there already, or twice in the list, or an
  /// issued code of the operator of the same GTIN. Serials are whole, country digit included.
  Result<std::vector<std::size_t>> taken(Series const& brought, std::span<std::string_view const> serials);
  /// Gives the serials the next indexes of their series, in their order. The caller has asked for `taken` and
  /// for the form of the serials (asserted). Errors: SERIES_EXHAUSTED.
  Result<ledger::CodeRange> bring(Series const& brought, std::span<std::string_view const> serials);
  /// Gives the serials, in their order, to the codes that `next` gave. Cannot fail.
  void take(Series const& brought, std::span<std::string_view const> serials);

  /// The codes of transport units that may not be known yet. `identities`: canonical identities of scans
  /// (`00` + SSCC, or codes in the participant's own format). Errors: SSCC_CHECK_DIGIT, TRANSPORT_CODE_FORM
  /// with `item` counted from 0.
  Result<void> transport_codes(std::span<std::string_view const> identities, std::span<ledger::CodeNo> out);
  Result<ledger::CodeNo> transport_code(std::string_view identity);

  /// Once, at the end of the transaction. Errors: STORE_CONFLICT: judge the transaction anew.
  Result<void> write();
  /// After the commit.
  void publish();

 private:
  using Entry = SeriesBook::Entry;
  struct Counter;
  struct Brought;
  using Family = std::vector<Counter*>;

  Result<void> catch_up();
  Result<Counter*> counter(Series const& series);
  Entry* find(Series const& facts) const;
  Result<Counter*> find_or_create(Series facts);
  Result<Counter*> create(Series facts);
  Result<std::optional<ledger::CodeNo>> own_sscc(std::string_view identity);
  [[nodiscard]] bool accepts_own_format(std::string_view identity) const;

  Result<void> write_gaps();
  Result<Family> family(Series const& series);
  Result<Counter*> operator_twin(Series const& self_made, Family const& family);
  static void guard(Family const& family);
  Result<std::vector<std::int64_t>> blocked(Counter const& counter, Family const& family, std::int64_t first,
                                            std::int64_t count);
  Result<void> block_others(Counter const& counter, std::span<Counter* const> others, std::int64_t first,
                            std::int64_t count, std::vector<std::int64_t>& blocked);
  Result<std::vector<bool>> in_use(std::span<Counter* const> family,
                                   std::span<std::string_view const> serials);
  [[nodiscard]] std::int64_t find_brought(ledger::SeriesNo series, std::string_view serial) const;
  ledger::CodeNo add_brought(Counter& counter, std::string_view serial, Series const* operators,
                             std::uint64_t operator_index);

  SeriesBook* book_;
  sql::Connection* connection_;
  bool caught_up_ = false;
  std::int32_t next_number_ = 0;  // 0: not asked yet
  std::map<std::int32_t, std::unique_ptr<Counter>> counters_;
  std::vector<std::unique_ptr<Entry>> created_;
  std::deque<Brought> brought_;
  std::unordered_multimap<std::int64_t, Brought const*> brought_by_hash_;
};

}  // namespace tamga::emission
