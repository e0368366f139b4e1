// SPDX-License-Identifier: Apache-2.0
#include "catalogue/letters.hpp"

#include <algorithm>

#include "catalogue/card_steps.hpp"
#include "registry/heads.hpp"
#include "registry/profile.hpp"

namespace tamga::catalogue {
namespace {

/// A line of a letter holds no control characters and has a limit in bytes.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  std::size_t end = std::min(text.size(), mail::kMaxValueBytes - 1);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

}  // namespace

Result<std::optional<mail::Letter>> letter_about(CardBook const& book, sql::Connection& connection,
                                                 Edition const& edition, std::string const& site) {
  TAMGA_ASSIGN(profile, registry::find_profile(connection, edition.owner));
  if (!profile) return std::optional<mail::Letter>();
  bool const returned = edition.state == EditionState::Returned;
  TAMGA_ASSIGN(language,
               registry::language_of(connection, edition.owner, book.country().rules().languages.front()));
  std::string const gtin = edition.gtin.text();
  std::string name = one_line(names_of(book.rules(), edition.body).in(language));
  if (name.empty()) name = gtin;
  mail::Letter letter{
      .key = "card." + gtin + '.' + std::to_string(edition.number) + (returned ? ".returned" : ".published"),
      .to = profile->profile.email,
      .language = language,
      .text = returned ? "card_returned" : "card_published",
      .values = {{"gtin", {gtin}}, {"name", {std::move(name)}}, {"link", {site + "/goods/" + gtin}}},
      .created_at = edition.decided_at.value_or(edition.submitted_at),
      .participant = edition.owner.value()};
  if (returned) {
    auto& reasons = letter.values["reasons"];
    for (Remark const& remark : edition.remarks) {
      if (reasons.size() == mail::kMaxListItems) break;
      reasons.push_back(one_line(remark.at.empty() ? remark.text : remark.at + ": " + remark.text));
    }
  }
  return std::optional(std::move(letter));
}

}  // namespace tamga::catalogue
