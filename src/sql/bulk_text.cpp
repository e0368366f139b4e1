// SPDX-License-Identifier: Apache-2.0
// The statements of a Bulk table. Built once, from names that are constants of the program.
#include <fmt/format.h>

#include "sql/bulk.hpp"

namespace tamga::sql {
namespace {

std::string_view array_type(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Integer:
      return "bigint[]";
    case ColumnKind::Text:
      return "text[]";
    case ColumnKind::Blob:
      return "bytea[]";
  }
  return {};
}

void append(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

}  // namespace

Bulk::Bulk(std::string_view table, std::vector<Column> keys, std::vector<Column> values,
           std::string_view version)
    : table_(table),
      name_(table_ + ".bulk"),
      columns_(std::move(keys)),
      key_count_(columns_.size()),
      has_version_(!version.empty()) {
  columns_.insert(columns_.end(), values.begin(), values.end());
  if (has_version_) columns_.push_back({version, ColumnKind::Integer, Merge::Replace});
  sqlite_ = write_texts(Engine::Sqlite);
  postgres_ = write_texts(Engine::Postgres);
  load_ = fmt::format("SELECT {} FROM {} WHERE {} = ANY($1)", column_list(), table_, columns_[0].name);
  remove_ = fmt::format("DELETE FROM {} WHERE {} = ANY($1)", table_, columns_[0].name);
}

std::string const& Bulk::insert_text(Engine engine, OnExisting on_existing) const {
  switch (on_existing) {
    case OnExisting::Keep:
      return texts(engine).insert_keep;
    case OnExisting::Overwrite:
      return texts(engine).insert_overwrite;
    case OnExisting::Fail:
      break;
  }
  return texts(engine).insert_fail;
}

std::string Bulk::column_list() const {
  std::string list;
  for (Column const& column : columns_) append(list, ", ", column.name);
  return list;
}

// unnest($1::bigint[], $2::bytea[]) AS given(block, runs)
std::string Bulk::unnest(bool with_position) const {
  std::string arrays;
  std::string names;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    append(arrays, ", ", fmt::format("${}::{}", i + 1, array_type(columns_[i].kind)));
    append(names, ", ", columns_[i].name);
  }
  if (with_position) {
    append(arrays, ", ", fmt::format("${}::bigint[]", columns_.size() + 1));
    append(names, ", ", "position_");
  }
  return fmt::format("unnest({}) AS given({})", arrays, names);
}

std::string Bulk::on_conflict() const {
  std::string keys;
  std::string changes;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto const name = columns_[i].name;
    if (i < key_count_) {
      append(keys, ", ", name);
    } else if (columns_[i].merge == Merge::Add) {
      append(changes, ", ", fmt::format("{0} = {1}.{0} + excluded.{0}", name, table_));
    } else {
      append(changes, ", ", fmt::format("{0} = excluded.{0}", name));
    }
  }
  if (changes.empty()) return fmt::format(" ON CONFLICT ({}) DO NOTHING", keys);
  return fmt::format(" ON CONFLICT ({}) DO UPDATE SET {}", keys, changes);
}

Bulk::Texts Bulk::write_texts(Engine engine) const {
  bool const arrays = engine == Engine::Postgres;
  std::string parameters;
  std::string changes;
  std::string match;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto const name = columns_[i].name;
    std::string const given = arrays ? fmt::format("given.{}", name) : fmt::format("${}", i + 1);
    bool const is_version = has_version_ && i + 1 == columns_.size();
    append(parameters, ", ", fmt::format("${}", i + 1));
    if (i < key_count_ || is_version) {
      append(match, " AND ", fmt::format("{}.{} = {}", table_, name, given));
    }
    if (is_version) {
      append(changes, ", ", fmt::format("{0} = {1}.{0} + 1", name, table_));
    } else if (i >= key_count_) {
      append(changes, ", ", fmt::format("{} = {}", name, given));
    }
  }
  std::string const source =
      arrays ? "SELECT * FROM " + unnest(false) : fmt::format("VALUES ({})", parameters);
  Texts made;
  made.insert_fail = fmt::format("INSERT INTO {} ({}) {}", table_, column_list(), source);
  made.insert_keep = made.insert_fail + " ON CONFLICT DO NOTHING";
  made.insert_overwrite = made.insert_fail + on_conflict();
  made.update = arrays ? fmt::format("UPDATE {} SET {} FROM {} WHERE {} RETURNING given.position_", table_,
                                     changes, unnest(true), match)
                       : fmt::format("UPDATE {} SET {} WHERE {}", table_, changes, match);
  return made;
}

}  // namespace tamga::sql
