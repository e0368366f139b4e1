// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "business_register/business_register.hpp"
#include "sql/store.hpp"

namespace tamga::business_register {

/// The book as imported extracts say it (import_extract). A number that is not in it does not exist only when
/// a whole extract was imported; before, and when there were merged ones alone, the answer is
/// REGISTER_UNREACHABLE: a list of some businesses proves no absence. The store outlives it.
class FiledRegister final : public BusinessRegister {
 public:
  explicit FiledRegister(sql::Store& store) : store_(&store) {}
  Result<std::optional<BusinessEntity>> find(std::string_view tax_id) override;

 private:
  sql::Store* store_;
};

}  // namespace tamga::business_register
