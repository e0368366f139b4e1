// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/verbs.hpp"

// Product cards: of companies, of the operator's moderators, of whoever looks for goods.
namespace tamga::scenario {

/// A card that says what its group's form wants, and what the line says instead.
Json card_body(Act& act);
Json end_card_body(Act& act);

Answer draft_card(Act& act);
Answer see_card_draft(Act& act);
Answer see_card(Act& act);
Answer see_cards(Act& act);
Answer search_catalogue(Act& act);
Answer see_published_card(Act& act);

Answer see_card_queue(Act& act);
Answer take_card(Act& act);
Answer approve_card(Act& act);
Answer return_card(Act& act);
Answer suspend_card(Act& act);
Answer resume_card(Act& act);
Answer assign_prefix(Act& act);
Answer load_classifier(Act& act);

}  // namespace tamga::scenario
