// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "identifiers/judges.hpp"

namespace tamga::identifiers {
namespace {

bool digits_only(std::size_t, char character) { return is_digit(character); }
std::optional<Holder> legal_entity(std::string_view) { return Holder::LegalEntity; }
std::optional<Holder> sole_trader(std::string_view) { return Holder::SoleTrader; }
std::optional<Holder> individual(std::string_view) { return Holder::Individual; }

// In order of name.
constexpr std::array kRules{
    Rule{.name = "ru.account",
         .lengths = {20},
         .dropped = " ",
         .allowed = account_character,
         .judge = judge_account},
    Rule{.name = "ru.bik", .lengths = {9}, .allowed = digits_only, .judge = judge_bik},
    Rule{.name = "ru.corr_account",
         .lengths = {20},
         .dropped = " ",
         .allowed = digits_only,
         .judge = judge_corr_account},
    Rule{.name = "ru.inn",
         .lengths = {10, 12},
         .allowed = digits_only,
         .judge = judge_inn,
         .holder = holder_of_inn},
    Rule{.name = "ru.inn_certificate",
         .lengths = {10, 12},
         .allowed = digits_only,
         .judge = judge_inn,
         .shorten = without_padding,
         .holder = holder_of_inn},
    Rule{.name = "ru.kpp", .lengths = {9}, .allowed = kpp_character, .judge = accept, .absent = has_no_kpp},
    Rule{.name = "ru.ogrn",
         .lengths = {13},
         .allowed = digits_only,
         .judge = judge_ogrn,
         .holder = legal_entity},
    Rule{.name = "ru.ogrnip",
         .lengths = {15},
         .allowed = digits_only,
         .judge = judge_ogrnip,
         .holder = sole_trader},
    Rule{.name = "ru.snils",
         .lengths = {11},
         .dropped = " -",
         .allowed = digits_only,
         .judge = judge_snils,
         .holder = individual},
    Rule{
        .name = "tnved", .lengths = {4, 6, 10}, .dropped = " ", .allowed = digits_only, .judge = judge_tnved},
    Rule{.name = "uz.account",
         .lengths = {20},
         .dropped = " ",
         .allowed = digits_only,
         .judge = judge_sum_account},
    Rule{.name = "uz.ikpu", .lengths = {17}, .allowed = digits_only, .judge = accept},
    Rule{.name = "uz.mfo", .lengths = {5}, .allowed = digits_only, .judge = accept},
    Rule{.name = "uz.pinfl",
         .lengths = {14},
         .allowed = digits_only,
         .judge = judge_pinfl,
         .holder = individual,
         .zeros_refused = false},
    Rule{.name = "uz.stir",
         .lengths = {9},
         .dropped = " ",
         .allowed = digits_only,
         .judge = judge_stir,
         .holder = holder_of_stir},
};
static_assert(std::ranges::is_sorted(kRules, {}, &Rule::name));

}  // namespace

std::span<Rule const> rules() { return kRules; }

Rule const* find_rule(std::string_view name) {
  auto const found = std::ranges::lower_bound(kRules, name, {}, &Rule::name);
  return found != kRules.end() && found->name == name ? &*found : nullptr;
}

}  // namespace tamga::identifiers
