// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "api/call.hpp"

namespace tamga::api {

/// What a key must hold to send a document of this kind.
registry::Scope scope_of_kind(std::string_view kind);

/// Why the caller may not send this document: a program whose key lacks the scope of its kind. Nothing for
/// people, and nothing for bytes that have no kind: those are refused for what they are. Error:
/// API_KEY_SCOPE.
std::optional<Error> scope_refusal(Caller const& caller, std::string_view body);

}  // namespace tamga::api
