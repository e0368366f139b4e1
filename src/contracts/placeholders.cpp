// SPDX-License-Identifier: Apache-2.0
#include "contracts/placeholders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "contracts/errors.hpp"

namespace tamga::contracts {
namespace {

using Read = std::string (*)(Filling const& filling);

struct Placeholder {
  std::string_view name;
  Read read;
};

template <auto Side, auto Member>
std::string of_party(Filling const& filling) {
  auto const& value = (filling.facts.*Side).*Member;
  if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
    return value;
  else
    return value.value_or("");
}

std::string percent(std::int32_t hundredths) {
  return hundredths % 100 == 0 ? std::to_string(hundredths / 100)
                               : fmt::format("{},{:02}", hundredths / 100, hundredths % 100);
}

constexpr auto kOurs = &ContractFacts::operator_party;
constexpr auto kTheirs = &ContractFacts::participant;

constexpr std::array kPlaceholders{
    Placeholder{"number", [](Filling const& f) { return std::string(f.number); }},
    Placeholder{"date", [](Filling const& f) { return local_day(f.facts.date); }},
    Placeholder{"year", [](Filling const& f) { return f.facts.date.text().substr(0, 4); }},
    Placeholder{"previous_number",
                [](Filling const& f) { return f.facts.previous ? f.facts.previous->number : ""; }},
    Placeholder{"previous_date",
                [](Filling const& f) { return f.facts.previous ? local_day(f.facts.previous->date) : ""; }},
    Placeholder{"group",
                [](Filling const& f) { return f.facts.group ? f.facts.group->name.in(f.language) : ""; }},
    Placeholder{"vat", [](Filling const& f) { return percent(f.facts.vat_hundredths); }},
    Placeholder{"currency", [](Filling const& f) { return f.facts.currency; }},
    Placeholder{"operator_name", of_party<kOurs, &Party::name>},
    Placeholder{"operator_tax_id", of_party<kOurs, &Party::tax_id>},
    Placeholder{"operator_registry_id", of_party<kOurs, &Party::registry_id>},
    Placeholder{"operator_tax_registration", of_party<kOurs, &Party::tax_registration>},
    Placeholder{"operator_address", of_party<kOurs, &Party::address>},
    Placeholder{"operator_director", of_party<kOurs, &Party::director>},
    Placeholder{"operator_bank", of_party<kOurs, &Party::bank>},
    Placeholder{"operator_bank_code", of_party<kOurs, &Party::bank_code>},
    Placeholder{"operator_account", of_party<kOurs, &Party::account>},
    Placeholder{"operator_bank_account", of_party<kOurs, &Party::bank_account>},
    Placeholder{"operator_email", of_party<kOurs, &Party::email>},
    Placeholder{"operator_phone", of_party<kOurs, &Party::phone>},
    Placeholder{"participant_name", of_party<kTheirs, &Party::name>},
    Placeholder{"participant_tax_id", of_party<kTheirs, &Party::tax_id>},
    Placeholder{"participant_registry_id", of_party<kTheirs, &Party::registry_id>},
    Placeholder{"participant_tax_registration", of_party<kTheirs, &Party::tax_registration>},
    Placeholder{"participant_address", of_party<kTheirs, &Party::address>},
    Placeholder{"participant_director", of_party<kTheirs, &Party::director>},
    Placeholder{"participant_bank", of_party<kTheirs, &Party::bank>},
    Placeholder{"participant_bank_code", of_party<kTheirs, &Party::bank_code>},
    Placeholder{"participant_account", of_party<kTheirs, &Party::account>},
    Placeholder{"participant_bank_account", of_party<kTheirs, &Party::bank_account>},
    Placeholder{"participant_email", of_party<kTheirs, &Party::email>},
    Placeholder{"participant_phone", of_party<kTheirs, &Party::phone>},
};

Placeholder const* find(std::string_view name) {
  auto const* const found = std::find_if(kPlaceholders.begin(), kPlaceholders.end(),
                                         [&](auto const& row) { return row.name == name; });
  return found == kPlaceholders.end() ? nullptr : found;
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

}  // namespace

bool is_placeholder(std::string_view name) { return find(name) != nullptr; }

std::string value_of(std::string_view name, Filling const& filling) {
  Placeholder const* const row = find(name);
  if (row == nullptr) return {};
  std::string value = row->read(filling);
  for (char& c : value)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = ' ';
  return value;
}

Found placeholders_in(std::string_view text) {
  Found out;
  for (std::size_t place = text.find_first_of("{}"); place != std::string_view::npos;
       place = text.find_first_of("{}", place + 1)) {
    std::size_t const end = text.find_first_of("{}", place + 1);
    if (text[place] == '}' || end == std::string_view::npos || text[end] == '{') {
      out.stray = true;
      continue;
    }
    out.names.push_back(text.substr(place + 1, end - place - 1));
    place = end;
  }
  return out;
}

Result<std::string> fill(std::string_view text, Filling const& filling) {
  std::string out;
  std::size_t from = 0;
  for (std::string_view const name : placeholders_in(text).names) {
    auto const open = static_cast<std::size_t>(name.data() - text.data()) - 1;
    std::string const value = value_of(name, filling);
    if (value.find_first_not_of(' ') == std::string::npos)
      return fail(Error(kFactMissing).with("fact", std::string(name)));
    out.append(text.substr(from, open - from)).append(value);
    from = open + name.size() + 2;
  }
  return out.append(text.substr(from));
}

std::string money(std::int64_t minor) {
  std::string whole = std::to_string(minor / 100);
  for (std::size_t place = whole.size(); place > 3;) {
    place -= 3;
    whole.insert(place, kNoBreakSpace);
  }
  return fmt::format("{},{:02}", whole, minor % 100);
}

std::string local_day(Date day) {
  std::string const iso = day.text();
  return fmt::format("{}.{}.{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

}  // namespace tamga::contracts
