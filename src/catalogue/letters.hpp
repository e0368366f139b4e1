// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "catalogue/card_book.hpp"
#include "mail/letter.hpp"
#include "sql/connection.hpp"

namespace tamga::catalogue {

/// The letter about an edition that was published or returned, to the address of its owner's profile; nothing
/// when he has none. `site`: https://..., what links begin with.
Result<std::optional<mail::Letter>> letter_about(CardBook const& book, sql::Connection& connection,
                                                 Edition const& edition, std::string const& site);

}  // namespace tamga::catalogue
