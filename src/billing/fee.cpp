// SPDX-License-Identifier: Apache-2.0
#include "billing/fee.hpp"

namespace tamga::billing {

using country::ChargeAt;
using ledger::CodeStatus;
using ledger::Event;

namespace {

constexpr std::int64_t kWhole = 10'000;  // hundredths of a percent

std::int64_t divide_rounding(std::int64_t value, std::int64_t by) { return (2 * value + by) / (2 * by); }

bool introduces(Event event) { return event == Event::Introduce || event == Event::IntroduceImport; }

/// Whether codes with this status still wait for their moment.
bool pending(ChargeAt at, CodeStatus status) {
  if (status == CodeStatus::Emitted) return at == ChargeAt::Application || at == ChargeAt::Introduction;
  return status == CodeStatus::Applied && at == ChargeAt::Introduction;
}

}  // namespace

Fee fee_of(country::Tariff const& tariff, std::int32_t vat, country::PackageLevel level,
           std::optional<ChargeAt> wish, Terms const& terms) {
  Fee fee;
  fee.at = tariff.moment(wish);
  fee.cover = terms.cover;
  fee.release_unused = terms.release_unused;
  std::int64_t const price = tariff.price_of(level);
  if (tariff.vat_included) {
    fee.vat = divide_rounding(price * vat, kWhole + vat);
    fee.net = price - fee.vat;
  } else {
    fee.net = price;
    fee.vat = divide_rounding(price * vat, kWhole);
  }
  if (fee.gross() == 0) fee.at = ChargeAt::None;
  return fee;
}

bool concerns_fees(Event event) {
  return event == Event::Apply || introduces(event) || event == Event::WriteOff || event == Event::DropOut ||
         event == Event::ReplaceOld || event == Event::ReplaceNew;
}

Due due_by(Fee const& fee, Event event, CodeStatus before) {
  if (fee.free() || !pending(fee.at, before)) return Due::Nothing;
  if (event == Event::Apply) return fee.at == ChargeAt::Application ? Due::Charge : Due::Nothing;
  if (introduces(event) || event == Event::ReplaceNew) return Due::Charge;
  if (fee.cover == Cover::Debt) return Due::Nothing;
  return fee.release_unused ? Due::Release : Due::Charge;
}

}  // namespace tamga::billing
