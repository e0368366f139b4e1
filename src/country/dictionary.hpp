// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "country/vocabulary.hpp"

namespace tamga::country {

/// Who may give a reason.
enum class ReasonBy : std::uint8_t {
  Participant,  ///< in a document; the system may give it too
  System,       ///< only the system, as a consequence of something else
};
inline constexpr std::array<std::string_view, 2> kReasonByNames{"participant", "system"};

/// Why a code left circulation ("sold at retail", "exported"). The number is what the ledger stores, for
/// ever.
struct RetireReason {
  std::uint8_t number = 0;
  std::string code;
  LocalizedText name;
  ReasonRole role = ReasonRole::None;
  ReasonBy by = ReasonBy::Participant;
  bool needs_text = false;  ///< the document must explain it in words ("other")
  bool returnable = false;  ///< goods retired for this reason may return to circulation
};

/// Why a code was annulled ("spoiled in printing"). Numbers are their own, apart from the reasons to retire.
struct WriteOffReason {
  std::uint8_t number = 0;
  std::string code;
  LocalizedText name;
  ReasonRole role = ReasonRole::None;
  ReasonBy by = ReasonBy::Participant;
  bool needs_text = false;
};

/// Where the goods of an order come from (made here, imported, stock at the start of marking ...).
struct EmissionType {
  std::string code;
  LocalizedText name;
};

/// How an order says where the goods come from; several methods may be one emission type.
struct ReleaseMethod {
  std::string code;
  LocalizedText name;
  std::string emission_type;
  /// Where the report of application introduces goods of the group, it does so for codes of this method;
  /// codes of other methods still need their document of introduction.
  bool introduced_at_application = false;
};

/// Who puts the codes of an order on the goods.
struct CreationMethod {
  std::string code;
  LocalizedText name;
  bool by_provider =
      false;  ///< a service provider, who orders in the participant's name; otherwise he himself
};

/// A way into circulation, with the emission types whose codes may take it.
struct IntroductionKind {
  std::string code;
  LocalizedText name;
  std::vector<std::string> emission_types;
  bool customs_hold = false;           ///< goods that come this way wait for their release from customs
  EnumSet<IntroductionFact> required;  ///< what the document must say; what is in neither set it may not
  EnumSet<IntroductionFact> optional;
  /// Countries, ISO 3166-1, whose operators' codes are recognised on this way; empty: none are.
  std::vector<std::string> issuers;

  [[nodiscard]] bool takes(std::string_view emission_type) const {
    return std::find(emission_types.begin(), emission_types.end(), emission_type) != emission_types.end();
  }
};

/// What an organisation does: makes, imports, trades.
struct ParticipantType {
  std::string code;
  LocalizedText name;
  bool emitter = false;           ///< may order codes
  bool production_sites = false;  ///< has sites and lines to describe
};

/// What the country calls a level of packaging, and how much fits in.
struct PackageLevelRow {
  PackageLevel level = PackageLevel::Unit;
  std::string code;                  ///< the country's own word, as interfaces spell it
  std::vector<std::string> aliases;  ///< other words for it
  LocalizedText name;
  std::optional<std::int64_t>
      capacity;  ///< direct content, in pieces; nothing: only the document's own limit
};

/// A closed list of the country, in the order of the file.
template <class Row>
class Dictionary {
 public:
  Dictionary() = default;
  explicit Dictionary(std::vector<Row> rows) : rows_(std::move(rows)) {}

  [[nodiscard]] std::vector<Row> const& rows() const { return rows_; }
  [[nodiscard]] Row const* find(std::string_view code) const {
    return find_if([&](Row const& row) { return row.code == code; });
  }
  /// By the stored number; for dictionaries that have one.
  [[nodiscard]] Row const* find(std::uint8_t number) const {
    return find_if([&](Row const& row) { return row.number == number; });
  }
  /// By what it means to the system; for dictionaries of reasons.
  [[nodiscard]] Row const* find(ReasonRole role) const {
    return find_if([&](Row const& row) { return row.role == role; });
  }

 private:
  template <class Matches>
  [[nodiscard]] Row const* find_if(Matches const& matches) const {
    for (Row const& row : rows_) {
      if (matches(row)) return &row;
    }
    return nullptr;
  }
  std::vector<Row> rows_;
};

}  // namespace tamga::country
