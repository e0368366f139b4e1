// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "shape/describe.hpp"
#include "shape/scalars.hpp"

namespace tamga::business_register {

/// Stored as a number: never renumber.
enum class EntityStatus : std::uint8_t { Active = 0, Liquidating = 1, Liquidated = 2, Suspended = 3 };

}  // namespace tamga::business_register

template <>
inline constexpr auto tamga::shape::names<tamga::business_register::EntityStatus> =
    tamga::shape::enumeration("EntityStatus", "Whether the business may act",
                              tamga::shape::value(tamga::business_register::EntityStatus::Active, "active"),
                              tamga::shape::value(tamga::business_register::EntityStatus::Liquidating,
                                                  "liquidating", "being wound up or bankrupt"),
                              tamga::shape::value(tamga::business_register::EntityStatus::Liquidated,
                                                  "liquidated", "struck off; a sole trader who stopped"),
                              tamga::shape::value(tamga::business_register::EntityStatus::Suspended,
                                                  "suspended", "activity stopped by the state"));

namespace tamga::business_register {

/// Where a business is registered: as the state writes it, and its parts where they are known.
struct Address {
  std::string text;
  std::optional<std::string> postal_code;
  std::optional<std::string> region;
  std::optional<std::string> city;
  std::optional<std::string> street;
  std::optional<std::string> building;

  static constexpr auto shape() {
    return shape::object(
        "RegisteredAddress", "Where the business is registered",
        shape::field("text", &Address::text, "The whole address", shape::size(1, 1000)),
        shape::field("postal_code", &Address::postal_code, "Postal code", shape::size(1, 20)),
        shape::field("region", &Address::region, "Region or province", shape::size(1, 200)),
        shape::field("city", &Address::city, "City, district or village", shape::size(1, 200)),
        shape::field("street", &Address::street, "Street", shape::size(1, 200)),
        shape::field("building", &Address::building, "House, building, office", shape::size(1, 200)));
  }
  friend bool operator==(Address const&, Address const&) = default;
};

/// Who acts for the business without a power of attorney. Personal data.
struct Director {
  std::string name;
  std::optional<std::string> person_id;  ///< tax number or personal number

  static constexpr auto shape() {
    return shape::object("Director", "Who acts for the business without a power of attorney",
                         shape::field("name", &Director::name, "Full name", shape::size(1, 300)),
                         shape::field("person_id", &Director::person_id,
                                      "Tax number or personal number of the director", shape::size(1, 20)));
  }
  friend bool operator==(Director const&, Director const&) = default;
};

/// What the state's books say of a business on a certain day.
struct BusinessEntity {
  std::string tax_id;  ///< normalised
  Date as_of;          ///< the day of which the book speaks
  std::string name;
  std::optional<std::string> short_name;
  std::optional<std::string> legal_form;   ///< as the book writes it: "MChJ", "YaTT"
  std::optional<std::string> registry_id;  ///< number in the register of businesses, normalised
  EntityStatus status = EntityStatus::Active;
  std::optional<Address> address;
  std::optional<Director> director;  ///< a sole trader is its own
  std::optional<std::string> main_activity;
  std::optional<Date> registered_on;
  std::optional<bool> vat_payer;        ///< empty: the book does not say
  std::optional<std::string> kpp = {};  ///< code of the reason of tax registration, normalised

  static constexpr auto shape() {
    return shape::object(
        "BusinessEntity", "What the state's books say of a business",
        shape::field("tax_id", &BusinessEntity::tax_id, "Tax number", shape::size(1, 20)),
        shape::field("as_of", &BusinessEntity::as_of, "The day of which the book speaks"),
        shape::field("name", &BusinessEntity::name, "Full name", shape::size(1, 1000)),
        shape::field("short_name", &BusinessEntity::short_name, "Short name", shape::size(1, 300)),
        shape::field("legal_form", &BusinessEntity::legal_form, "Legal form", shape::size(1, 200)),
        shape::field("registry_id", &BusinessEntity::registry_id, "Number in the register of businesses",
                     shape::size(1, 20)),
        shape::field("status", &BusinessEntity::status, "Whether the business may act"),
        shape::field("address", &BusinessEntity::address, "Where it is registered"),
        shape::field("director", &BusinessEntity::director, "Who acts for it"),
        shape::field("main_activity", &BusinessEntity::main_activity, "Code of the main activity",
                     shape::size(1, 200)),
        shape::field("registered_on", &BusinessEntity::registered_on, "Day of registration"),
        shape::field("vat_payer", &BusinessEntity::vat_payer, "Whether it pays VAT"),
        shape::field("kpp", &BusinessEntity::kpp, "Code of the reason of tax registration (KPP)",
                     shape::size(1, 20)));
  }
  friend bool operator==(BusinessEntity const&, BusinessEntity const&) = default;
};

}  // namespace tamga::business_register
