// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identifiers/rule.hpp"

namespace tamga::identifiers {

// What each number proves beyond its form. Every text has a length and characters that its rule allows.

Judgement accept(std::string_view text, Context const& context);  ///< nothing to prove

// tax_numbers.cpp: numbers of businesses
Judgement judge_inn(std::string_view text, Context const& context);
Judgement judge_ogrn(std::string_view text, Context const& context);
Judgement judge_ogrnip(std::string_view text, Context const& context);
Judgement judge_stir(std::string_view text, Context const& context);
bool has_no_kpp(Context const& context);
bool kpp_character(std::size_t place, char character);
std::string_view without_padding(std::string_view inn);
std::optional<Holder> holder_of_inn(std::string_view text);
std::optional<Holder> holder_of_stir(std::string_view text);

// person_numbers.cpp
Judgement judge_snils(std::string_view text, Context const& context);
Judgement judge_pinfl(std::string_view text, Context const& context);

// bank_numbers.cpp: banks and accounts
Judgement judge_bik(std::string_view text, Context const& context);
Judgement judge_account(std::string_view text, Context const& context);
Judgement judge_corr_account(std::string_view text, Context const& context);
Judgement judge_sum_account(std::string_view text, Context const& context);
bool account_character(std::size_t place, char character);

// goods_numbers.cpp
Judgement judge_tnved(std::string_view text, Context const& context);

constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }
/// Accepted, with this to be shown.
inline Judgement doubt(Error error) { return std::optional<Error>(std::move(error)); }
inline Judgement good() { return std::optional<Error>(); }

}  // namespace tamga::identifiers
