// SPDX-License-Identifier: Apache-2.0
#include "emission/custom_serials.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "ledger/errors.hpp"

namespace tamga::emission {
namespace {

constexpr sql::Statement kByHash{"emission.custom.by_hash",
                                 "SELECT hash, series, serial, idx FROM custom_serial WHERE hash = ANY($1)"};
constexpr sql::Statement kByIndex{
    "emission.custom.by_index",
    "SELECT idx, serial FROM custom_serial WHERE series = $1 AND idx >= $2 AND idx < $3 ORDER BY idx"};

constexpr std::size_t kKeysPerQuery = 10'000;

struct Asked {
  std::int64_t hash;
  std::size_t position;
  friend bool operator<(Asked const& a, Asked const& b) { return a.hash < b.hash; }
};

}  // namespace

std::int64_t serial_hash(std::string_view serial) {
  return static_cast<std::int64_t>(XXH3_64bits(serial.data(), serial.size()));
}

Result<void> find_custom(sql::Connection& connection, std::span<CustomKey const> keys,
                         std::span<std::int64_t> out) {
  std::fill(out.begin(), out.end(), kNotBrought);
  std::vector<Asked> asked;
  std::vector<std::int64_t> hashes;
  for (std::size_t from = 0; from < keys.size(); from += kKeysPerQuery) {
    std::size_t const to = std::min(keys.size(), from + kKeysPerQuery);
    asked.clear();
    for (std::size_t i = from; i < to; ++i) asked.push_back({serial_hash(keys[i].serial), i});
    std::sort(asked.begin(), asked.end());
    hashes.clear();
    for (Asked const& one : asked)
      if (hashes.empty() || hashes.back() != one.hash) hashes.push_back(one.hash);
    TAMGA_ASSIGN(rows, connection.query(kByHash, std::span<std::int64_t const>(hashes)));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      auto const [first, last] = std::equal_range(asked.begin(), asked.end(), Asked{row.int64(0), 0});
      for (auto it = first; it != last; ++it) {
        CustomKey const& key = keys[it->position];
        if (key.series == row.as<ledger::SeriesNo>(1) && key.serial == row.text(2))
          out[it->position] = row.int64(3);
      }
    }));
  }
  return {};
}

Result<void> read_custom(sql::Connection& connection, Series const& series, std::int64_t first,
                         std::int64_t count, char* out, std::size_t stride) {
  std::int64_t found = 0;
  std::size_t const size = series.serial.length;
  TAMGA_ASSIGN(rows, connection.query(kByIndex, series.number, first, first + count));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    std::string_view const serial = row.text(1);
    if (row.int64(0) != first + found || serial.size() != size) return;
    std::memcpy(out + static_cast<std::size_t>(found++) * stride, serial.data(), size);
  }));
  if (found == count) return {};
  return fail(Error(ledger::kLedgerDamaged)
                  .log("custom_serial: series " + std::to_string(series.number.value()) + " has no index " +
                       std::to_string(first + found)));
}

}  // namespace tamga::emission
