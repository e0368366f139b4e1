// SPDX-License-Identifier: Apache-2.0
#include "identifiers/rule.hpp"

#include <algorithm>

#include "identifiers/errors.hpp"
#include "identifiers/judges.hpp"

namespace tamga::identifiers {
namespace {

constexpr std::string_view kAround = " \t\r\n";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// Without blanks around: those of ASCII and the no-break space of spreadsheets.
std::string_view trimmed(std::string_view text) {
  for (;;) {
    std::size_t const before = text.size();
    text.remove_prefix(std::min(text.find_first_not_of(kAround), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(kAround) + 1));
    if (text.starts_with(kNoBreakSpace)) text.remove_prefix(kNoBreakSpace.size());
    if (text.ends_with(kNoBreakSpace)) text.remove_suffix(kNoBreakSpace.size());
    if (text.size() == before) return text;
  }
}

std::string without(std::string_view text, std::string_view dropped) {
  std::string out;
  for (char const character : text)
    if (dropped.find(character) == std::string_view::npos) out.push_back(character);
  return out;
}

/// Characters of the UTF-8 text before the byte `end`, plus one: the place people count to.
std::size_t place_of(std::string_view text, std::size_t end) {
  auto const begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return 1 + static_cast<std::size_t>(std::ranges::count_if(text.substr(0, end), begins));
}

/// Errors name the place in the text as it was given: people look there.
Result<void> check_characters(Rule const& rule, std::string_view given, std::string_view number) {
  auto const begin = static_cast<std::size_t>(number.data() - given.data());
  std::size_t place = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (rule.dropped.find(number[i]) != std::string_view::npos) continue;
    if (!rule.allowed(place++, number[i]))
      return fail(Error(kCharacter).with("position", std::to_string(place_of(given, begin + i))));
  }
  return {};
}

bool fits(Rule const& rule, std::size_t size) {
  return size != 0 && std::ranges::find(rule.lengths, size) != rule.lengths.end();
}

std::string lengths_of(Rule const& rule) {
  std::string text;
  for (std::size_t const length : rule.lengths)
    if (length != 0) text += (text.empty() ? "" : " / ") + std::to_string(length);
  return text;
}

/// Spreadsheets drop a zero in front: the number is good once it is back.
bool lost_a_zero(Rule const& rule, std::string_view text, Context const& context) {
  if (!fits(rule, text.size() + 1)) return false;
  std::string const restored = '0' + std::string(text);
  if (!check_characters(rule, restored, restored)) return false;
  auto const again = rule.judge(restored, context);
  return again && !*again;
}

bool all_zeros(std::string_view text) { return text.find_first_not_of('0') == std::string_view::npos; }

/// Such errors say that the text is a number of another kind.
bool is_of_form(Error const& error) {
  return error.is(kEmpty) || error.is(kLength) || error.is(kZeroLost) || error.is(kCharacter);
}

}  // namespace

Result<Checked> check(Rule const& rule, std::string_view given, Context const& context) {
  std::string_view const number_given = trimmed(given);
  std::string const text = without(number_given, rule.dropped);
  bool const absent = rule.absent != nullptr && rule.absent(context);
  if (text.empty() && absent) return Checked{&rule, {}, {}};
  if (text.empty()) return fail(kEmpty);
  if (absent) return fail(kNotApplicable);
  TAMGA_TRY(check_characters(rule, given, number_given));
  std::string_view const number = rule.shorten != nullptr ? rule.shorten(text) : std::string_view(text);
  if (!fits(rule, number.size())) {
    ErrorKind const& kind = lost_a_zero(rule, number, context) ? kZeroLost : kLength;
    return fail(Error(kind).with("expected", lengths_of(rule)).with("actual", std::to_string(number.size())));
  }
  if (rule.zeros_refused && all_zeros(number)) return fail(kNeverIssued);
  TAMGA_ASSIGN(judgement, rule.judge(number, context));
  return Checked{&rule, std::string(number), std::move(judgement)};
}

Result<Checked> check(std::span<std::string const> rule_names, std::string_view text,
                      Context const& context) {
  std::optional<Checked> doubted;
  std::optional<Error> nearest;
  for (std::string const& name : rule_names) {
    Rule const* const rule = find_rule(name);
    if (rule == nullptr) continue;
    auto checked = check(*rule, text, context);
    if (checked && !checked->doubt) return checked;
    if (checked && !doubted) doubted = *checked;
    if (!checked && (!nearest || (is_of_form(*nearest) && !is_of_form(checked.error()))))
      nearest = checked.error();
  }
  if (doubted) return *std::move(doubted);
  return fail(nearest.value_or(Error(kNotApplicable)));
}

bool is_issued(std::span<std::string const> rule_names, Context const& context) {
  return std::ranges::any_of(rule_names, [&](std::string const& name) {
    Rule const* const rule = find_rule(name);
    return rule != nullptr && (rule->absent == nullptr || !rule->absent(context));
  });
}

std::optional<Holder> kind_of(std::span<std::string const> rule_names, std::string_view text) {
  auto const checked = check(rule_names, text);
  if (!checked || checked->rule->holder == nullptr || checked->text.empty()) return std::nullopt;
  return checked->rule->holder(checked->text);
}

std::string masked(Rule const& rule, std::string_view text) {
  std::string out(text);
  bool const personal = rule.holder != nullptr && !text.empty() && rule.holder(text) == Holder::Individual;
  if (personal && out.size() > 1)
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(out.size() / 2), out.end() - 1, '*');
  return out;
}

std::string_view reason_of(Error const& error) {
  struct Reason {
    ErrorKind const* kind;
    std::string_view word;
  };
  static constexpr std::array kReasons{
      Reason{&kEmpty, "empty"},
      Reason{&kLength, "length"},
      Reason{&kZeroLost, "length"},
      Reason{&kCharacter, "charset"},
      Reason{&kCheckDigit, "check_digit"},
      Reason{&kNeverIssued, "structure"},
      Reason{&kBeginning, "structure"},
      Reason{&kImpossibleDate, "structure"},
      Reason{&kImpossibleRegion, "structure"},
      Reason{&kNotApplicable, "not_applicable"},
      Reason{&kCheckUndefined, "check_not_defined"},
      Reason{&kNotABank, "not_a_bank"},
      Reason{&kAccountKey, "check_digit"},
      Reason{&kCorrAccountBank, "mismatch"},
      Reason{&kAccountCurrency, "currency"},
      Reason{&kAccountKeyNotChecked, "key_not_checked"},
      Reason{&kGoodsClassNotFull, "not_full"},
      Reason{&kGoodsClassChapter, "structure"},
  };
  for (Reason const& reason : kReasons)
    if (error.is(*reason.kind)) return reason.word;
  return {};
}

}  // namespace tamga::identifiers
