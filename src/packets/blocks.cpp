// SPDX-License-Identifier: Apache-2.0
#include "packets/blocks.hpp"

#include <algorithm>

#include "packets/tables.hpp"

namespace tamga::packets {
namespace {

std::int64_t first_number(sql::Row const& row) { return row.int64(0); }

Block read_block(sql::Row const& row) {
  return {.number = row.int64(0),
          .from = row.int64(1),
          .count = row.int64(2) - row.int64(1),
          .times = row.int64(3),
          .first_at = row.as<UnixMs>(4),
          .last_at = row.as<UnixMs>(5),
          .first_by = std::string(row.text(6)),
          .last_by = std::string(row.text(7))};
}

}  // namespace

Result<std::int64_t> note_block(sql::Connection& connection, Stretch const& stretch, std::string const& by,
                                UnixMs now) {
  auto const& [order, line, from, count] = stretch;
  std::int64_t const end = from + count;
  TAMGA_TRY(connection.execute(kTouchLine, order, line));
  TAMGA_ASSIGN(again, connection.execute(kAgain, order, line, from, end, now, by));
  if (again > 0) {
    TAMGA_ASSIGN(number, connection.find(kNumberOf, first_number, order, line, from, end));
    return number.value_or(0);
  }
  TAMGA_TRY(connection.execute(kCountBlock, order, line));
  TAMGA_ASSIGN(number, connection.find(kBlocks, first_number, order, line));
  TAMGA_TRY(connection.execute(kPutBlock, order, line, number.value_or(0), from, end, now, by));
  return number.value_or(0);
}

Result<bool> was_noted(sql::Connection& connection, Stretch const& stretch) {
  TAMGA_ASSIGN(number, connection.find(kNumberOf, first_number, stretch.order, stretch.line, stretch.from,
                                       stretch.from + stretch.count));
  return number.has_value();
}

Result<std::int64_t> reach_of(sql::Connection& connection, emission::OrderNo order, int line,
                              std::int64_t known) {
  while (true) {
    TAMGA_ASSIGN(further, connection.find(
                              kReach, [](sql::Row const& row) { return row.optional_int64(0).value_or(0); },
                              order, line, known));
    if (!further || *further <= known) return known;
    known = *further;
  }
}

Result<std::vector<Block>> blocks_of(sql::Connection& connection, emission::OrderNo order, int line,
                                     std::int64_t after, int limit) {
  std::vector<Block> out;
  TAMGA_ASSIGN(rows, connection.query(kBlocksOf, order, line, after, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read_block(row)); }));
  return out;
}

Result<std::optional<Block>> find_block(sql::Connection& connection, emission::OrderNo order, int line,
                                        std::int64_t number) {
  return connection.find(kBlock, read_block, order, line, number);
}

Result<std::vector<Part>> given_out(sql::Connection& connection, emission::OrderNo order, int line,
                                    std::int64_t known) {
  std::vector<Part> parts;
  if (known > 0) parts.push_back({0, known});
  TAMGA_ASSIGN(rows, connection.query(kStretches, order, line));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    Part const next{row.int64(0), row.int64(1)};
    if (parts.empty() || next.from > parts.back().end)
      parts.push_back(next);
    else
      parts.back().end = std::max(parts.back().end, next.end);
  }));
  return parts;
}

Result<std::int64_t> fetched_codes(sql::Connection& connection, emission::OrderNo order, int line) {
  TAMGA_ASSIGN(parts, given_out(connection, order, line, 0));
  std::int64_t codes = 0;
  for (Part const& part : parts) codes += part.end - part.from;
  return codes;
}

}  // namespace tamga::packets
