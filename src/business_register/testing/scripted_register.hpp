// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "business_register/business_register.hpp"
#include "business_register/errors.hpp"

namespace tamga::business_register::testing {

/// Says of every business what the test wants, or nothing at all.
class ScriptedRegister final : public BusinessRegister {
 public:
  Result<std::optional<BusinessEntity>> find(std::string_view) override {
    if (silent) return fail(kRegisterUnreachable);
    return entity;
  }
  bool silent = false;
  std::optional<BusinessEntity> entity;
};

}  // namespace tamga::business_register::testing
