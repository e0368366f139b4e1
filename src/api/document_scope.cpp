// SPDX-License-Identifier: Apache-2.0
#include "api/document_scope.hpp"

#include <algorithm>
#include <array>

#include "api/errors.hpp"
#include "documents/kinds/all.hpp"
#include "shape/document.hpp"

namespace tamga::api {
namespace {

struct KindScope {
  std::string_view kind;
  registry::Scope scope;
};
constexpr std::array kKinds{KindScope{"receipt", registry::Scope::Receipts},
                            KindScope{"refund", registry::Scope::Receipts},
                            KindScope{"order_codes", registry::Scope::Orders}};

}  // namespace

registry::Scope scope_of_kind(std::string_view kind) {
  auto const found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](KindScope const& one) { return one.kind == kind; });
  return found == kKinds.end() ? registry::Scope::Documents : found->scope;
}

std::optional<Error> scope_refusal(Caller const& caller, std::string_view body) {
  if (!caller.program() || caller.scopes == registry::Scopes::all()) return std::nullopt;
  auto const kind = shape::peek_string_field(body, documents::kKindField, {.max_bytes = body.size() + 1});
  if (!kind) return std::nullopt;
  auto const needed = scope_of_kind(*kind);
  if (caller.scopes.has(needed)) return std::nullopt;
  return Error(kApiKeyScope).with("key", caller.api_key).with("scopes", std::string(name_of(needed)));
}

}  // namespace tamga::api
