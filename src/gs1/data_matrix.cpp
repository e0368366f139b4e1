// SPDX-License-Identifier: Apache-2.0
#include "gs1/data_matrix.hpp"

#include <zint.h>

#include <memory>

#include "gs1/errors.hpp"
#include "gs1/scan_view.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

struct SymbolDeleter {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};
using Symbol = std::unique_ptr<zint_symbol, SymbolDeleter>;

/// "[01]09521234543213[21]5abc[93]dGVz": how the encoder wants elements. It places FNC1 and separators
/// itself. The square bracket is in no GS1 character set, so nothing needs escaping.
Result<std::string> encoder_input(std::string_view marking_code, ScanView const& code) {
  if (code.kind == ScanKind::Legacy) return std::string(marking_code);
  TAMGA_ASSIGN(elements, parse_element_string(marking_code));
  std::string out;
  for (auto const& element : elements) out.append("[").append(element.ai).append("]").append(element.value);
  return out;
}

}  // namespace

Result<DataMatrix> DataMatrix::encode(std::string_view marking_code) {
  ScanView code;
  if (!parse_clean(marking_code, code)) return fail(kCodeStructure);
  TAMGA_ASSIGN(input, encoder_input(marking_code, code));

  Symbol const symbol(ZBarcode_Create());
  if (!symbol) return fail(Error(kDataMatrixRefused).log("no memory for the symbol"));
  symbol->symbology = BARCODE_DATAMATRIX;
  symbol->option_3 = DM_SQUARE;
  // The look-ahead of ISO/IEC 16022, annex J; the search for the shortest encodation takes three times as
  // long and hardly ever gives a smaller symbol.
  symbol->input_mode = (code.kind == ScanKind::Legacy ? DATA_MODE : GS1_MODE) | FAST_MODE;
  std::vector<unsigned char> const bytes(input.begin(), input.end());
  int const outcome = ZBarcode_Encode(symbol.get(), bytes.data(), static_cast<int>(bytes.size()));
  if (outcome >= ZINT_WARN_NONCOMPLIANT) return fail(Error(kDataMatrixRefused).log(symbol->errtxt));

  DataMatrix matrix;
  matrix.side_ = static_cast<std::size_t>(symbol->width);
  matrix.rows_.resize(matrix.side_);
  for (std::size_t row = 0; row < matrix.side_; ++row)
    for (std::size_t byte = 0; byte * 8 < matrix.side_; ++byte)
      matrix.rows_[row][byte / 8] |= std::uint64_t{symbol->encoded_data[row][byte]} << (byte % 8 * 8);
  return matrix;
}

Result<std::string> data_matrix_svg(std::string_view marking_code, DataMatrixOptions const& options) {
  TAMGA_ASSIGN(matrix, DataMatrix::encode(marking_code));
  return matrix.svg(options);
}

Result<std::string> data_matrix_png(std::string_view marking_code, DataMatrixOptions const& options) {
  TAMGA_ASSIGN(matrix, DataMatrix::encode(marking_code));
  return matrix.png(options);
}

}  // namespace tamga::gs1
