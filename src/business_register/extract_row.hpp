// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "business_register/business_entity.hpp"
#include "country/country.hpp"
#include "identifiers/rule.hpp"

namespace tamga::business_register {

enum class Column : std::uint8_t {
  TaxId,
  Name,
  Status,
  ShortName,
  LegalForm,
  RegistryId,
  Address,
  PostalCode,
  Region,
  City,
  Street,
  Building,
  Director,
  DirectorId,
  MainActivity,
  RegisteredOn,
  VatPayer,
  Kpp,
};

/// Names of the columns in the header; the first `kNeededColumns` must be there.
inline constexpr std::array<std::string_view, 18> kColumnNames{
    "tax_id",   "name",        "status",        "short_name",    "legal_form", "registry_id",
    "address",  "postal_code", "region",        "city",          "street",     "building",
    "director", "director_id", "main_activity", "registered_on", "vat_payer",  "kpp"};
inline constexpr std::size_t kNeededColumns = 3;

/// The fields of one row by column; a column that the extract does not have is empty.
class ExtractRow {
 public:
  /// `places` says where each column stands in a record.
  ExtractRow(std::span<std::string const> fields, std::span<std::size_t const> places)
      : fields_(fields), places_(places) {}

  /// What the row says, its numbers checked and normalised by the country's rules; `doubted` is set when one
  /// was accepted with a doubt. Errors: EXTRACT_TEXT, EXTRACT_VALUE, those of identifiers, each with
  /// {column}.
  [[nodiscard]] Result<BusinessEntity> entity(country::IdentifierRules const& rules, Date as_of,
                                              bool& doubted) const;

 private:
  [[nodiscard]] std::string_view text(Column column) const;
  [[nodiscard]] std::optional<std::string> text_if_given(Column column) const;
  [[nodiscard]] Result<std::string> number(Column column, std::span<std::string const> rules, bool& doubted,
                                           identifiers::Context const& context = {}) const;
  [[nodiscard]] Result<std::optional<std::string>> number_if_given(
      Column column, std::span<std::string const> rules, bool& doubted,
      identifiers::Context const& context = {}) const;
  [[nodiscard]] Result<void> check_texts() const;
  [[nodiscard]] Result<EntityStatus> status() const;
  [[nodiscard]] Result<std::optional<Date>> registered_on() const;
  [[nodiscard]] Result<std::optional<bool>> vat_payer() const;
  [[nodiscard]] Result<std::optional<Address>> address() const;
  [[nodiscard]] Result<std::optional<Director>> director(country::IdentifierRules const& rules,
                                                         bool& doubted) const;

  std::span<std::string const> fields_;
  std::span<std::size_t const> places_;
};

}  // namespace tamga::business_register
