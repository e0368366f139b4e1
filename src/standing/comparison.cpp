// SPDX-License-Identifier: Apache-2.0
#include "standing/comparison.hpp"

#include <algorithm>
#include <array>

#include "standing/errors.hpp"

namespace tamga::standing {

using business_register::BusinessEntity;
using business_register::EntityStatus;

namespace {

constexpr std::array<ErrorKind const*, kCauseNames.size()> kErrors{
    &kBusinessUnknown,     &kBusinessLiquidated,
    &kBusinessLiquidating, &kBusinessSuspended,
    &kRegistryIdDiffers,   &kDirectorDiffers,
    &kAddressDiffers,      &kOperatorDecided,
    &kCertificatesRevoked, &kCertificateRegistryIdDiffers};

/// Letters and digits alone; bytes beyond ASCII are letters.
std::string core_of(std::string_view text) {
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z'))
      out += c;
    else if (byte >= 'A' && byte <= 'Z')
      out += static_cast<char>(byte - 'A' + 'a');
  }
  return out;
}

std::string director_of(BusinessEntity const& entity) {
  if (!entity.director) return {};
  return entity.director->person_id.value_or(entity.director->name);
}

std::optional<Cause> cause_of(EntityStatus status) {
  switch (status) {
    case EntityStatus::Active:
      return std::nullopt;
    case EntityStatus::Liquidating:
      return Cause::Liquidating;
    case EntityStatus::Liquidated:
      return Cause::Liquidated;
    case EntityStatus::Suspended:
      return Cause::Suspended;
  }
  return std::nullopt;
}

class Comparison {
 public:
  Comparison(Rules const& rules, UnixMs at) : rules_(rules), at_(at) {}

  void find(Cause cause, std::string before, std::string now) {
    Effect const effect = rules_.of(cause).effect;
    if (effect != Effect::Good)
      findings_.push_back({cause, effect, at_, std::move(before), std::move(now), {}});
  }
  /// A fact that was known and is another now.
  void differs(Cause cause, std::string const& before, std::string const& now) {
    if (!before.empty() && !now.empty() && before != now) find(cause, before, now);
  }
  [[nodiscard]] std::vector<Finding> take() { return std::move(findings_); }

 private:
  Rules const& rules_;
  UnixMs at_;
  std::vector<Finding> findings_;
};

}  // namespace

ErrorKind const& error_of(Cause cause) { return *kErrors.at(static_cast<std::size_t>(cause)); }

Error error_of(Finding const& finding) {
  return Error(error_of(finding.cause)).with("before", finding.before).with("now", finding.now);
}

std::vector<Finding> compare(std::optional<BusinessEntity> const& confirmed,
                             std::optional<BusinessEntity> const& now, std::span<std::string const> certified,
                             Rules const& rules, UnixMs at) {
  Comparison found(rules, at);
  if (!now) {
    found.find(Cause::Unknown, confirmed ? confirmed->tax_id : "", "");
    return found.take();
  }
  if (auto const cause = cause_of(now->status)) found.find(*cause, "", now->as_of.text());
  if (now->registry_id && !certified.empty() &&
      std::find(certified.begin(), certified.end(), *now->registry_id) == certified.end())
    found.find(Cause::CertificateRegistryId, certified.front(), *now->registry_id);
  if (!confirmed) return found.take();
  found.differs(Cause::RegistryId, confirmed->registry_id.value_or(""), now->registry_id.value_or(""));
  found.differs(Cause::Director, director_of(*confirmed), director_of(*now));
  if (confirmed->address && now->address && core_of(confirmed->address->text) != core_of(now->address->text))
    found.find(Cause::Address, confirmed->address->text, now->address->text);
  return found.take();
}

}  // namespace tamga::standing
