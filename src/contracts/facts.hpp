// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/time.hpp"
#include "country/vocabulary.hpp"
#include "ledger/code_no.hpp"
#include "shape/describe.hpp"
#include "shape/scalars.hpp"

namespace tamga::contracts {

using ledger::ParticipantNo;

/// Who a party is before the law: it decides who may sign.
enum class PartyKind : std::uint8_t { Organization, SoleTrader };

}  // namespace tamga::contracts

template <>
inline constexpr auto tamga::shape::names<tamga::contracts::PartyKind> =
    tamga::shape::enumeration("PartyKind", "Who a party is before the law",
                              tamga::shape::value(tamga::contracts::PartyKind::Organization, "organization"),
                              tamga::shape::value(tamga::contracts::PartyKind::SoleTrader, "sole_trader"));
template <>
inline constexpr auto tamga::shape::names<tamga::country::GroupMode> =
    tamga::shape::enumeration("GroupMode", "Whether the law already asks for marking",
                              tamga::shape::value(tamga::country::GroupMode::Pilot, "pilot"),
                              tamga::shape::value(tamga::country::GroupMode::Mandatory, "mandatory"),
                              tamga::shape::value(tamga::country::GroupMode::Unknown, "unknown"));
template <>
inline constexpr auto tamga::shape::names<tamga::country::ChargeAt> =
    tamga::shape::enumeration("ChargeAt", "The moment at which a code is charged",
                              tamga::shape::value(tamga::country::ChargeAt::Emission, "emission"),
                              tamga::shape::value(tamga::country::ChargeAt::Application, "application"),
                              tamga::shape::value(tamga::country::ChargeAt::Introduction, "introduction"),
                              tamga::shape::value(tamga::country::ChargeAt::None, "none"),
                              tamga::shape::value(tamga::country::ChargeAt::Choice, "choice"),
                              tamga::shape::value(tamga::country::ChargeAt::Order, "order"));

namespace tamga::contracts {

/// A party as it stood in its profile when the contract was made. Absent: the country has no such number, or
/// the party gave none.
struct Party {
  PartyKind kind = PartyKind::Organization;
  std::string name;
  std::string tax_id;
  std::optional<std::string> registry_id;       ///< number in the register of businesses
  std::optional<std::string> tax_registration;  ///< second number of the tax office, beside the tax id
  std::string address;
  std::string director;                    ///< who acts without a power of attorney; a sole trader itself
  std::optional<std::string> director_id;  ///< of that person: tax or personal number; never printed
  std::string bank;
  std::string bank_code;
  std::string account;
  std::optional<std::string> bank_account;  ///< correspondent account of the bank
  std::string email;
  std::optional<std::string> phone;

  static constexpr auto shape() {
    return shape::object(
        "ContractParty", "A party of a contract", shape::field("kind", &Party::kind, "Who it is"),
        shape::field("name", &Party::name, "Name"), shape::field("tax_id", &Party::tax_id, "Tax number"),
        shape::field("registry_id", &Party::registry_id, "Number in the register of businesses"),
        shape::field("tax_registration", &Party::tax_registration, "Second number of the tax office"),
        shape::field("address", &Party::address, "Address"),
        shape::field("director", &Party::director, "Who acts without a power of attorney"),
        shape::field("director_id", &Party::director_id, "Number of that person"),
        shape::field("bank", &Party::bank, "Bank"),
        shape::field("bank_code", &Party::bank_code, "Code of the bank"),
        shape::field("account", &Party::account, "Settlement account"),
        shape::field("bank_account", &Party::bank_account, "Correspondent account of the bank"),
        shape::field("email", &Party::email, "E-mail"), shape::field("phone", &Party::phone, "Telephone"));
  }
  friend bool operator==(Party const&, Party const&) = default;
};

/// A name in the languages of the product.
struct Wording {
  std::string ru;
  std::string uz;
  std::string en;

  [[nodiscard]] std::string const& in(Language language) const {
    return language == Language::Ru ? ru : language == Language::Uz ? uz : en;
  }
  static constexpr auto shape() {
    return shape::object("ContractWording", "A name in the languages of the product",
                         shape::field("ru", &Wording::ru, "Russian"),
                         shape::field("uz", &Wording::uz, "Uzbek"),
                         shape::field("en", &Wording::en, "English"));
  }
  friend bool operator==(Wording const&, Wording const&) = default;
};

/// What a code on one kind of package costs.
struct Price {
  std::string level;             ///< "UNIT": as the country's dictionary has it
  Wording name;                  ///< of the kind of package
  std::int64_t price_minor = 0;  ///< hundredths of the currency; 0: free
  bool vat_included = false;
  country::ChargeAt charge_at = country::ChargeAt::None;

  static constexpr auto shape() {
    return shape::object("ContractPrice", "What a code costs",
                         shape::field("level", &Price::level, "Kind of package"),
                         shape::field("name", &Price::name, "Its name"),
                         shape::field("price_minor", &Price::price_minor, "Hundredths of the currency",
                                      shape::range(0, 1'000'000'000'000)),
                         shape::field("vat_included", &Price::vat_included, "Whether VAT is in the price"),
                         shape::field("charge_at", &Price::charge_at, "When it is charged"));
  }
  friend bool operator==(Price const&, Price const&) = default;
};

/// The product group of a contract that is made for each group.
struct GroupFacts {
  std::string code;
  Wording name;
  country::GroupMode mode = country::GroupMode::Mandatory;
  std::vector<Price> prices;

  static constexpr auto shape() {
    return shape::object("ContractGroup", "The product group of a contract",
                         shape::field("code", &GroupFacts::code, "Code"),
                         shape::field("name", &GroupFacts::name, "Name"),
                         shape::field("mode", &GroupFacts::mode, "Pilot or mandatory"),
                         shape::field("prices", &GroupFacts::prices, "What codes cost", shape::size(0, 100)));
  }
  friend bool operator==(GroupFacts const&, GroupFacts const&) = default;
};

/// The contract that this one takes the place of.
struct Previous {
  std::string number;
  Date date = Date::from_days(0);

  static constexpr auto shape() {
    return shape::object("PreviousContract", "The contract that this one takes the place of",
                         shape::field("number", &Previous::number, "Number"),
                         shape::field("date", &Previous::date, "Day"));
  }
  friend bool operator==(Previous const&, Previous const&) = default;
};

/// Everything a contract is made of, given by whoever asks for one; the number is given by the room. The same
/// facts, number and template are the same bytes, today and in ten years.
struct ContractFacts {
  std::string country;  ///< "uz"
  std::string kind;     ///< "codes": a file of spec/<country>/contracts
  ParticipantNo participant_number;
  Party participant;
  Party operator_party;
  std::optional<GroupFacts> group;
  std::string currency;              ///< "UZS"
  std::int32_t vat_hundredths = 0;   ///< of a percent: 1200 is 12 %
  Date date = Date::from_days(0);    ///< local day on which it is made
  std::optional<Previous> previous;  ///< filled by `Contracts::replace`

  static constexpr auto shape() {
    return shape::object(
        "ContractFacts", "What a contract is made of",
        shape::field("country", &ContractFacts::country, "Country"),
        shape::field("kind", &ContractFacts::kind, "Kind of contract"),
        shape::field("participant_number", &ContractFacts::participant_number, "Number of the participant"),
        shape::field("participant", &ContractFacts::participant, "The participant"),
        shape::field("operator", &ContractFacts::operator_party, "The operator"),
        shape::field("group", &ContractFacts::group, "Product group"),
        shape::field("currency", &ContractFacts::currency, "Currency, ISO 4217"),
        shape::field("vat_hundredths", &ContractFacts::vat_hundredths, "VAT, hundredths of a percent",
                     shape::range(0, 10'000)),
        shape::field("date", &ContractFacts::date, "Day on which it is made"),
        shape::field("previous", &ContractFacts::previous, "What it takes the place of"));
  }
  friend bool operator==(ContractFacts const&, ContractFacts const&) = default;
};

}  // namespace tamga::contracts
