// SPDX-License-Identifier: Apache-2.0
#include "onboarding/stored_json.hpp"

#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::onboarding {
namespace {

struct StoredHolder {
  std::int64_t kind = 0;
  std::int64_t form = 0;
  std::string tax_id;
  std::string registry_id;
  std::string organization;
  std::string person;
  std::string person_id;
  std::string person_tax_id;
  std::string position;
  static constexpr auto shape() {
    return shape::object("StoredHolder", "", shape::field("kind", &StoredHolder::kind, ""),
                         shape::field("form", &StoredHolder::form, ""),
                         shape::field("tax_id", &StoredHolder::tax_id, ""),
                         shape::field("registry_id", &StoredHolder::registry_id, ""),
                         shape::field("organization", &StoredHolder::organization, ""),
                         shape::field("person", &StoredHolder::person, ""),
                         shape::field("person_id", &StoredHolder::person_id, ""),
                         shape::field("person_tax_id", &StoredHolder::person_tax_id, ""),
                         shape::field("position", &StoredHolder::position, ""));
  }
};

struct StoredFindings {
  std::vector<Finding> findings;
  static constexpr auto shape() {
    return shape::object("StoredFindings", "", shape::field("findings", &StoredFindings::findings, ""));
  }
};

struct StoredActs {
  std::vector<ShownAct> acts;
  static constexpr auto shape() {
    return shape::object("StoredActs", "", shape::field("acts", &StoredActs::acts, ""));
  }
};

}  // namespace

std::string holder_text(crypto::Holder const& holder) {
  return shape::encode(StoredHolder{.kind = static_cast<std::int64_t>(holder.kind),
                                    .form = static_cast<std::int64_t>(holder.form),
                                    .tax_id = holder.tax_id,
                                    .registry_id = holder.registry_id,
                                    .organization = holder.organization,
                                    .person = holder.person,
                                    .person_id = holder.person_id,
                                    .person_tax_id = holder.person_tax_id,
                                    .position = holder.position});
}

Result<crypto::Holder> read_holder(std::string_view text) {
  TAMGA_ASSIGN(stored, shape::decode<StoredHolder>(text));
  return crypto::Holder{.kind = static_cast<crypto::HolderKind>(stored.kind),
                        .form = static_cast<crypto::SubjectForm>(stored.form),
                        .tax_id = std::move(stored.tax_id),
                        .registry_id = std::move(stored.registry_id),
                        .organization = std::move(stored.organization),
                        .person = std::move(stored.person),
                        .person_id = std::move(stored.person_id),
                        .person_tax_id = std::move(stored.person_tax_id),
                        .position = std::move(stored.position)};
}

std::string findings_text(std::vector<Finding> const& findings) {
  return shape::encode(StoredFindings{findings});
}

Result<std::vector<Finding>> read_findings(std::string_view text) {
  TAMGA_ASSIGN(stored, shape::decode<StoredFindings>(text));
  return std::move(stored.findings);
}

std::string acts_text(std::vector<ShownAct> const& acts) {
  return acts.empty() ? std::string() : shape::encode(StoredActs{acts});
}

Result<std::vector<ShownAct>> read_acts(std::string_view text) {
  if (text.empty()) return std::vector<ShownAct>();
  TAMGA_ASSIGN(stored, shape::decode<StoredActs>(text));
  return std::move(stored.acts);
}

}  // namespace tamga::onboarding
