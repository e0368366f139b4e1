// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "catalogue/checks.hpp"

namespace tamga::catalogue {

/// What lies inside a pack: a group pack holds pieces of one own product of its group, sets and bundles hold
/// several own products, a unit nothing; within the country's capacity of the level.
Result<void> check_nested(CardBody const& body, gs1::Gtin gtin, country::PackageLevel level,
                          CardQuestion const& question, std::vector<Error>& wrong);

}  // namespace tamga::catalogue
