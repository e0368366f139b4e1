// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "contracts/facts.hpp"
#include "contracts/template.hpp"
#include "crypto/sha256.hpp"

namespace tamga::contracts {

/// What the parties agree on, in one language: plain text, byte for byte (docs/formats/contracts.md). The PDF
/// is drawn from it, so it cannot say anything else.
struct ContractText {
  Language language{};
  std::string text;

  [[nodiscard]] crypto::Sha256 sha256() const { return crypto::sha256(text); }
  friend bool operator==(ContractText const&, ContractText const&) = default;
};

/// The texts of a contract in the languages of its kind and their order. Errors: CONTRACT_TEMPLATE_MISSING
/// when no wording is in force on the day of the facts; CONTRACT_GROUP_WRONG when a group is given to a kind
/// that has none, or is missing; CONTRACT_FACT_MISSING.
Result<std::vector<ContractText>> write_texts(ContractTemplate const& kind, ContractFacts const& facts,
                                              std::string_view number);

/// What a line of a text is.
enum class LineKind : std::uint8_t {
  Title,     ///< the first line
  Subtitle,  ///< the second
  Heading,   ///< "2. ..."
  Numbered,  ///< "2.1. ..."
  Plain,
  Annex,      ///< begins a page; a heading
  TableHead,  ///< cells with tabs between
  TableRow,
};

struct Line {
  LineKind kind = LineKind::Plain;
  std::string_view text;  ///< without the form feed of an annex; cells still have their tabs
};

/// The lines of a text, empty ones left out. They borrow the text.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text);

}  // namespace tamga::contracts
