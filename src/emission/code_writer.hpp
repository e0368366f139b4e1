// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "emission/order.hpp"
#include "emission/series_book.hpp"
#include "emission/tail_keys.hpp"

namespace tamga::emission {

/// How codes are written into a packet: one a line. Separators inside codes (GS) are real in Text and Csv,
/// escaped in JSON. Text: the code and a line feed. Csv: one quoted field, RFC 4180, so lines end in CR LF
/// and there is no heading. JsonLines: {"code":"..."} and a line feed.
enum class PacketFormat : std::uint8_t { Text, Csv, JsonLines };

/// Writes the codes of an order line as they are printed, tails included. Nothing is stored of them: any part
/// can be written again at any time and comes out the same. Batches; no allocation per code. One thread per
/// object.
class CodeWriter {
 public:
  /// `book`, `tails` and `store` outlive the writer. Errors: SERIES_UNKNOWN, KEY_UNKNOWN when the ring has
  /// lost the line's key, PRICE_REFUSED when the layout needs a price.
  static Result<CodeWriter> make(OrderLine const& line, SeriesBook& book, TailKeys const& tails,
                                 sql::Store& store, PacketFormat format);

  /// Appends lines for codes [from, from + count) of the line (asserted), counted from 0 in the order in
  /// which they were handed out. For self-made serials reads them from the database.
  Result<void> write(std::int64_t from, std::int64_t count, std::string& out);

 private:
  struct State;
  explicit CodeWriter(std::shared_ptr<State> state) : state_(std::move(state)) {}
  std::shared_ptr<State> state_;
};

}  // namespace tamga::emission
