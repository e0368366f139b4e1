// SPDX-License-Identifier: Apache-2.0
#include "runner/expectations.hpp"

#include <array>
#include <charconv>

#include "runner/money.hpp"
#include "runner/packets.hpp"
#include "runner/registrars.hpp"
#include "runner/script.hpp"
#include "runner/support.hpp"

namespace tamga::scenario {

std::int64_t Look::number(char const* place) const {
  std::string const text = match[place];
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) throw Mistake("no number: " + text);
  return value;
}

// clang-format off
std::span<Expectation const> expectations() {
  static std::array const kExpectations{
    // Of the answer.
    Expectation{Pattern("accepted"), got_accepted},
    Expectation{Pattern("accepted {accepted}"), got_counts},
    Expectation{Pattern("partly accepted {accepted} refused {refused}"), got_partly, true},
    Expectation{Pattern("refused {error} [at {pointer}] [with {status}]"), got_refused, true},
    Expectation{Pattern("{codes...} refused: {error}"), got_items_refused, true},
    Expectation{Pattern("the same document as {document}"), got_same_document},
    Expectation{Pattern("answered with {status}"), got_status},
    Expectation{Pattern("says {field} {value>}"), got_field},
    Expectation{Pattern("says nothing of {field}"), got_no_field},
    Expectation{Pattern("the text says {words>}"), got_words},
    Expectation{Pattern("lists {n} {field}"), got_list},
    Expectation{Pattern("the last entry changes {field} from {before} to {after}"), got_first_change},

    // Of codes and packages.
    Expectation{Pattern("{codes...} is|are {state...}"), got_state},
    Expectation{Pattern("{codes...} is|are {state...} because {reason}"), got_reason},
    Expectation{Pattern("{codes...} belongs|belong to {who...}"), got_owner},
    Expectation{Pattern("{codes...} lies|lie in {package}"), got_parent},
    Expectation{Pattern("{package} holds {codes...}"), got_content},
    Expectation{Pattern("{codes...} carries|carry [produced {produced}] [expires {expires}] [batch {batch}] [country {country}] [declaration {declaration}] [issued in {issuer}] [released as {method}]"), got_lot},
    Expectation{Pattern("{code...} has {left} of {of} left"), got_remainder},
    Expectation{Pattern("{code...} went through {events...}"), got_history},
    Expectation{Pattern("{codes...} may be sold"), got_saleable},
    Expectation{Pattern("{codes...} must not be sold: {error}"), got_unsaleable},
    Expectation{Pattern("{packet} was downloaded up to {n}"), got_delivered},
    Expectation{Pattern("{packet} was given out in {n} blocks|block with {codes} codes in all"), got_blocks},

    // Of money.
    Expectation{Pattern("order {packet} is|becomes {status...}"), got_order},
    Expectation{Pattern("order {packet} goes through {registrar}"), got_registrar_of_order},
    Expectation{Pattern("the account of {who...} has {funds} free [reserved {reserved}] [owing {owed}]"), got_account},
    Expectation{Pattern("invoice {invoice} of {who...} is {state...}"), got_invoice},
    Expectation{Pattern("the charges of {who...} for {group} come to {codes} codes [net {net}] [VAT {vat}]"), got_charges},

    // Of people.
    Expectation{Pattern("{who...} has {n} {status} of {gtin}"), got_stock},
    Expectation{Pattern("{who...} has no stock of {gtin}"), got_no_stock},
    Expectation{Pattern("{who...} sees {code...}"), got_sight},
    Expectation{Pattern("{who...} may not see {code...}"), got_no_sight},
    Expectation{Pattern("the application is {state}"), got_application},
    Expectation{Pattern("the application is {state} because {error}"), got_application},
    Expectation{Pattern("the standing is {effect}"), got_standing},
    Expectation{Pattern("the standing is {effect} because {causes...}"), got_standing},
    Expectation{Pattern("the contract of {who...} for {what} is {state}"), got_contract},
    Expectation{Pattern("the steps are {steps...}"), got_steps},
    Expectation{Pattern("the letters to {who...} are {letters...}"), got_letters},
    Expectation{Pattern("{n} letters|letter {text} went to {who...}"), got_count_of_letters},
    Expectation{Pattern("the letter {text} to {who...} is in {language}"), got_language_of_letter},
    Expectation{Pattern("the first report has no contact"), got_no_contact},
    Expectation{Pattern("the journal of {who...} says {action} {result} [{error}]"), got_journal},
  };
  return kExpectations;
}
// clang-format on

}  // namespace tamga::scenario
