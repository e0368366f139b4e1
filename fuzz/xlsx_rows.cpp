// SPDX-License-Identifier: Apache-2.0
// Whatever bytes arrive as a spreadsheet are refused or read row by row, each below the one before.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "spreadsheet/xlsx_rows.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using tamga::spreadsheet::XlsxRows;
  auto rows = XlsxRows::open({reinterpret_cast<char const*>(data), size});
  if (!rows) return 0;
  for (int i = 0; i < 10'000; ++i) {
    auto const row = rows->next();
    if (!row || !*row) break;
    if ((*row)->fields.size() > XlsxRows::kMostColumns) std::abort();
  }
  return 0;
}
