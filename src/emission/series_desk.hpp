// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "emission/series_book.hpp"
#include "gs1/sscc.hpp"
#include "ledger/code_set.hpp"
#include "sql/connection.hpp"

namespace tamga::emission {

/// What the documents of one transaction add to the series: new series, indexes handed out, serials brought. The
/// documents see each other's additions; the book shows them after `publish`. One thread, one transaction; drop it if the
/// transaction fails. Two processes that hand out from one counter: the later gets STORE_CONFLICT from `write`.
class SeriesDesk {
 public:
  SeriesDesk(SeriesBook& book, sql::Connection& connection);

  /// The series of a GTIN under a template, new if need be. `kind` is Operator or SelfMade.
  Result<Series const*> of_item(gs1::Gtin gtin, country::CodeTemplate const& code_template, SeriesKind kind);
  /// How many codes the series can still hand out, those of this transaction counted.
  [[nodiscard]] std::int64_t room(Series const& series) const;
  /// The next `quantity` indexes as codes. Skips indexes whose serial a participant has brought already, which is why the
  /// answer may be more than one range. The caller has asked for `room`.
  Result<ledger::CodeSet> reserve(Series const& series, std::int64_t quantity);

  /// Positions (ascending) of serials that cannot be brought: there already, or twice in the list, or an issued code of the
  /// operator's series of the same GTIN.
  Result<std::vector<std::size_t>> taken(Series const& self_made, std::span<std::string_view const> serials);
  /// Gives the serials the next indexes of their series, in their order. The caller has asked for `taken`.
  Result<ledger::CodeRange> bring(Series const& self_made, std::span<std::string_view const> serials);

  /// The code of a transport unit that may not be known yet. `text`: canonical identity of a scan (`00` + SSCC, or a code in
  /// the participant's own format).
  Result<ledger::CodeNo> transport_code(std::string_view identity);

  Result<void> write();
  /// After the commit.
  void publish();

 private:
  struct Counter;
  Counter& counter(Series const& series);
  Result<Series const*> create(Series series, std::int64_t next_index);

  SeriesBook* book_;
  sql::Connection* connection_;
  std::map<std::int32_t, std::unique_ptr<Counter>> counters_;
  std::vector<std::unique_ptr<Series>> created_;
  struct Brought;
  std::vector<Brought> brought_;
};

}  // namespace tamga::emission
