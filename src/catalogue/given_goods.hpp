// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "base/result.hpp"
#include "catalogue/card_book.hpp"

namespace tamga::catalogue {

/// Goods that the operator gives by command, as when a system begins with those of an older one: each gets a
/// card that says no more than the GTIN, group, level and names, published at once, and its owner fills it in
/// by publishing the next edition. A GTIN that has a card keeps it. In one transaction, durable before it
/// shows. Errors: PRODUCT_OF_ANOTHER.
Result<void> give_goods(CardBook& book, sql::Store& store, std::span<registry::Product const> products,
                        UnixMs now);

}  // namespace tamga::catalogue
