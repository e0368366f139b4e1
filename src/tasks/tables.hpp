// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::tasks {

/// `task`: what was asked for and how far it is; `state` is `State`. `beat`: when whoever does it last said
/// so. `apart`: `Task::apart`. `attempt` counts beginnings: only the latest may write. `task_chunk`: the file
/// in pieces of equal size but for the last, so that any part of it is found by arithmetic, in whichever
/// process it is asked for.
inline constexpr std::array kMigrations{
    sql::Migration{1, "tasks and their files", R"sql(
CREATE TABLE task (
  task_no {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  kind {text} NOT NULL,
  params {text} NOT NULL,
  made_by {text} NOT NULL,
  file_name {text} NOT NULL,
  media_type {text} NOT NULL,
  state {integer} NOT NULL,
  done {integer} NOT NULL,
  total {integer} NOT NULL,
  bytes {integer} NOT NULL,
  chunks {integer} NOT NULL,
  attempt {integer} NOT NULL,
  beat {integer} NOT NULL,
  made_at {integer} NOT NULL,
  ended_at {integer},
  keep_until {integer} NOT NULL,
  error {text} NOT NULL,
  error_values {text} NOT NULL
) {strict};
CREATE INDEX task_participant ON task (participant, task_no);
CREATE INDEX task_waiting ON task (state, task_no);
CREATE INDEX task_keep ON task (keep_until);
CREATE TABLE task_chunk (
  task_no {integer} NOT NULL,
  chunk {integer} NOT NULL,
  bytes {blob} NOT NULL,
  PRIMARY KEY (task_no, chunk)
) {strict_keyed};
)sql"},
    sql::Migration{2, "tasks that keep nobody waiting",
                   "ALTER TABLE task ADD COLUMN apart {integer} NOT NULL DEFAULT 0;\n"},
};

inline constexpr sql::Statement kInsert{
    "tasks.insert",
    "INSERT INTO task (task_no, participant, kind, params, made_by, file_name, media_type, state, done, "
    "total, "
    "bytes, chunks, attempt, beat, made_at, keep_until, error, error_values, apart) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 0, $8, 0, 0, 0, 0, $9, $10, '', '', $11)"};
inline constexpr sql::Statement kFind{
    "tasks.find",
    "SELECT task_no, participant, kind, params, made_by, file_name, media_type, state, done, total, bytes, "
    "chunks, attempt, made_at, ended_at, keep_until, error, error_values FROM task WHERE task_no = $1"};
inline constexpr sql::Statement kOf{
    "tasks.of",
    "SELECT task_no, participant, kind, params, made_by, file_name, media_type, state, done, total, bytes, "
    "chunks, attempt, made_at, ended_at, keep_until, error, error_values FROM task "
    "WHERE participant = $1 AND task_no < $2 ORDER BY task_no DESC LIMIT $3"};
/// Open ones, and those whose file is kept with its bytes.
inline constexpr sql::Statement kLoad{
    "tasks.load",
    "SELECT CAST(coalesce(sum(CASE WHEN state <= 2 THEN 1 ELSE 0 END), 0) AS {integer}), "
    "CAST(count(*) AS {integer}), CAST(coalesce(sum(bytes), 0) AS {integer}) FROM task WHERE participant = "
    "$1"};
/// The oldest that waits, or whose maker has not been heard of since $1; of those that stand apart, or of the
/// others.
inline constexpr sql::Statement kNext{
    "tasks.next",
    "SELECT task_no FROM task WHERE (state = 1 OR (state = 2 AND beat < $1)) AND apart = $2 "
    "ORDER BY task_no LIMIT 1"};
inline constexpr sql::Statement kClaim{
    "tasks.claim",
    "UPDATE task SET state = 2, attempt = attempt + 1, beat = $2, done = 0, bytes = 0, chunks = 0 "
    "WHERE task_no = $1 AND (state = 1 OR (state = 2 AND beat < $3))"};
inline constexpr sql::Statement kProgress{
    "tasks.progress",
    "UPDATE task SET done = $3, bytes = $4, chunks = $5, beat = $6 WHERE task_no = $1 AND attempt = $2 AND "
    "state = 2"};
inline constexpr sql::Statement kPutChunk{
    "tasks.chunk.put", "INSERT INTO task_chunk (task_no, chunk, bytes) VALUES ($1, $2, $3)"};
inline constexpr sql::Statement kEnd{
    "tasks.end",
    "UPDATE task SET state = $3, ended_at = $4, keep_until = $5, error = $6, error_values = $7 "
    "WHERE task_no = $1 AND attempt = $2 AND state = 2"};
inline constexpr sql::Statement kGiveBack{
    "tasks.give_back", "UPDATE task SET state = 1 WHERE task_no = $1 AND attempt = $2 AND state = 2"};
/// Of the one process that owns a folder: nobody else can be at them.
inline constexpr sql::Statement kGiveBackAll{"tasks.give_back_all",
                                             "UPDATE task SET state = 1 WHERE state = 2"};
inline constexpr sql::Statement kCancel{
    "tasks.cancel",
    "UPDATE task SET state = 5, ended_at = $2, bytes = 0, chunks = 0 WHERE task_no = $1 AND state <= 3"};
inline constexpr sql::Statement kDropChunks{"tasks.chunks.drop", "DELETE FROM task_chunk WHERE task_no = $1"};
inline constexpr sql::Statement kChunk{"tasks.chunk",
                                       "SELECT bytes FROM task_chunk WHERE task_no = $1 AND chunk = $2"};
inline constexpr sql::Statement kOverdue{
    "tasks.overdue",
    "SELECT task_no FROM task WHERE keep_until < $1 AND state <> 2 ORDER BY keep_until LIMIT $2"};
inline constexpr sql::Statement kForget{"tasks.forget", "DELETE FROM task WHERE task_no = $1"};

}  // namespace tamga::tasks
