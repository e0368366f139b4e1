// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::identifiers {

/// What stands beside the number and decides with it, already checked; empty when not known.
struct Context {
  std::string_view bank_code = {};  ///< of the bank that keeps the account
  std::string_view tax_id = {};     ///< of the business the number belongs to
};

/// Whose a number is, as far as its digits say.
enum class Holder : std::uint8_t {
  LegalEntity,
  SoleTrader,
  Individual,  ///< a person; whether the person trades, the number does not say
};

/// Empty: the number is good. An error as the value: accepted, with a doubt to be shown. Failed: refused.
using Judgement = Result<std::optional<Error>>;

/// How a kind of number looks and is checked. Rows of the table in rule_table.cpp; never built elsewhere.
struct Rule {
  std::string_view name;                  ///< as spec/<country>/country.toml says it: "ru.inn"
  std::array<std::uint8_t, 3> lengths{};  ///< allowed numbers of characters; 0 fills the rest
  std::string_view dropped{};             ///< characters inside that carry no meaning
  bool (*allowed)(std::size_t place, char character) = nullptr;
  Judgement (*judge)(std::string_view text, Context const& context) = nullptr;
  bool (*absent)(Context const& context) = nullptr;         ///< true: such a holder has no such number
  std::string_view (*shorten)(std::string_view) = nullptr;  ///< an older, longer form becomes today's
  std::optional<Holder> (*holder)(std::string_view text) = nullptr;
  bool zeros_refused = true;
};

/// A number that passed.
struct Checked {
  Rule const* rule = nullptr;
  std::string text;            ///< normalised: what is stored and compared
  std::optional<Error> doubt;  ///< accepted, but the user and the operator are shown this
};

/// All rules, in order of name.
std::span<Rule const> rules();
/// By the name used in country.toml; null when there is none.
Rule const* find_rule(std::string_view name);

/// Trims spaces around the number, drops what the rule drops inside, then checks characters, length and what
/// the rule itself proves. A check digit proves typing, never that the number exists: that is for the
/// business register and the directories. Errors: those of errors.hpp.
Result<Checked> check(Rule const& rule, std::string_view text, Context const& context = {});

/// By the first of several rules that accepts, one without doubt before one with. When none does: the error
/// of the rule that came nearest. NUMBER_NOT_APPLICABLE when the country has no rule for such a number.
Result<Checked> check(std::span<std::string const> rule_names, std::string_view text,
                      Context const& context = {});

/// Whether such a holder has a number of the kind: there is a rule for it, and it does not say otherwise.
bool is_issued(std::span<std::string const> rule_names, Context const& context);

/// Whose the number is, by the first of the rules that accepts it; nothing when none does or it is a number
/// of no holder (a bank, a class of goods).
std::optional<Holder> kind_of(std::span<std::string const> rule_names, std::string_view text);

/// For lists and logs: numbers of individuals lose their middle ("3010190******4"), others stay.
std::string masked(Rule const& rule, std::string_view text);

/// The word for the reason in the published vectors: "check_digit", "length" ...; empty for other errors.
std::string_view reason_of(Error const& error);

}  // namespace tamga::identifiers
