// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gs1/gtin.hpp"
#include "registry/participant.hpp"

namespace tamga::catalogue {

/// A published card as it is searched.
struct Findable {
  gs1::Gtin gtin;
  registry::ParticipantNo owner;
  std::string_view group;
  std::string_view customs_class;
  std::string_view words;  ///< `search_words` with spaces between
};

/// What somebody looks for; everything said must hold.
struct SearchQuestion {
  std::vector<std::string> words = {};  ///< each the beginning of a word of the card
  std::string customs_class = {};       ///< beginning of the code; empty: any
  std::string group = {};               ///< empty: any
  std::optional<registry::ParticipantNo> owner = {};
};

/// The published cards of the country by words, classes, groups and owners, in memory: one way and one meaning on
/// both engines, without tables that only one of them has. A million cards take some hundred megabytes, are read
/// in some seconds at the start, and a page takes up to some twenty milliseconds; the engines' own indexes were
/// measured beside it (bench row `cards`). Lists of cards by term, cards as dense numbers in order of coming; a
/// question is an intersection of bitmaps. Safe from any thread.
class SearchIndex {
 public:
  /// Takes the place of what was known of the GTIN.
  void put(Findable const& card);
  void drop(gs1::Gtin gtin);
  /// In order of GTIN, those above `after`.
  [[nodiscard]] std::vector<gs1::Gtin> find(SearchQuestion const& question, gs1::Gtin after,
                                            std::size_t limit) const;
  [[nodiscard]] std::size_t size() const;

 private:
  using Place = std::uint32_t;
  using Places = std::vector<Place>;
  struct Term {
    std::vector<Places const*> lists;
    std::size_t total = 0;
  };

  void forget(gs1::Gtin gtin);
  void compact();
  [[nodiscard]] Term beginning_with(std::string const& term) const;
  [[nodiscard]] std::vector<Term> terms_of(SearchQuestion const& question) const;
  [[nodiscard]] std::vector<bool> bits_of(Term const& term) const;
  template <class Visit>
  void each_match(std::vector<Term> const& terms, Visit const& visit) const;

  mutable std::shared_mutex mutex_;
  std::map<std::string, Places, std::less<>> terms_;
  std::vector<gs1::Gtin> cards_;  ///< by place; none where the card was replaced
  boost::unordered_flat_map<std::uint64_t, Place> places_;
  std::size_t gone_ = 0;
};

}  // namespace tamga::catalogue
