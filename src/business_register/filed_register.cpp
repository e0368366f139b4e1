// SPDX-License-Identifier: Apache-2.0
#include "business_register/filed_register.hpp"

#include "business_register/errors.hpp"
#include "business_register/tables.hpp"

namespace tamga::business_register {
namespace {

std::optional<std::string> text_of(sql::Row const& row, int column) {
  auto const text = row.optional_text(column);
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

Date day_of(std::int64_t days) { return Date::from_days(static_cast<std::int32_t>(days)); }

std::optional<Address> address_of(sql::Row const& row) {
  if (row.is_null(7)) return std::nullopt;
  return Address{.text = std::string(row.text(7)),
                 .postal_code = text_of(row, 8),
                 .region = text_of(row, 9),
                 .city = text_of(row, 10),
                 .street = text_of(row, 11),
                 .building = text_of(row, 12)};
}

std::optional<Director> director_of(sql::Row const& row) {
  if (row.is_null(13)) return std::nullopt;
  return Director{.name = std::string(row.text(13)), .person_id = text_of(row, 14)};
}

BusinessEntity entity_of(sql::Row const& row) {
  auto const registered = row.optional_int64(16);
  auto const vat = row.optional_int64(17);
  return {.tax_id = std::string(row.text(0)),
          .as_of = day_of(row.int64(1)),
          .name = std::string(row.text(2)),
          .short_name = text_of(row, 3),
          .legal_form = text_of(row, 4),
          .registry_id = text_of(row, 5),
          .status = row.as<EntityStatus>(6),
          .address = address_of(row),
          .director = director_of(row),
          .main_activity = text_of(row, 15),
          .registered_on = registered ? std::optional(day_of(*registered)) : std::nullopt,
          .vat_payer = vat ? std::optional(*vat != 0) : std::nullopt,
          .kpp = text_of(row, 18)};
}

}  // namespace

Result<std::optional<BusinessEntity>> FiledRegister::find(std::string_view tax_id) {
  TAMGA_ASSIGN(reader, store_->reader());
  // Asked first: an extract imported between the two questions then makes the answer better, never wrong.
  TAMGA_ASSIGN(whole, reader->find(kWholeExtracts, [](sql::Row const&) { return true; }));
  TAMGA_ASSIGN(entity, reader->find(kFindBusiness, entity_of, tax_id));
  if (!entity && !whole) return fail(Error(kRegisterUnreachable).log("no whole extract was imported"));
  return std::move(entity);
}

}  // namespace tamga::business_register
