// SPDX-License-Identifier: Apache-2.0
#include "catalogue/search_index.hpp"

#include <algorithm>
#include <mutex>

namespace tamga::catalogue {
namespace {

/// Replaced cards stay in the lists until there are so many, and a quarter of all.
constexpr std::size_t kTolerated = 10'000;

// What a term begins with says of what it is; a term that is meant whole ends with kEnd.
constexpr char kWord = 'w';
constexpr char kClass = 'c';
constexpr char kGroup = 'g';
constexpr char kOwner = 'o';
constexpr char kEnd = '\n';

std::string term_of(char kind, std::string_view text) { return kind + std::string(text); }
std::string owner_term(registry::ParticipantNo owner) {
  return term_of(kOwner, std::to_string(owner.value())) + kEnd;
}
std::string group_term(std::string_view group) { return term_of(kGroup, group) + kEnd; }

}  // namespace

void SearchIndex::forget(gs1::Gtin gtin) {
  auto const known = places_.find(gtin.number());
  if (known == places_.end()) return;
  cards_[known->second] = gs1::Gtin();
  places_.erase(known);
  ++gone_;
}

void SearchIndex::put(Findable const& card) {
  std::unique_lock const lock(mutex_);
  forget(card.gtin);
  if (gone_ > kTolerated && gone_ > cards_.size() / 4) compact();
  auto const place = static_cast<Place>(cards_.size());
  cards_.push_back(card.gtin);
  places_[card.gtin.number()] = place;
  auto const add = [&](std::string term) {
    Places& list = terms_[std::move(term)];
    if (list.empty() || list.back() != place) list.push_back(place);
  };
  for (std::string_view rest = card.words; !rest.empty();) {
    auto const end = std::min(rest.find(' '), rest.size());
    if (end > 0) add(term_of(kWord, rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (!card.customs_class.empty()) add(term_of(kClass, card.customs_class));
  add(group_term(card.group));
  add(owner_term(card.owner));
}

void SearchIndex::drop(gs1::Gtin gtin) {
  std::unique_lock const lock(mutex_);
  forget(gtin);
}

/// Cards keep their order, so lists stay sorted.
void SearchIndex::compact() {
  constexpr Place kGone = ~Place{0};
  std::vector<Place> moved(cards_.size(), kGone);
  Place next = 0;
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    if (!cards_[i]) continue;
    cards_[next] = cards_[i];
    places_[cards_[i].number()] = next;
    moved[i] = next++;
  }
  cards_.resize(next);
  for (auto term = terms_.begin(); term != terms_.end();) {
    Places& list = term->second;
    for (Place& place : list) place = moved[place];
    std::erase(list, kGone);
    term = list.empty() ? terms_.erase(term) : std::next(term);
  }
  gone_ = 0;
}

SearchIndex::Term SearchIndex::beginning_with(std::string const& term) const {
  Term found;
  for (auto one = terms_.lower_bound(term); one != terms_.end() && one->first.starts_with(term); ++one) {
    found.lists.push_back(&one->second);
    found.total += one->second.size();
  }
  return found;
}

std::vector<SearchIndex::Term> SearchIndex::terms_of(SearchQuestion const& question) const {
  std::vector<Term> terms;
  for (std::string const& word : question.words) terms.push_back(beginning_with(term_of(kWord, word)));
  if (!question.customs_class.empty())
    terms.push_back(beginning_with(term_of(kClass, question.customs_class)));
  if (!question.group.empty()) terms.push_back(beginning_with(group_term(question.group)));
  if (question.owner) terms.push_back(beginning_with(owner_term(*question.owner)));
  std::sort(terms.begin(), terms.end(), [](Term const& a, Term const& b) { return a.total < b.total; });
  return terms;
}

std::vector<bool> SearchIndex::bits_of(Term const& term) const {
  std::vector<bool> bits(cards_.size());
  for (Places const* list : term.lists)
    for (Place const place : *list) bits[place] = true;
  return bits;
}

/// The rarest term gives the candidates, each once; the others are asked about them.
template <class Visit>
void SearchIndex::each_match(std::vector<Term> const& terms, Visit const& visit) const {
  std::vector<std::vector<bool>> others;
  for (std::size_t i = 1; i < terms.size(); ++i) others.push_back(bits_of(terms[i]));
  auto const look = [&](Place place) {
    for (auto const& bits : others)
      if (!bits[place]) return;
    if (cards_[place]) visit(cards_[place]);
  };
  if (terms.front().lists.size() == 1) {
    for (Place const place : *terms.front().lists.front()) look(place);
    return;
  }
  auto const bits = bits_of(terms.front());
  for (Place place = 0; place < bits.size(); ++place)
    if (bits[place]) look(place);
}

std::vector<gs1::Gtin> SearchIndex::find(SearchQuestion const& question, gs1::Gtin after,
                                         std::size_t limit) const {
  std::shared_lock const lock(mutex_);
  std::vector<gs1::Gtin> best;  // a heap, the largest first
  auto const take = [&](gs1::Gtin gtin) {
    if (gtin <= after) return;
    if (best.size() == limit) {
      if (limit == 0 || gtin >= best.front()) return;
      std::pop_heap(best.begin(), best.end());
      best.back() = gtin;
    } else {
      best.push_back(gtin);
    }
    std::push_heap(best.begin(), best.end());
  };
  auto const terms = terms_of(question);
  if (terms.empty()) {
    for (gs1::Gtin const gtin : cards_)
      if (gtin) take(gtin);
  } else if (terms.front().total > 0) {
    each_match(terms, take);
  }
  std::sort_heap(best.begin(), best.end());
  return best;
}

std::size_t SearchIndex::size() const {
  std::shared_lock const lock(mutex_);
  return places_.size();
}

}  // namespace tamga::catalogue
