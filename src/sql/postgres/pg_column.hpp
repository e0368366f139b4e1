// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include "sql/value.hpp"

namespace tamga::sql {

/// A field of a binary result. All integer types, booleans (0, 1) and whole numerics (the SUM of a bigint)
/// become Integer; text types become Text; bytea Blob; the rest Unsupported. Borrowed from the result.
Value decode_pg_column(PGresult const* result, int row, int column);

}  // namespace tamga::sql
