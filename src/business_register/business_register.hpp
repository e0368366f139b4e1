// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "business_register/business_entity.hpp"

namespace tamga::business_register {

/// The state's books about businesses. There are three outcomes, and the third must never be taken for the
/// second: the business; that there is none of this number; REGISTER_UNREACHABLE, which means "not known yet"
/// (ErrorClass::Retry). Safe from any thread; may block for seconds.
class BusinessRegister {
 public:
  virtual ~BusinessRegister() = default;
  /// By the tax number in its normalised form (identifiers::check).
  virtual Result<std::optional<BusinessEntity>> find(std::string_view tax_id) = 0;
};

}  // namespace tamga::business_register
