// SPDX-License-Identifier: Apache-2.0
// Labels of one product, from printed codes to pages of PDF and to the language of label printers, against
// the bare encoder that only makes the symbols, and against bwip-js, which draws them in a browser.
#include <fmt/format.h>
#include <zint.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

#include "base/testing/source_path.hpp"
#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "gs1/symbols.hpp"
#include "labels/pdf.hpp"
#include "labels/zpl.hpp"

namespace tamga::bench {
namespace {

constexpr std::string_view kGtin = "04780000000014";

/// Codes of one length, and the same as the encoder wants them.
struct Codes {
  std::vector<std::string> printed;
  std::vector<std::string> bracketed;
  std::vector<std::string> serials;
};

Codes make_codes(std::size_t tail, std::int64_t count) {
  std::mt19937 random(static_cast<unsigned>(tail));
  constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  auto const drawn = [&](std::string_view symbols, std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i < size; ++i) out.push_back(symbols[random() % symbols.size()]);
    return out;
  };
  Codes codes;
  for (std::int64_t i = 0; i < count; ++i) {
    std::string const serial = drawn(gs1::kSet82Symbols, 13);
    std::string const proof = drawn(kBase64, tail);
    std::string const key = tail > 4 ? "\x1D"
                                       "91EE07\x1D"
                                       "92"
                                     : "\x1D"
                                       "93";
    std::string const bracketed_key = tail > 4 ? "[91]EE07[92]" : "[93]";
    codes.printed.push_back(fmt::format("01{}21{}{}{}", kGtin, serial, key, proof));
    codes.bracketed.push_back(fmt::format("[01]{}[21]{}{}{}", kGtin, serial, bracketed_key, proof));
    codes.serials.push_back(serial);
  }
  return codes;
}

class Labels {
 public:
  Labels(labels::Layouts const& layouts, std::size_t tail, std::int64_t count)
      : codes_(make_codes(tail, count)),
        sheet_(must(face(layouts, "a4_3x8"))),
        roll_(must(face(layouts, "roll_58x40"))) {}

  [[nodiscard]] Codes const& codes() const { return codes_; }
  [[nodiscard]] std::size_t pdf_bytes() const { return pdf_bytes_; }

  Sample pdf() {
    return timed([&] {
      labels::PdfLabels pdf(sheet_);
      std::string piece;
      pdf_bytes_ = 0;
      for (std::size_t i = 0; i < codes_.printed.size(); ++i) {
        must(pdf.add({codes_.printed[i], codes_.serials[i]}, piece));
        if (piece.size() < kPiece) continue;
        pdf_bytes_ += piece.size();
        piece.clear();
      }
      must(pdf.finish(piece));
      pdf_bytes_ += piece.size();
    });
  }
  Sample zpl() {
    return timed([&] {
      auto zpl = must(labels::ZplLabels::make(roll_));
      std::string piece;
      for (std::size_t i = 0; i < codes_.printed.size(); ++i) {
        must(zpl.add({codes_.printed[i], codes_.serials[i]}, piece));
        if (piece.size() >= kPiece) piece.clear();
      }
    });
  }
  /// The encoder alone, with the flags that it has here, or as it is by default.
  Sample encoder(int flags) {
    return timed([&] {
      for (std::string const& code : codes_.bracketed) {
        zint_symbol* const symbol = ZBarcode_Create();
        symbol->symbology = BARCODE_DATAMATRIX;
        symbol->option_3 = DM_SQUARE;
        symbol->input_mode = GS1_MODE | flags;
        auto const* bytes = reinterpret_cast<unsigned char const*>(code.data());
        require(ZBarcode_Encode(symbol, bytes, static_cast<int>(code.size())) < ZINT_WARN_NONCOMPLIANT,
                symbol->errtxt);
        ZBarcode_Delete(symbol);
      }
    });
  }

 private:
  static constexpr std::size_t kPiece = 256 * 1024;

  Result<labels::Face> face(labels::Layouts const& layouts, std::string_view id) const {
    TAMGA_ASSIGN(layout, layouts.find(id));
    return labels::Face::make(
        *layout, {.name = "Mineral water, still, 0.5 l", .gtin = std::string(kGtin), .note = "12.11.2026"},
        codes_.printed.front().size());
  }
  template <class Work>
  Sample timed(Work&& work) const {
    double const cpu = own_cpu();
    Stopwatch const watch;
    work();
    return {static_cast<double>(codes_.printed.size()) / watch.seconds(), own_cpu() - cpu};
  }

  Codes codes_;
  labels::Face sheet_;
  labels::Face roll_;
  std::size_t pdf_bytes_ = 0;
};

/// bwip-js in node, drawing each symbol as SVG; nothing where it is not installed. TAMGA_BWIP names the
/// folder whose node_modules has it.
class Bwip {
 public:
  Bwip(std::filesystem::path const& folder, Codes const& codes, std::int64_t count)
      : list_(folder / "codes.txt") {
    std::ofstream out(list_, std::ios::binary);
    for (std::int64_t i = 0; i < count && i < static_cast<std::int64_t>(codes.printed.size()); ++i)
      out << codes.printed[static_cast<std::size_t>(i)] << '\n';
  }
  [[nodiscard]] bool is_there() const { return run() > 0; }
  [[nodiscard]] Sample measure() const { return {run(), 0}; }

 private:
  [[nodiscard]] double run() const {
    char const* where = std::getenv("TAMGA_BWIP");
    std::string const command =
        fmt::format("cd '{}' && node '{}' '{}' 2>/dev/null", where != nullptr ? where : ".",
                    source_path("bench/peers/bwip.mjs").string(), list_.string());
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return 0;
    double per_second = 0;
    if (std::fscanf(pipe, "%lf", &per_second) != 1) per_second = 0;
    pclose(pipe);
    return per_second;
  }
  std::filesystem::path list_;
};

int run() {
  Report report(10, "labels", "Labels drawn as PDF and ZPL");
  Folder const folder;
  auto const layouts = must(labels::Layouts::read(source_path("spec/labels.toml")));
  for (std::size_t const tail : {4U, 44U}) {
    Labels labels(layouts, tail, scaled(48'000, 240));
    Bwip const bwip(folder.path(), labels.codes(), scaled(2'000, 100));
    std::string const suffix = fmt::format(", check part of {}", tail);
    std::vector<Side> sides{
        {"labels as PDF" + suffix, [&](int) { return labels.pdf(); }},
        {"labels as ZPL" + suffix, [&](int) { return labels.zpl(); }},
        {"libzint, the search of the standard, as here", [&](int) { return labels.encoder(FAST_MODE); }},
        {"libzint as it comes", [&](int) { return labels.encoder(0); }}};
    bool const peer = bwip.is_there();
    if (peer) sides.push_back({"bwip-js in node, symbols only", [&](int) { return bwip.measure(); }});
    auto const rounds = interleave(sides, 5);
    report.compare(rounds, 0, 3, "labels/s", Target{Target::Sense::AtLeast, 0.5, 1});
    report.compare(rounds, 1, 3, "labels/s", Target{Target::Sense::AtLeast, 0.5, 1});
    report.compare(rounds, 0, 2, "labels/s", {});
    if (peer) report.compare(rounds, 0, 4, "labels/s", Target{Target::Sense::AtLeast, 3, 10});
    report.note(fmt::format(
        "check part of {}: {} labels, {:.0f} bytes of PDF each{}", tail, labels.codes().printed.size(),
        static_cast<double>(labels.pdf_bytes()) / static_cast<double>(labels.codes().printed.size()),
        peer ? "" : "; bwip-js is not installed"));
  }
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
