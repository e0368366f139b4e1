// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tamga::country {

// The closed words of spec/: what the program itself acts upon. Their spelling in the files stands beside
// each.

/// What a code is put on. Countries call the transport levels differently; `Country::package_level` knows
/// how.
enum class PackageLevel : std::uint8_t { Unit, Group, Set, Bundle, Level1, Level2, Level3, Level4, Level5 };
inline constexpr std::array<std::string_view, 9> kPackageLevelNames{
    "UNIT", "GROUP", "SET", "BUNDLE", "LEVEL1", "LEVEL2", "LEVEL3", "LEVEL4", "LEVEL5"};

/// Whether the law already asks for marking. In a pilot codes are usually free and the duty is voluntary.
enum class GroupMode : std::uint8_t { Pilot, Mandatory, Unknown };
inline constexpr std::array<std::string_view, 3> kGroupModeNames{"pilot", "mandatory", "unknown"};

/// The moment at which a code is charged. `Choice`: the order says emission or application.
enum class ChargeAt : std::uint8_t { Emission, Application, Introduction, None, Choice, Order };
inline constexpr std::array<std::string_view, 6> kChargeAtNames{"emission", "application", "introduction",
                                                                "none",     "choice",      "order"};

/// Production data that an application report gives to its codes.
enum class LotAttribute : std::uint8_t { ProductionDate, ExpiryDate, Series };
inline constexpr std::array<std::string_view, 3> kLotAttributeNames{"production_date", "expiry_date",
                                                                    "series"};

/// What a document of introduction must say, beside its codes, on some ways into circulation.
enum class IntroductionFact : std::uint8_t { Declaration, Document, Customer, Contractor };
inline constexpr std::array<std::string_view, 4> kIntroductionFactNames{"declaration", "document", "customer",
                                                                        "contractor"};

/// A peculiarity of some groups that data alone cannot express. Each is implemented once; a group names it.
enum class Capability : std::uint8_t {
  VolumeAccounting,         ///< movements may be reported as quantities of a GTIN, without codes
  WeighedGoods,             ///< net weight may follow the check code (AI 310n)
  MeasuredVolume,           ///< volume may follow the check code (AI 335n): kegs
  PartialSale,              ///< a unit may be sold in portions until nothing remains
  PriceInCode,              ///< the maximum retail price is part of the code
  FactorySerialInCode,      ///< the maker's own number may follow the check code (AI 97)
  AppliedAtEmission,        ///< the system itself reports application when it hands the codes out
  IntroducedAtApplication,  ///< the application report also introduces the goods
  FreeCodesOnRequest,       ///< an order may ask for codes without charge
  NoServiceProviders,       ///< nobody may order codes on behalf of the participant
};
inline constexpr std::array<std::string_view, 10> kCapabilityNames{
    "volume_accounting",     "weighed_goods",          "measured_volume",     "partial_sale",
    "price_in_code",         "factory_serial_in_code", "applied_at_emission", "introduced_at_application",
    "free_codes_on_request", "no_service_providers"};

/// A reason that the system itself gives, whatever the country calls it.
enum class ReasonRole : std::uint8_t {
  None,
  RetailReceipt,  ///< retired by a receipt of a cash register
  Remark,         ///< retired because a new code replaced it
  CodeExpired,    ///< written off because the term of an unused code ran out
  OrderClosed,    ///< written off because the order was closed with codes not taken
};
inline constexpr std::array<std::string_view, 5> kReasonRoleNames{"none", "retail_receipt", "remark",
                                                                  "code_expired", "order_closed"};

constexpr std::string_view name_of(PackageLevel level) {
  return kPackageLevelNames[static_cast<std::size_t>(level)];
}
constexpr std::string_view name_of(GroupMode mode) { return kGroupModeNames[static_cast<std::size_t>(mode)]; }
constexpr std::string_view name_of(ChargeAt moment) {
  return kChargeAtNames[static_cast<std::size_t>(moment)];
}
constexpr std::string_view name_of(LotAttribute attribute) {
  return kLotAttributeNames[static_cast<std::size_t>(attribute)];
}
constexpr std::string_view name_of(IntroductionFact fact) {
  return kIntroductionFactNames[static_cast<std::size_t>(fact)];
}
constexpr std::string_view name_of(Capability capability) {
  return kCapabilityNames[static_cast<std::size_t>(capability)];
}
constexpr std::string_view name_of(ReasonRole role) {
  return kReasonRoleNames[static_cast<std::size_t>(role)];
}

/// A small set of enumerators, one bit each.
template <class E>
class EnumSet {
 public:
  constexpr void add(E value) { bits_ |= bit(value); }
  [[nodiscard]] constexpr bool has(E value) const { return (bits_ & bit(value)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(EnumSet, EnumSet) = default;

 private:
  static constexpr std::uint32_t bit(E value) { return 1U << static_cast<unsigned>(value); }
  std::uint32_t bits_ = 0;
};

}  // namespace tamga::country
