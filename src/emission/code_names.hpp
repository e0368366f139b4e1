// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "emission/series_book.hpp"
#include "ledger/code_no.hpp"
#include "sql/store.hpp"

namespace tamga::emission {

/// A series that codes were met of, also when another process began it and the book has not heard of it yet.
/// Errors: SERIES_UNKNOWN.
Result<Series const*> met_series(SeriesBook& book, ledger::SeriesNo number);

/// The identities (CIS) of codes, in their order: the way back from a number to what is printed, without
/// tail. Serials of the operator are computed; those brought by participants are read. Errors:
/// SERIES_UNKNOWN, LEDGER_DAMAGED.
Result<std::vector<std::string>> names_of(std::span<ledger::CodeNo const> codes, SeriesBook& book,
                                          sql::Store& store);

}  // namespace tamga::emission
