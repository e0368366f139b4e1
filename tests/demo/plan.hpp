// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace tamga::demo {

/// The goods of one template and what is particular about their story.
struct Plan {
  std::string_view title;
  std::string_view country;
  std::string_view group;
  std::string_view gtin;
  std::string_view level;
  std::string_view maker;                          ///< key of the company in the sandbox
  std::string_view release_method = "PRODUCTION";  ///< of the country's dictionary
  int box = 20;                                    ///< pieces in a box
  bool application_report = true;                  ///< false: codes count as applied when they are emitted
  bool introduction = true;                        ///< false: the application report introduces
  bool production_date = false;
  bool expiry_date = false;
  bool price_in_code = false;
  bool crash = false;  ///< the server is killed in the middle of the receipts
};

/// The ten templates of the sandbox.
std::span<Plan const> plans();

/// How much of everything.
struct Extent {
  int codes = 100'000;
  int receipts = 10'000;
  int cash_registers = 4;  ///< threads that sell
  int symbols = 50;        ///< Data Matrix drawn and read back
  int looked_at = 200;     ///< codes compared in full
  int codes_in_document = 30'000;
};

}  // namespace tamga::demo
