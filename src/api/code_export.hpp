// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "api/call.hpp"
#include "api/packet_words.hpp"
#include "api/wire.hpp"
#include "code_search/export_source.hpp"
#include "registry/change_notes.hpp"
#include "shape/scalars.hpp"

namespace tamga::api {

/// Statuses codes are looked for by.
enum class CodeStatusWord : std::uint8_t { Emitted, Applied, Introduced, Retired, WrittenOff, Disbanded };
constexpr ledger::CodeStatus status_of(CodeStatusWord word) {
  return static_cast<ledger::CodeStatus>(static_cast<int>(word) + 1);
}
/// How an export of codes is written.
enum class CodesFormatWord : std::uint8_t { Csv, Jsonl, Xlsx };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::CodeStatusWord> = tamga::shape::enumeration(
    "CodeStatus", "Where a code is in its life",
    tamga::shape::value(tamga::api::CodeStatusWord::Emitted, "emitted", "Generated for who ordered it"),
    tamga::shape::value(tamga::api::CodeStatusWord::Applied, "applied", "On the packaging"),
    tamga::shape::value(tamga::api::CodeStatusWord::Introduced, "introduced", "In circulation"),
    tamga::shape::value(tamga::api::CodeStatusWord::Retired, "retired", "Out of circulation"),
    tamga::shape::value(tamga::api::CodeStatusWord::WrittenOff, "written_off", "Annulled"),
    tamga::shape::value(tamga::api::CodeStatusWord::Disbanded, "disbanded", "A package taken apart"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::CodesFormatWord> = tamga::shape::enumeration(
    "CodesFormat", "How an export of codes is written",
    tamga::shape::value(tamga::api::CodesFormatWord::Csv, "csv", "Quoted fields, the first line names them"),
    tamga::shape::value(tamga::api::CodesFormatWord::Jsonl, "jsonl", "A JSON object a line"),
    tamga::shape::value(tamga::api::CodesFormatWord::Xlsx, "xlsx", "A table of Excel"));

namespace tamga::api {

/// What codes are looked for by: searches, counts and exports ask alike.
struct CodesAsked {
  std::optional<GtinText> gtin;
  std::optional<DocumentNumber> order;
  std::optional<std::string> place;
  std::optional<CodeStatusWord> status;
  std::optional<Date> emitted_from;
  std::optional<Date> emitted_until;
  std::optional<Date> produced_from;
  std::optional<Date> produced_to;
  std::optional<Date> expires_from;
  std::optional<Date> expires_to;
  std::optional<std::string> batch;
  std::optional<bool> packed;

  /// The shape of a request that asks so and says more.
  template <class... More>
  static consteval auto shape_with(std::string_view name, std::string_view about, More... more) {
    using Me = CodesAsked;
    return shape::object(
        name, about, shape::field("gtin", &Me::gtin, "Of this GTIN"),
        shape::field("order", &Me::order, "Emitted by this order"),
        shape::field("place", &Me::place, "Ordered for this place of business", shape::size(1, 200)),
        shape::field("status", &Me::status, "In this status"),
        shape::field("emitted_from", &Me::emitted_from, "Ordered on this day or later"),
        shape::field("emitted_until", &Me::emitted_until, "Ordered on this day or earlier"),
        shape::field("produced_from", &Me::produced_from, "Produced on this day or later"),
        shape::field("produced_to", &Me::produced_to, "Produced on this day or earlier"),
        shape::field("expires_from", &Me::expires_from, "To be sold until this day or longer"),
        shape::field("expires_to", &Me::expires_to, "To be sold until this day at most"),
        shape::field("batch", &Me::batch, "Of this series or batch of the maker", shape::size(1, 100)),
        shape::field("packed", &Me::packed, "True: lying in a package; false: not"), more...);
  }
};

/// An export as it is asked for.
struct CodeExportAsk : CodesAsked {
  CodesFormatWord format;
  std::optional<LabelLanguage> language;
  static constexpr auto shape() {
    using Me = CodeExportAsk;
    return shape_with(
        "CodeExport", "Which own codes are to be exported, and as what",
        shape::field("format", &Me::format, "How it is written", shape::by_default(CodesFormatWord::Csv)),
        shape::field("language", &Me::language, "Of the names of goods; yours when left out"));
  }
};

/// The same as it is kept with a task, as JSON.
struct KeptExport {
  CodeExportAsk asked;
  std::vector<std::string> groups;  ///< product groups to which whoever asked is limited; empty: to none
  static constexpr auto shape() {
    return shape::object("KeptExport", "An export with what whoever asked may see",
                         shape::field("asked", &KeptExport::asked, "What was asked for"),
                         shape::field("groups", &KeptExport::groups, "Product groups; none: all"));
  }
};

/// The filter with whom it concerns. Days are those of the country. `groups`: to which he is limited; empty:
/// all.
code_search::Filter filter_of(country::Country const& country, CodesAsked const& asked,
                              ledger::ParticipantNo holder, std::vector<std::string> groups);

/// What was asked for as the journal keeps it beside its entry.
registry::Facts facts_of(CodeExportAsk const& asked);

/// Product groups to which the caller is limited; empty: to none.
std::vector<std::string> groups_of(Caller const& caller);
/// Whether an export that somebody asked for shows the caller no more than he may see.
bool may_see(Caller const& caller, KeptExport const& kept);

code_search::Sources search_sources(Services const& services);
/// The file, made while it is taken.
Result<std::unique_ptr<packets::Source>> open_export(Services const& services, ledger::ParticipantNo holder,
                                                     KeptExport const& kept);

}  // namespace tamga::api
