// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::packets {

inline constexpr std::array kSpread{sql::Distribution{"packet_line", "order_no"},
                                    sql::Distribution{"packet_block", "order_no", "packet_line"}};

/// `packet_line`: how many blocks of an order's line were given out, and how often anything was; writing it
/// first makes two processes that give out the same line wait for each other. `packet_block`: codes
/// [first_code, end_code) of the line, counted from 0, as they were asked for.
inline constexpr std::array kMigrations{
    sql::Migration{1, "blocks of codes that were given out", R"sql(
CREATE TABLE packet_line (
  order_no {integer} NOT NULL,
  line {integer} NOT NULL,
  blocks {integer} NOT NULL,
  fetches {integer} NOT NULL,
  PRIMARY KEY (order_no, line)
) {strict_keyed};
CREATE TABLE packet_block (
  order_no {integer} NOT NULL,
  line {integer} NOT NULL,
  block {integer} NOT NULL,
  first_code {integer} NOT NULL,
  end_code {integer} NOT NULL,
  times {integer} NOT NULL,
  first_at {integer} NOT NULL,
  last_at {integer} NOT NULL,
  first_by {text} NOT NULL,
  last_by {text} NOT NULL,
  PRIMARY KEY (order_no, line, block),
  UNIQUE (order_no, line, first_code, end_code)
) {strict_keyed};
CREATE INDEX packet_block_end ON packet_block (order_no, line, end_code);
)sql",
                   kSpread},
};

inline constexpr sql::Statement kTouchLine{
    "packets.line.touch",
    "INSERT INTO packet_line (order_no, line, blocks, fetches) VALUES ($1, $2, 0, 1) "
    "ON CONFLICT (order_no, line) DO UPDATE SET fetches = packet_line.fetches + 1"};
inline constexpr sql::Statement kAgain{
    "packets.block.again",
    "UPDATE packet_block SET times = times + 1, last_at = $5, last_by = $6 WHERE order_no = $1 AND line = $2 "
    "AND first_code = $3 AND end_code = $4"};
inline constexpr sql::Statement kCountBlock{
    "packets.line.block", "UPDATE packet_line SET blocks = blocks + 1 WHERE order_no = $1 AND line = $2"};
inline constexpr sql::Statement kBlocks{"packets.line.blocks",
                                        "SELECT blocks FROM packet_line WHERE order_no = $1 AND line = $2"};
inline constexpr sql::Statement kPutBlock{"packets.block.put",
                                          "INSERT INTO packet_block (order_no, line, block, first_code, "
                                          "end_code, times, first_at, last_at, first_by, "
                                          "last_by) VALUES ($1, $2, $3, $4, $5, 1, $6, $6, $7, $7)"};
/// How far codes go without a gap from $3 on, as far as blocks show that begin at or before it.
inline constexpr sql::Statement kReach{"packets.line.reach",
                                       "SELECT max(end_code) FROM packet_block WHERE order_no = $1 AND line "
                                       "= $2 AND end_code > $3 AND first_code "
                                       "<= $3"};
inline constexpr sql::Statement kNumberOf{
    "packets.block.number",
    "SELECT block FROM packet_block WHERE order_no = $1 AND line = $2 AND first_code = $3 AND end_code = $4"};
inline constexpr sql::Statement kBlocksOf{
    "packets.blocks.of",
    "SELECT block, first_code, end_code, times, first_at, last_at, first_by, last_by FROM packet_block "
    "WHERE order_no = $1 AND line = $2 AND block > $3 ORDER BY block LIMIT $4"};
inline constexpr sql::Statement kBlock{
    "packets.block",
    "SELECT block, first_code, end_code, times, first_at, last_at, first_by, last_by FROM packet_block "
    "WHERE order_no = $1 AND line = $2 AND block = $3"};
inline constexpr sql::Statement kStretches{
    "packets.stretches",
    "SELECT first_code, end_code FROM packet_block WHERE order_no = $1 AND line = $2 ORDER BY first_code"};

}  // namespace tamga::packets
