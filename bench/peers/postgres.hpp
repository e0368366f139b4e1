// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bench/measure/folder.hpp"
#include "bench/measure/rounds.hpp"

namespace tamga::bench {

/// A PostgreSQL 15 of its own with durability on, tuned for this work (settings in the .cpp), without TCP.
/// Stopped and deleted at the end.
class Postgres {
 public:
  Postgres();
  ~Postgres();
  Postgres(Postgres const&) = delete;
  Postgres& operator=(Postgres const&) = delete;

  [[nodiscard]] std::string const& url() const { return url_; }
  [[nodiscard]] double cpu_seconds() const;

  /// One client connection. Failures end the benchmark.
  class Session {
   public:
    explicit Session(std::string const& url);
    void run(std::string const& sql);
    std::int64_t number(std::string const& sql);
    /// COPY ... FROM STDIN; lines of tab-separated text.
    void copy(std::string const& sql, std::string_view lines);

   private:
    struct Closer {
      void operator()(void* connection) const;
    };
    std::unique_ptr<void, Closer> connection_;
  };
  [[nodiscard]] Session connect() const { return Session(url_); }

  /// Runs a pgbench script: prepared statements, `clients` connections over the socket. Transactions a
  /// second; processor time of the server and of pgbench together.
  Sample pgbench(std::string const& script, int clients, int seconds) const;

 private:
  Folder folder_;
  std::string url_;
  int postmaster_ = 0;
};

/// The peer's way to keep codes: a row for each in `code`, an event for each in `history`. Keys are 31
/// characters as ours; `key` of a number is kRowKey followed by 13 digits.
inline constexpr std::string_view kRowKey = "010460799000001621";
void make_code_rows(Postgres::Session& session, std::int64_t codes);
std::string row_key(std::int64_t number);

}  // namespace tamga::bench
