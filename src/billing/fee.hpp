// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "billing/account.hpp"
#include "billing/terms.hpp"
#include "country/product_group.hpp"
#include "ledger/life_cycle.hpp"

namespace tamga::billing {

/// What one code of an order costs, and when. Fixed when the order is made, so that a later tariff changes
/// nothing that was agreed (requirement X-07). Carried by the lots of the codes.
struct Fee {
  DocumentNo order{};
  ParticipantNo payer{};
  country::ChargeAt at = country::ChargeAt::None;
  Cover cover = Cover::Reservation;
  bool release_unused = true;  ///< what was set aside comes back when the code is never used
  std::int64_t net = 0;        ///< minor units for a code
  std::int64_t vat = 0;  ///< rounded for each code, so that sums agree however codes are counted together

  [[nodiscard]] std::int64_t gross() const { return net + vat; }
  [[nodiscard]] bool free() const { return at == country::ChargeAt::None || gross() == 0; }
  /// Charged when the codes are made; otherwise by what happens to them later.
  [[nodiscard]] bool at_once() const {
    return at == country::ChargeAt::Order || at == country::ChargeAt::Emission;
  }
  /// Whether funds must cover it before codes are made.
  [[nodiscard]] bool needs_funds() const { return !free() && (at_once() || cover == Cover::Reservation); }
  friend bool operator==(Fee const&, Fee const&) = default;
};

/// The fee of a code on that package level, ordered on a day on which `tariff` and VAT (hundredths of a
/// percent) are in force. VAT inside the price is taken out of it. Half a minor unit is rounded up.
Fee fee_of(country::Tariff const& tariff, std::int32_t vat, country::PackageLevel level,
           std::optional<country::ChargeAt> wish, Terms const& terms);

/// How the cover of a fee is stored, and what that number says.
constexpr std::int64_t stored_cover(Fee const& fee) {
  return (fee.cover == Cover::Debt ? 1 : 0) + (fee.release_unused ? 0 : 2);
}
constexpr Cover cover_of(std::int64_t stored) { return (stored & 1) != 0 ? Cover::Debt : Cover::Reservation; }
constexpr bool releases_unused(std::int64_t stored) { return (stored & 2) == 0; }

/// What an event means for the fee of a code that had this status before.
enum class Due : std::uint8_t {
  Nothing,
  Charge,   ///< its moment has come
  Release,  ///< it will not come any more
};
Due due_by(Fee const& fee, ledger::Event event, ledger::CodeStatus before);

/// Whether `due_by` can say anything of the event: others need no look at fees.
bool concerns_fees(ledger::Event event);

}  // namespace tamga::billing
