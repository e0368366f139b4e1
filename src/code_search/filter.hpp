// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "documents/lots.hpp"
#include "emission/series_book.hpp"
#include "gs1/gtin.hpp"
#include "ledger/ledger.hpp"

namespace tamga::code_search {

/// Which codes of a holder are meant. What is not said is not asked.
struct Filter {
  ledger::ParticipantNo holder;
  std::optional<gs1::Gtin> gtin;
  std::optional<ledger::DocumentNo> order;  ///< that ordered them
  std::optional<ledger::CodeStatus> status;
  std::optional<UnixMs> emitted_from;    ///< ordered then or later, as far as the order is known
  std::optional<UnixMs> emitted_before;  ///< earlier than that
  std::optional<Date> produced_from;  ///< both ends in
  std::optional<Date> produced_to;
  std::optional<Date> expires_from;
  std::optional<Date> expires_to;
  std::optional<std::string> batch;  ///< series or batch of the maker, as it was said
  std::optional<bool> packed;        ///< lies in a package
  std::optional<std::string> place;  ///< of business, for which the holder ordered them
  /// Whether codes of a product group are meant; transport units have none and always are.
  std::function<bool(std::string_view group)> works_with_group{};

  [[nodiscard]] bool asks_of_lots() const {
    return order || emitted_from || emitted_before || produced_from || produced_to || expires_from ||
           expires_to || batch || place;
  }
  /// Whether the balances of the ledger alone can answer how many there are.
  [[nodiscard]] bool known_to_stock() const { return !asks_of_lots() && !packed; }
};

/// Where codes are found; all of it outlives a search.
struct Sources {
  ledger::Ledger& ledger;
  emission::SeriesBook& series;
  documents::LotBook& lots;
  sql::Store& store;
};

}  // namespace tamga::code_search
