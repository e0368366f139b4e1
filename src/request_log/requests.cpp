// SPDX-License-Identifier: Apache-2.0
#include "request_log/requests.hpp"

#include "sql/statement.hpp"

namespace tamga::request_log {
namespace {

constexpr sql::Statement kFind{
    "request_log.find",
    "SELECT entry, at, api_key, method, path, status, duration_us, error, request_id, address FROM "
    "api_request WHERE participant = $1 AND entry < $2 AND ($3 = '' OR api_key = $3) AND "
    "($4 = '' OR method = $4) AND ($5 = '' OR replace(path, $5, '') <> path) AND status >= $6 AND "
    "status < $7 AND at >= $8 AND at < $9 ORDER BY entry DESC LIMIT $10"};

}  // namespace

Result<std::vector<Found>> find_requests(sql::Connection& connection, Question const& question,
                                         EntryNo before, int limit) {
  std::vector<Found> out;
  TAMGA_ASSIGN(rows, connection.query(kFind, question.participant, before, question.api_key, question.method,
                                      question.path_part, question.status_from, question.status_below,
                                      question.from, question.until, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({row.as<EntryNo>(0),
                   {.participant = question.participant,
                    .at = row.as<UnixMs>(1),
                    .api_key = std::string(row.text(2)),
                    .method = std::string(row.text(3)),
                    .path = std::string(row.text(4)),
                    .status = static_cast<int>(row.int64(5)),
                    .duration_us = row.int64(6),
                    .error = std::string(row.text(7)),
                    .request_id = std::string(row.text(8)),
                    .address = std::string(row.text(9))}});
  }));
  return out;
}

}  // namespace tamga::request_log
