// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "contracts/contract_text.hpp"
#include "crypto/sha256.hpp"

namespace tamga::contracts {

/// What stands on every page, beside the texts.
struct PdfMarks {
  std::string_view number;
  Date date = Date::from_days(0);
  crypto::Sha256 manifest{};  ///< of what the parties sign: it binds the paper to the signatures
};

/// The contract as PDF on A4: one text over the whole width, two side by side, line for line. The same texts
/// and marks give the same bytes on the same release of the libraries and fonts; what is agreed is the text,
/// the PDF shows it. Takes 25 ms: for a worker. Safe from any thread. Errors:
/// PAPER_FONT_MISSING when the fonts (fonts-noto-core) are not installed; CONTRACT_PDF_FAILED, also when
/// the texts do not run in parallel.
Result<std::string> draw_pdf(std::span<ContractText const> texts, PdfMarks const& marks);

}  // namespace tamga::contracts
