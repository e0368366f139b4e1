// SPDX-License-Identifier: Apache-2.0
#include "api/confirmation.hpp"

#include "api/errors.hpp"
#include "crypto/base64.hpp"
#include "crypto/signature_verifier.hpp"
#include "crypto/signing_time.hpp"
#include "documents/errors.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"

namespace tamga::api {
namespace {

Result<registry::Signer> signer_of(Call const& call, crypto::Certificate const& certificate) {
  TAMGA_ASSIGN(signer, call.services().participants.signer(certificate.sha256()));
  // Whoever is signed in, and not a colleague whose rights are others.
  bool const own = signer && signer->user == call.caller().user->number;
  if (!own) return fail(documents::kSignerNotSender);
  return *std::move(signer);
}

}  // namespace

Result<void> Confirmation::use(Services const& services, sql::Connection& connection) const {
  if (!challenge) return {};
  return services.sessions.challenges().use(connection, *challenge);
}

Result<Confirmation> confirmation_of(Call const& call) {
  Services const& services = call.services();
  http::Request const& request = call.request();
  Confirmation out{.signer = {}, .request = crypto::sha256(request.body())};
  if (auto const text = request.header("X-Signature")) {
    TAMGA_ASSIGN(cms, crypto::decode_signature_text(*text));
    TAMGA_ASSIGN(signer, services.verifier.verify_detached(cms, request.body(), call.now()));
    TAMGA_TRY(crypto::check_made_now(signer, call.now()));
    TAMGA_ASSIGN(known, signer_of(call, signer.certificate));
    out.signer = std::move(known);
    return out;
  }
  auto const text = request.header("X-Step-Up");
  if (!text) return fail(kStepUpNeeded);
  TAMGA_ASSIGN(cms, crypto::decode_signature_text(*text));
  TAMGA_ASSIGN(signed_text, services.verifier.verify_attached(cms, call.now()));
  TAMGA_TRY(crypto::check_made_now(signed_text.signer, call.now()));
  TAMGA_ASSIGN(known, signer_of(call, signed_text.signer.certificate));
  TAMGA_ASSIGN(challenge, services.sessions.challenges().judge(registry::Purpose::StepUp, signed_text.content,
                                                               crypto::hex(out.request)));
  out.signer = std::move(known);
  out.challenge = challenge;
  return out;
}

}  // namespace tamga::api
