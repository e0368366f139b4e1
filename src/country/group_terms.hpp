// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/id.hpp"
#include "country/dated.hpp"
#include "country/vocabulary.hpp"

namespace tamga::country {

/// Three capital letters, ISO 4217.
using Currency = Id<struct CurrencyTag, std::string>;

/// What one code costs.
struct Tariff {
  std::int64_t price_minor = 0;  ///< kopecks, tiyin; without VAT unless `vat_included`
  Currency currency;
  bool vat_included = false;
  ChargeAt charge_at = ChargeAt::None;
  ChargeAt default_choice = ChargeAt::Application;  ///< when `charge_at` is Choice and the order does not say
  EnumSet<PackageLevel> free_levels;

  [[nodiscard]] std::int64_t price_of(PackageLevel level) const {
    return charge_at == ChargeAt::None || free_levels.has(level) ? 0 : price_minor;
  }
  /// The moment for an order that wishes `chosen`; a wish counts only where the tariff leaves the choice.
  [[nodiscard]] ChargeAt moment(std::optional<ChargeAt> chosen) const {
    return charge_at == ChargeAt::Choice ? chosen.value_or(default_choice) : charge_at;
  }
};

/// When marking of a group is asked for, and what its codes cost.
struct GroupTerms {
  Dated<GroupMode> modes;
  Dated<Tariff> tariffs;
};

/// What the operator decided about a group, from that day on.
struct GroupAmendment {
  std::string group;  ///< its code
  Date from = Date::from_days(0);
  std::optional<GroupMode> mode{};
  std::optional<Tariff> tariff{};
};

/// The rows of the country's data with those of the operator among them: on the same day the operator's later
/// word counts, every row is in force until the next begins.
GroupTerms amended(GroupTerms const& data, std::string_view group,
                   std::span<GroupAmendment const> amendments);

/// The terms of a group as they are known now, changed while everybody reads. Safe from any thread.
class KnownTerms {
 public:
  /// Null: the country's data alone.
  [[nodiscard]] std::shared_ptr<GroupTerms const> get() const { return terms_.load(); }
  void set(std::shared_ptr<GroupTerms const> terms) { terms_.store(std::move(terms)); }

 private:
  std::atomic<std::shared_ptr<GroupTerms const>> terms_;
};

}  // namespace tamga::country
