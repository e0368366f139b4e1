// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "business_register/business_register.hpp"

namespace tamga::business_register {

/// Several registers asked in turn, the file before the network for instance. The first that knows the
/// business answers, unless what it says is older than the link is trusted for: then the next ones are asked,
/// and the old word stands only if none of them knows better. That there is none is said only when every
/// register said so. Registers and clock outlive the chain.
class RegisterChain final : public BusinessRegister {
 public:
  struct Link {
    BusinessRegister* book;
    std::optional<std::int32_t> trusted_days = {};  ///< without limit when empty
  };

  RegisterChain(std::vector<Link> links, Clock const& clock) : links_(std::move(links)), clock_(&clock) {}

  Result<std::optional<BusinessEntity>> find(std::string_view tax_id) override;

 private:
  [[nodiscard]] bool is_fresh(Link const& link, BusinessEntity const& entity) const;

  std::vector<Link> links_;
  Clock const* clock_;
};

}  // namespace tamga::business_register
