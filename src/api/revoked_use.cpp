// SPDX-License-Identifier: Apache-2.0
#include "api/revoked_use.hpp"

#include "api/aside.hpp"
#include "crypto/digest_text.hpp"
#include "crypto/errors.hpp"
#include "registry/heads.hpp"
#include "registry/register.hpp"
#include "standing/office.hpp"

namespace tamga::api {
namespace {

registry::UserPtr whose(Services const& services, std::string const& digest) {
  auto const certificate = crypto::from_hex(digest);
  if (!certificate) return nullptr;
  auto const user = services.participants.users().find(*certificate);
  return user ? *user : nullptr;
}

}  // namespace

void note_revoked_use(Services const& services, Error const& error) {
  if (!error.is(crypto::kCertificateRevoked)) return;
  for (auto const& [name, value] : error.arguments()) {
    if (name != "certificate") continue;
    auto const user = whose(services, value);
    if (!user) return;
    aside(services, [user, certificate = *crypto::from_hex(value)](documents::Turn& turn) -> Result<void> {
      TAMGA_ASSIGN(news, registry::note_revoked(turn.connection(), certificate, turn.now()));
      if (!news) return {};
      journal::Entry entry;
      entry.at = turn.now();
      entry.participant = user->participant.value();
      entry.certificate = crypto::view(certificate);
      entry.action = "certificate.revoked";
      entry.result = "noticed";
      turn.journal(std::move(entry));
      return standing::make_due(turn.connection(), user->participant, turn.now());
    });
    return;
  }
}

}  // namespace tamga::api
