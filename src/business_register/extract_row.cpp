// SPDX-License-Identifier: Apache-2.0
#include "business_register/extract_row.hpp"

#include "business_register/errors.hpp"
#include "sql/text_rule.hpp"

namespace tamga::business_register {
namespace {

constexpr std::size_t kMostText = 4000;  // bytes of a field

std::string name_of(Column column) { return std::string(kColumnNames[static_cast<std::size_t>(column)]); }

Error wrong_value(Column column, std::string allowed) {
  return Error(kExtractValue).with("column", name_of(column)).with("allowed", std::move(allowed));
}

Error wrong_text(Column column) { return Error(kExtractText).with("column", name_of(column)); }

bool has_control(std::string_view text) {
  for (char const character : text)
    if (static_cast<unsigned char>(character) < ' ' && character != '\n' && character != '\r') return true;
  return false;
}

}  // namespace

std::string_view ExtractRow::text(Column column) const {
  std::size_t const place = places_[static_cast<std::size_t>(column)];
  if (place >= fields_.size()) return {};
  std::string_view field = fields_[place];
  constexpr std::string_view kBlanks = " \t\r\n";
  field.remove_prefix(std::min(field.find_first_not_of(kBlanks), field.size()));
  field.remove_suffix(field.size() - (field.find_last_not_of(kBlanks) + 1));
  return field;
}

std::optional<std::string> ExtractRow::text_if_given(Column column) const {
  std::string_view const field = text(column);
  return field.empty() ? std::nullopt : std::optional<std::string>(field);
}

Result<std::string> ExtractRow::number(Column column, std::span<std::string const> rules, bool& doubted,
                                       identifiers::Context const& context) const {
  auto checked = identifiers::check(rules, text(column), context);
  if (!checked) return fail(Error(checked.error()).with("column", name_of(column)));
  if (checked->doubt) doubted = true;
  return std::move(checked->text);
}

Result<std::optional<std::string>> ExtractRow::number_if_given(Column column,
                                                               std::span<std::string const> rules,
                                                               bool& doubted,
                                                               identifiers::Context const& context) const {
  if (text(column).empty()) return std::optional<std::string>();
  TAMGA_ASSIGN(found, number(column, rules, doubted, context));
  return std::optional(std::move(found));
}

Result<void> ExtractRow::check_texts() const {
  for (std::size_t i = 0; i < kColumnNames.size(); ++i) {
    auto const column = static_cast<Column>(i);
    std::string_view const field = text(column);
    if (field.size() > kMostText || !sql::is_storable_text(field) || has_control(field))
      return fail(wrong_text(column));
  }
  return {};
}

Result<EntityStatus> ExtractRow::status() const {
  std::string allowed;
  for (auto const& row : shape::names<EntityStatus>.values) {
    if (row.name == text(Column::Status)) return row.value;
    allowed += (allowed.empty() ? "" : ", ") + std::string(row.name);
  }
  return fail(wrong_value(Column::Status, std::move(allowed)));
}

Result<std::optional<Date>> ExtractRow::registered_on() const {
  if (text(Column::RegisteredOn).empty()) return std::optional<Date>();
  auto const day = Date::parse(text(Column::RegisteredOn));
  if (!day) return fail(wrong_value(Column::RegisteredOn, "YYYY-MM-DD"));
  return std::optional(*day);
}

Result<std::optional<bool>> ExtractRow::vat_payer() const {
  std::string_view const word = text(Column::VatPayer);
  if (word.empty()) return std::optional<bool>();
  if (word == "yes" || word == "no") return std::optional(word == "yes");
  return fail(wrong_value(Column::VatPayer, "yes, no"));
}

Result<std::optional<Address>> ExtractRow::address() const {
  Address address{.text = std::string(text(Column::Address)),
                  .postal_code = text_if_given(Column::PostalCode),
                  .region = text_if_given(Column::Region),
                  .city = text_if_given(Column::City),
                  .street = text_if_given(Column::Street),
                  .building = text_if_given(Column::Building)};
  if (!address.text.empty()) return std::optional(std::move(address));
  // Parts alone make the whole, in the order of an envelope.
  for (auto const* part :
       {&address.postal_code, &address.region, &address.city, &address.street, &address.building})
    if (*part) address.text += (address.text.empty() ? "" : ", ") + **part;
  return address.text.empty() ? std::optional<Address>() : std::optional(std::move(address));
}

Result<std::optional<Director>> ExtractRow::director(country::IdentifierRules const& rules,
                                                     bool& doubted) const {
  // Books name a director by a personal number or by the tax number of a person.
  std::vector<std::string> either = rules.person_id;
  either.insert(either.end(), rules.tax_id.begin(), rules.tax_id.end());
  TAMGA_ASSIGN(person, number_if_given(Column::DirectorId, either, doubted));
  if (text(Column::Director).empty()) {
    if (person) return fail(wrong_text(Column::Director));
    return std::optional<Director>();
  }
  return std::optional(Director{.name = std::string(text(Column::Director)), .person_id = std::move(person)});
}

Result<BusinessEntity> ExtractRow::entity(country::IdentifierRules const& rules, Date as_of,
                                          bool& doubted) const {
  TAMGA_TRY(check_texts());
  TAMGA_ASSIGN(tax_id, number(Column::TaxId, rules.tax_id, doubted));
  TAMGA_ASSIGN(registry_id, number_if_given(Column::RegistryId, rules.registry_id, doubted));
  TAMGA_ASSIGN(kpp, number_if_given(Column::Kpp, rules.kpp, doubted, {.tax_id = tax_id}));
  TAMGA_ASSIGN(status_found, status());
  TAMGA_ASSIGN(day, registered_on());
  TAMGA_ASSIGN(vat, vat_payer());
  TAMGA_ASSIGN(place, address());
  TAMGA_ASSIGN(head, director(rules, doubted));
  if (text(Column::Name).empty()) return fail(wrong_text(Column::Name));
  return BusinessEntity{.tax_id = std::move(tax_id),
                        .as_of = as_of,
                        .name = std::string(text(Column::Name)),
                        .short_name = text_if_given(Column::ShortName),
                        .legal_form = text_if_given(Column::LegalForm),
                        .registry_id = std::move(registry_id),
                        .status = status_found,
                        .address = std::move(place),
                        .director = std::move(head),
                        .main_activity = text_if_given(Column::MainActivity),
                        .registered_on = day,
                        .vat_payer = vat,
                        .kpp = std::move(kpp)};
}

}  // namespace tamga::business_register
