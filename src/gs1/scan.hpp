// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "gs1/code_layout.hpp"
#include "gs1/diagnosis.hpp"
#include "gs1/scan_view.hpp"

namespace tamga::gs1 {

/// The longest text that is looked at as a scan; codes end at about 160 characters, visible stand-ins
/// included.
inline constexpr std::size_t kMaxScanSize = 400;

using CodeLayouts = std::span<CodeLayout const* const>;

/// What is known beforehand about the codes that may come.
struct ScanOptions {
  /// The layouts to expect. Empty: unknown, then separators are never recovered and lengths not compared.
  CodeLayouts layouts{};
  /// Asked when `layouts` is empty, with the GTIN of the scan. The span must live until parse_scan returns.
  std::function<CodeLayouts(Gtin)> layouts_of{};
};

/// A scan that was understood: the code in canonical form and how it had to be read. Owns its text; the views
/// in `code` stay good for its life, moves included.
class Scan {
 public:
  ScanView code;
  DiagnosisSet diagnoses;

  /// CIS: `01` + GTIN + `21` + serial, `00` + SSCC, or the first 21 characters of a legacy code.
  [[nodiscard]] std::string_view cis() const { return code.identity; }
  /// As printed, separators included: CIS, then price, key id, tail and additions.
  [[nodiscard]] std::string_view marking_code() const { return code.text; }

 private:
  friend class ScanReader;
  std::unique_ptr<char[]> text_;
};

/// The one tolerant reader of codes: for scanners, phones, spreadsheets, pasted lists and fields of an
/// interface. Understands what a scanner or a keyboard did to a code and says so; refuses whatever could be
/// two different codes. Rules and their order: docs/formats/codes.md. Errors: CODE_..., GTIN_..., SSCC_...,
/// SERIAL_..., ELEMENT_..., IDENTIFIER_EMPTY.
Result<Scan> parse_scan(std::string_view text, ScanOptions const& options = {});

}  // namespace tamga::gs1
