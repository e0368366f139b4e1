// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <string_view>

#include "base/error.hpp"
#include "sql/driver.hpp"

namespace tamga::sql {

/// What a failed result means to the caller (SQLSTATE, appendix A of the PostgreSQL manual).
Error pg_error(PGresult const* result, std::string_view statement_name, Role role);

/// States after which the session is of no more use: the server is closing it, or its prepared statements no
/// longer fit the schema.
bool ends_session(std::string_view sqlstate);

}  // namespace tamga::sql
