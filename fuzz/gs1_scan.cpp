// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gs1/scan.hpp"

namespace {

using namespace tamga::gs1;

void require(bool holds) {
  if (!holds) std::abort();
}

/// What was understood is understood again from its own canonical text, without a diagnosis and with equal
/// parts.
void reads_back(Scan const& scan, ScanOptions const& options) {
  auto const again = parse_scan(scan.marking_code(), options);
  require(again.has_value());
  require(again->diagnoses.empty());
  require(again->marking_code() == scan.marking_code());
  require(again->cis() == scan.cis());
  require(again->code.kind == scan.code.kind);
  require(again->code.gtin == scan.code.gtin && again->code.sscc == scan.code.sscc);
  require(again->code.serial == scan.code.serial && again->code.tail == scan.code.tail);
  require(scan.marking_code().starts_with(scan.cis()));
}

}  // namespace

/// The tolerant reader never crashes, and is a projection: reading twice is reading once.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  if (auto const scan = parse_scan(text)) {
    reads_back(*scan, {});
    ScanView view;
    require(parse_clean(scan->marking_code(), view));
    require(view.serial == scan->code.serial && view.tail == scan->code.tail);
  }
  static auto const mac = *CodeLayout::parse("01+21(6)+93(4)[+3103(6)|30(1-8)]");
  static auto const signature = *CodeLayout::parse("01+21(13)+91(4)+92(44)");
  static auto const pack = *CodeLayout::parse("gtin(14)serial(7)mrp(4)check(4)");
  static CodeLayout const* const layouts[] = {&mac, &signature, &pack};
  ScanOptions const options{.layouts = layouts};
  if (auto const scan = parse_scan(text, options)) reads_back(*scan, options);
  return 0;
}
