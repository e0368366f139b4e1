// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "emission/order.hpp"
#include "sql/connection.hpp"

namespace tamga::packets {

/// A stretch of an order line's codes that was given out, as it was asked for; it can be asked for again by
/// its number.
struct Block {
  std::int64_t number = 0;  ///< within the line, from 1
  std::int64_t from = 0;    ///< the first code, counted from 0
  std::int64_t count = 0;
  std::int64_t times = 0;  ///< how often it was given out
  UnixMs first_at;
  UnixMs last_at;
  std::string first_by;  ///< the person, or the name of the key
  std::string last_by;
};

/// Codes [from, end) of a line, counted from 0.
struct Part {
  std::int64_t from = 0;
  std::int64_t end = 0;
  [[nodiscard]] bool holds(std::int64_t first, std::int64_t count) const {
    return from <= first && first + count <= end;
  }
  friend bool operator==(Part const&, Part const&) = default;
};

/// Which part of which line.
struct Stretch {
  emission::OrderNo order;
  int line = 0;
  std::int64_t from = 0;
  std::int64_t count = 0;
};

// Within the transaction of `connection`.

/// Notes that a stretch is given out: the same stretch again is the same block. Gives its number. Two
/// processes that note blocks of one line follow each other.
Result<std::int64_t> note_block(sql::Connection& connection, Stretch const& stretch, std::string const& by,
                                UnixMs now);
/// Whether exactly this stretch was given out before.
Result<bool> was_noted(sql::Connection& connection, Stretch const& stretch);
/// How far the line was given out without a gap, from its first code on, when it is known to be at least
/// `known`.
Result<std::int64_t> reach_of(sql::Connection& connection, emission::OrderNo order, int line,
                              std::int64_t known);
/// By number, those above `after`.
Result<std::vector<Block>> blocks_of(sql::Connection& connection, emission::OrderNo order, int line,
                                     std::int64_t after, int limit);
Result<std::optional<Block>> find_block(sql::Connection& connection, emission::OrderNo order, int line,
                                        std::int64_t number);
/// What of the line was given out, in order, in parts that neither touch nor overlap. The first `known` codes
/// were, whatever the blocks say.
Result<std::vector<Part>> given_out(sql::Connection& connection, emission::OrderNo order, int line,
                                    std::int64_t known);
/// How many different codes of the line were given out.
Result<std::int64_t> fetched_codes(sql::Connection& connection, emission::OrderNo order, int line);

}  // namespace tamga::packets
