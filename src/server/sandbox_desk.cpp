// SPDX-License-Identifier: Apache-2.0
#include "server/sandbox_desk.hpp"

#include <algorithm>

namespace tamga::server {
namespace {

constexpr std::int64_t kDay = 86'400'000;
/// Keys of a browser are made anew with a click.
constexpr std::int64_t kDays = 90;

class Desk : public api::SandboxDesk {
 public:
  Desk(TestAuthority authority, SandboxSpec spec) : authority_(std::move(authority)), spec_(std::move(spec)) {
    for (auto const* group : {&spec_.companies, &spec_.applicants})
      for (SandboxCompany const& one : *group)
        shown_.push_back({one.key, one.name, one.tax_id, one.person, one.authority});
  }

  [[nodiscard]] std::vector<Company> const& companies() const override { return shown_; }

  [[nodiscard]] Result<crypto::Certificate> certify(std::string_view company, std::string_view public_key,
                                                    UnixMs now) const override {
    crypto::CertificateOrder order;
    order.subject = spec_.subject(*find(company));
    order.not_before = UnixMs(now.value() - kDay);
    order.not_after = UnixMs(now.value() + kDays * kDay);
    return authority_.certify(order, public_key);
  }

 private:
  [[nodiscard]] SandboxCompany const* find(std::string_view key) const {
    auto const named = [&](SandboxCompany const& one) { return one.key == key; };
    auto const found = std::find_if(spec_.companies.begin(), spec_.companies.end(), named);
    if (found != spec_.companies.end()) return &*found;
    return &*std::find_if(spec_.applicants.begin(), spec_.applicants.end(), named);
  }

  TestAuthority authority_;
  SandboxSpec spec_;
  std::vector<Company> shown_;
};

}  // namespace

std::unique_ptr<api::SandboxDesk const> make_sandbox_desk(TestAuthority const& authority, SandboxSpec spec) {
  return std::make_unique<Desk const>(authority, std::move(spec));
}

}  // namespace tamga::server
