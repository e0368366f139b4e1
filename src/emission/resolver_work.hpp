// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "emission/claim.hpp"
#include "emission/resolver.hpp"

namespace tamga::emission {

/// One batch on its way from texts to numbers.
struct Resolver::Work {
  Work(SeriesBook const& series_book, TailKeys const& keys, sql::Store& where)
      : book(&series_book), store(&where), series_of(series_book), check(keys) {
    for (auto const& form : series_book.country().rules().transport_codes)
      if (form.layout.shape() == gs1::CodeLayout::Shape::Free) own_forms.push_back(&form.layout);
    patience.layouts_of = [this](gs1::Gtin gtin) -> gs1::CodeLayouts {
      auto const series = series_of(gtin);
      if (series) return (*series)->layouts;
      failure = series.error();
      return {};
    };
  }
  Work(Work const&) = delete;
  Work& operator=(Work const&) = delete;

  /// Room for a chunk of so many texts.
  void reserve(std::size_t chunk) {
    claims.reserve(chunk);
    found.reserve(chunk);
    queries.reserve(chunk);
    questions.reserve(chunk);
    asked.reserve(chunk);
  }
  /// Reads a text and notes what it may be; a refusal goes to `out`.
  Result<void> take(std::size_t place);
  /// Tries the claims on operator's series; the others wait for `look_up`.
  void find_issued();
  /// Asks the database about all claims that wait.
  Result<void> look_up();

  Result<gs1::Scan> parse(std::string_view text);
  Result<void> take_parsed(std::size_t place, gs1::ScanView const& view, std::string_view identity = {});
  void take_sscc(std::size_t place, gs1::Sscc sscc, std::string_view identity = {});
  void claim_own_format(std::size_t place, std::string_view text);
  void answer(std::span<Claim const> found);

  SeriesBook const* book;
  sql::Store* store;
  std::span<std::string_view const> texts{};
  Tails tails = Tails::Optional;
  std::span<Resolved> out{};

  GtinSeriesOf series_of;
  TailCheck check;
  std::vector<gs1::CodeLayout const*> own_forms;
  gs1::ScanOptions patience;
  std::optional<Error> failure;  // of `layouts_of`, which cannot return it

  std::deque<gs1::Scan> scans;  // of texts that were not canonical
  std::vector<Claim> claims;    // on operator's series, of a chunk
  std::vector<Claim> custom;    // on serials that were brought, of a chunk
  std::vector<Claim> waiting;   // of the batch
  std::vector<Claim> found;
  std::vector<crypto::SerialQuery> queries;
  std::vector<std::uint64_t> indexes;
  std::vector<TailQuestion> questions;
  std::vector<std::size_t> asked;  // places of the questions
};

/// Where the code of an SSCC stands; none when no code with its prefix is known.
ledger::CodeNo code_of_sscc(SeriesBook const& book, gs1::Sscc sscc, Series const** series = nullptr);

}  // namespace tamga::emission
