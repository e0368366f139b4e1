// SPDX-License-Identifier: Apache-2.0
#include "sql/testing/engines.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

#include "base/testing/source_path.hpp"

namespace tamga::sql::testing {
namespace {

std::filesystem::path fresh_folder() {
  auto pattern = (std::filesystem::temp_directory_path() / "tamga-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  return pattern;
}

/// A cluster of our own, when the environment names none.
class Cluster {
 public:
  Cluster() : folder_(fresh_folder()) {
    run("start");
    FILE* pipe = popen(command("url").c_str(), "r");
    char line[1024] = {};
    if (pipe == nullptr || fgets(line, sizeof line, pipe) == nullptr)
      throw std::runtime_error("tools/postgres.sh url");
    pclose(pipe);
    uri_ = line;
    while (!uri_.empty() && uri_.back() == '\n') uri_.pop_back();
  }
  ~Cluster() {
    run("stop");
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  [[nodiscard]] std::string const& uri() const { return uri_; }

 private:
  [[nodiscard]] std::string command(char const* verb) const {
    return fmt::format("TAMGA_PG_FAST=1 TAMGA_PG_OWNER={} {} {} {}", getpid(),
                       source_path("tools/postgres.sh").string(), verb, folder_.string());
  }
  void run(char const* verb) const {
    if (std::system((command(verb) + " >/dev/null").c_str()) != 0)
      throw std::runtime_error("tools/postgres.sh failed");
  }
  std::filesystem::path folder_;
  std::string uri_;
};

std::string cluster_uri() {
  if (char const* given = std::getenv("TAMGA_TEST_POSTGRES")) return given;
  static Cluster const cluster;
  return cluster.uri();
}

void administer(std::string const& sql) {
  PGconn* connection = PQconnectdb(cluster_uri().c_str());
  PGresult* result = PQexec(connection, sql.c_str());
  bool const done = PQresultStatus(result) == PGRES_COMMAND_OK;
  std::string const why = PQerrorMessage(connection);
  PQclear(result);
  PQfinish(connection);
  if (!done) throw std::runtime_error(sql + ": " + why);
}

/// The URI of sessions that see nothing but the schema. A schema costs a tenth of a database.
std::string with_schema(std::string const& uri, std::string const& schema) {
  return fmt::format("{}{}options=-csearch_path%3D{}", uri, uri.find('?') == std::string::npos ? '?' : '&',
                     schema);
}

}  // namespace

FreshStore::FreshStore(Engine engine) : folder_(fresh_folder()) {
  if (engine == Engine::Sqlite) {
    address_ = "sqlite:" + (folder_ / "store").string();
    return;
  }
  static std::atomic<int> count{0};
  schema_ = fmt::format("t{}_{}", getpid(), ++count);
  administer("CREATE SCHEMA " + schema_);
  address_ = with_schema(cluster_uri(), schema_);
}

FreshStore::~FreshStore() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
  if (!schema_.empty()) administer("SET client_min_messages = warning; DROP SCHEMA " + schema_ + " CASCADE");
}

std::vector<Engine> chosen_engines() {
  char const* chosen = std::getenv("TAMGA_TEST_ENGINES");
  if (chosen != nullptr && std::string_view(chosen) == "sqlite") return {Engine::Sqlite};
  return {Engine::Sqlite, Engine::Postgres};
}

void EachEngine::SetUp() {
  place_.emplace(GetParam());
  reopen();
}

void EachEngine::TearDown() {
  store_.reset();
  place_.reset();
}

void EachEngine::reopen() {
  store_.reset();
  auto opened = Store::open(address());
  ASSERT_TRUE(opened) << describe(opened.error());
  store_ = std::move(*opened);
}

void EachEngine::migrate(std::string_view room, std::span<Migration const> migrations) {
  auto const done = sql::migrate(*store_, room, migrations, SystemClock());
  ASSERT_TRUE(done) << describe(done.error());
}

::testing::internal::ParamGenerator<Engine> engines() { return ::testing::ValuesIn(chosen_engines()); }

}  // namespace tamga::sql::testing
