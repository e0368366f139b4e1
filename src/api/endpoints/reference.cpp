// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/reference.hpp"

#include "api/endpoints/all.hpp"
#include "api/errors.hpp"
#include "api/interface.hpp"
#include "country/error_texts.hpp"
#include "crypto/base64.hpp"
#include "crypto/key_ring.hpp"

namespace tamga::api {

std::string const& openapi_text() {
  static std::string const text = openapi(all_endpoints());
  return text;
}

Result<GetOpenApi::Output> GetOpenApi::handle(Input const&, Call&) {
  return Output{http::Response::json(200, openapi_text())};
}

Result<GetReferencePage::Output> GetReferencePage::handle(Input const&, Call&) {
  static ReferencePage const page = reference_page(all_endpoints());
  return Output{http::Response::of(200, "text/html; charset=utf-8", page.html)
                    .header("Content-Security-Policy", page.security_policy)};
}

Result<GetProblem::Output> GetProblem::handle(Input const& input, Call& call) {
  auto const* row = call.services().texts.find(input.name);
  if (row == nullptr) return fail(kProblemUnknown);
  return Output{
      .code = input.name, .title = row->title.in(call.language()), .remedy = row->remedy.in(call.language())};
}

Result<GetKeys::Output> GetKeys::handle(Input const&, Call& call) {
  crypto::KeyRing const& ring = call.services().keys;
  Output out;
  for (crypto::KeyInfo const& info : ring.list()) {
    if (info.purpose != crypto::KeyPurpose::TailSignature) continue;
    TAMGA_ASSIGN(key, ring.public_key(info.purpose, crypto::view(info.id)));
    std::string_view const bytes(reinterpret_cast<char const*>(key.data()), key.size());
    out.keys.push_back({.id = std::string(crypto::view(info.id)),
                        .algorithm = "Ed25519",
                        .key = crypto::encode_base64(bytes),
                        .state = std::string(name_of(info.state)),
                        .created = info.created});
  }
  return out;
}

template struct RowOf<GetOpenApi>;
template struct RowOf<GetReferencePage>;
template struct RowOf<GetProblem>;
template struct RowOf<GetKeys>;

}  // namespace tamga::api
