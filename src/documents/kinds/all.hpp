// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "documents/work.hpp"
#include "shape/catalog.hpp"

namespace tamga::documents {

/// Every kind of document there is, in order of number: the table of contents of this room.
std::span<Kind const* const> all_kinds();

/// Null: there is no such kind.
Kind const* find_kind(std::string_view name);
Kind const* find_kind(DocumentKind number);

/// A document of any kind, told apart by `kind`.
shape::Description const& document_description();
/// Adds it, and with it the bodies of all kinds.
void describe_kinds(shape::Catalog& catalog);

}  // namespace tamga::documents
