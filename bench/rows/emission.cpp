// SPDX-License-Identifier: Apache-2.0
// An order of codes from its acceptance to a file of printed codes, against the bare loop that only makes the
// same text: the permutation, the tails, the lines.
#include <fcntl.h>
#include <unistd.h>

#include <cstring>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/plant/plant.hpp"
#include "emission/code_writer.hpp"

namespace tamga::bench {
namespace {

constexpr std::int64_t kPiece = 65'536;  // codes written at once

/// A file of codes, as a participant's system or the packet delivery keeps it.
class CodeFile {
 public:
  explicit CodeFile(std::filesystem::path const& path)
      : file_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
    require(file_ >= 0, "no file for the codes");
  }
  ~CodeFile() { close(file_); }
  void write(std::string_view bytes) const {
    require(::write(file_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "disk full");
  }
  void flush() const { require(fdatasync(file_) == 0, "fdatasync"); }

 private:
  int file_;
};

class Emission {
 public:
  explicit Emission(std::filesystem::path const& folder)
      : plant_(folder),
        file_(folder / "codes.txt"),
        form_(plant_.form(gs1::TailKind::Mac4, 13)),
        quantity_(scaled(2'000'000, 50'000)) {
    // The bare loop works on a series of its own, already there.
    bare_ = plant_.order(Plant::gtin(0), form_, quantity_);
    std::string const whole = ours(-1, false);
    bare_line_ = whole.substr(0, whole.find('\n') + 1);
    buffer_.assign(static_cast<std::size_t>(kPiece) * bare_line_.size(), '.');
  }

  [[nodiscard]] std::int64_t quantity() const { return quantity_; }
  [[nodiscard]] std::size_t line_size() const { return bare_line_.size(); }

  Sample order_to_file(int round) {
    return timed([&] { ours(2 * round, false); });
  }
  Sample order_to_disk(int round) {
    return timed([&] { ours(2 * round + 1, true); });
  }
  Sample bare_to_disk(int) {
    return timed([&] {
      CodeFile const file(file_);
      bare([&](std::string_view bytes) { file.write(bytes); });
      file.flush();
    });
  }
  Sample bare_to_memory(int) {
    return timed([&] { bare([](std::string_view) {}); });
  }

  /// Both ways print the same codes.
  void compare() {
    auto writer = must(emission::CodeWriter::make(bare_, plant_.book(), plant_.tails(), plant_.store(),
                                                  emission::PacketFormat::Text));
    std::string expected;
    must(writer.write(0, 1000, expected));
    std::string seen;
    bare([&](std::string_view bytes) {
      if (seen.empty()) seen = bytes.substr(0, expected.size());
    });
    require(seen == expected, "the bare loop prints other codes");
  }

 private:
  template <class Work>
  Sample timed(Work&& work) {
    double const cpu = own_cpu();
    Stopwatch const watch;
    work();
    return {static_cast<double>(quantity_) / watch.seconds(), own_cpu() - cpu};
  }

  /// The order of a new product, and its file; gives the last piece.
  std::string ours(int number, bool flush) {
    auto const line = number < 0 ? bare_ : plant_.order(Plant::gtin(1 + number), form_, quantity_);
    auto writer = must(emission::CodeWriter::make(line, plant_.book(), plant_.tails(), plant_.store(),
                                                  emission::PacketFormat::Text));
    CodeFile const file(file_);
    for (std::int64_t from = 0; from < quantity_; from += kPiece) {
      piece_.clear();
      must(writer.write(from, std::min<std::int64_t>(kPiece, quantity_ - from), piece_));
      file.write(piece_);
    }
    if (flush) file.flush();
    return piece_;
  }

  template <class Take>
  void bare(Take&& take) {
    auto const* series = plant_.book().find(bare_.series);
    auto const* permutation = must(plant_.book().permutation(*series));
    auto const* key = must(plant_.tails().find(form_.layout.tail(), bare_.tail_key_id));
    crypto::TailSeries const tails(*key, series->gtin.text(), form_.layout.serial_length());
    auto const parts = form_.layout.parts();
    std::size_t const size = bare_line_.size();
    constexpr std::int64_t kChunk = 512;
    auto const first = static_cast<std::uint64_t>(ledger::index_of(bare_.codes.ranges()[0].first));
    std::size_t filled = 0;
    for (std::int64_t at = 0; at < quantity_; at += kChunk) {
      auto const count = static_cast<std::size_t>(std::min(kChunk, quantity_ - at));
      char* const lines = buffer_.data() + filled;
      for (std::size_t i = 0; i < count; ++i) std::memcpy(lines + i * size, bare_line_.data(), size);
      char* const serials = lines + parts.serial.offset;
      permutation->serials(first + static_cast<std::uint64_t>(at), count, serials, size);
      tails.write(serials, size, count, lines + parts.tail.offset, size);
      filled += count * size;
      if (filled < buffer_.size() && at + kChunk < quantity_) continue;
      take(std::string_view(buffer_.data(), filled));
      filled = 0;
    }
  }

  Plant plant_;
  std::filesystem::path file_;
  country::CodeTemplate const& form_;
  std::int64_t quantity_;
  emission::OrderLine bare_;
  std::string bare_line_;
  std::string buffer_;
  std::string piece_;
};

int run() {
  Report report(1, "emission", "An order accepted, its codes made, registered, durable and in a file");
  Folder const folder;
  Emission emission(folder.path());
  emission.compare();
  auto const rounds =
      interleave({{"order to file, durable", [&](int round) { return emission.order_to_file(round); }},
                  {"bare loop to memory", [&](int round) { return emission.bare_to_memory(round); }},
                  {"order to file, both durable", [&](int round) { return emission.order_to_disk(round); }},
                  {"bare loop to file, durable", [&](int round) { return emission.bare_to_disk(round); }}},
                 7);
  Target const target{.floor = 0.25, .aim = 0.5};
  report.compare(rounds, 0, 1, "codes/s", target);
  report.compare(rounds, 2, 3, "codes/s", target);
  report.note(std::to_string(emission.quantity()) + " codes an order, lines of " +
              std::to_string(emission.line_size()) + " bytes, one thread on each side");
  report.note(
      "The order is always committed to the disk; the file of codes, which can be printed again at any "
      "time, is flushed to it (fdatasync) where the line says both");
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
