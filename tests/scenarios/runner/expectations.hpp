// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "runner/answer.hpp"
#include "runner/names.hpp"
#include "runner/pattern.hpp"
#include "runner/stage.hpp"

namespace tamga::scenario {

/// One expectation while it is compared with what is.
struct Look {
  Stage& stage;
  Names& names;
  Answer const& answer;  ///< to the action above
  Match const& match;

  [[nodiscard]] std::string operator[](char const* place) const { return match[place]; }
  [[nodiscard]] std::int64_t number(char const* place) const;
  /// What the operator sees of a code: GET /api/v1/codes.
  [[nodiscard]] Json card(std::string const& code) const;
};

/// A line of what can be expected. `got` is empty when it is so, else what is instead.
struct Expectation {
  Pattern pattern;
  std::string (*got)(Look&);
  bool of_refusal = false;  ///< with it, an action need not have been accepted
};

std::span<Expectation const> expectations();

// About the answer.
std::string got_accepted(Look& look);
std::string got_counts(Look& look);
std::string got_partly(Look& look);
std::string got_refused(Look& look);
std::string got_items_refused(Look& look);
std::string got_same_document(Look& look);
std::string got_status(Look& look);
std::string got_field(Look& look);
std::string got_no_field(Look& look);
std::string got_words(Look& look);
std::string got_list(Look& look);
std::string got_first_change(Look& look);

// About codes, stocks and the journal.
std::string got_state(Look& look);
std::string got_reason(Look& look);
std::string got_owner(Look& look);
std::string got_parent(Look& look);
std::string got_content(Look& look);
std::string got_lot(Look& look);
std::string got_remainder(Look& look);
std::string got_history(Look& look);
std::string got_saleable(Look& look);
std::string got_unsaleable(Look& look);
std::string got_stock(Look& look);
std::string got_no_stock(Look& look);
std::string got_sight(Look& look);
std::string got_no_sight(Look& look);
std::string got_application(Look& look);
std::string got_standing(Look& look);
std::string got_contract(Look& look);
std::string got_steps(Look& look);
std::string got_letters(Look& look);
std::string got_count_of_letters(Look& look);
std::string got_language_of_letter(Look& look);
std::string got_journal(Look& look);
std::string got_delivered(Look& look);

}  // namespace tamga::scenario
