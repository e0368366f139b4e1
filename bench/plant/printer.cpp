// SPDX-License-Identifier: Apache-2.0
#include "bench/plant/printer.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <random>
#include <unordered_set>

#include "bench/measure/must.hpp"

namespace tamga::bench {

Printer::Printer(Population const& population, emission::SeriesBook& book, emission::TailKeys const& tails,
                 sql::Store& store)
    : per_series_(population.per_series) {
  for (auto const& line : population.series)
    writers_.push_back(
        must(emission::CodeWriter::make(line, book, tails, store, emission::PacketFormat::Text)));
}

std::string Printer::code(std::int64_t n) {
  std::string text;
  must(writers_[static_cast<std::size_t>(n / per_series_)].write(n % per_series_, 1, text));
  text.pop_back();
  return text;
}

void Printer::append_json(std::span<std::int64_t const> numbers, std::string& out) {
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) out += ',';
    out += nlohmann::json(code(numbers[i])).dump();
  }
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::vector<std::int64_t> contiguous(std::int64_t first, std::int64_t count) {
  std::vector<std::int64_t> numbers;
  for (std::int64_t n = first; n < first + count; ++n) numbers.push_back(n);
  return numbers;
}

std::vector<std::int64_t> scattered(Population const& population, std::int64_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<std::int64_t> any(0, population.size() - 1);
  std::unordered_set<std::int64_t> chosen;
  std::vector<std::int64_t> numbers;
  while (static_cast<std::int64_t>(numbers.size()) < count) {
    std::int64_t const n = any(random);
    if (!Population::sold(n) && chosen.insert(n).second) numbers.push_back(n);
  }
  return numbers;
}

}  // namespace tamga::bench
