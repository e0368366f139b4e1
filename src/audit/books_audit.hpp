// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/audit.hpp"

namespace tamga::audit {

/// Adds up every posting anew and holds the accounts against them (billing::audit). Errors:
/// BOOKS_DO_NOT_AGREE, with every fault in the log's detail; those of the store.
Result<Report> audit_books(sql::Store& store);

}  // namespace tamga::audit
