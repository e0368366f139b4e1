// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/case.hpp"

namespace tamga::documents {

/// The product of a GTIN as a document wrote it. Nothing, with the objection told at `pointer`: no GTIN, or
/// no such product.
Result<std::optional<registry::Product>> find_product(Case& one, std::string const& gtin,
                                                      std::string const& pointer);

/// What stands against this kind of document in a group today; null: nothing.
ErrorKind const* refusal_of_group(Case const& one, country::ProductGroup const& group);

}  // namespace tamga::documents
