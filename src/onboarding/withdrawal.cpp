// SPDX-License-Identifier: Apache-2.0
#include "crypto/signing_time.hpp"
#include "evidence/book.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/applications.hpp"
#include "onboarding/errors.hpp"
#include "shape/decode.hpp"

namespace tamga::onboarding {

constexpr std::string_view kWithdrawalKind = "withdraw_application";

Result<SignedWithdrawal> read_withdrawal(Office const& office, std::string bytes, std::string signature) {
  UnixMs const now = office.clock.now();
  if (signature.empty()) return fail(kApplicationUnsigned);
  TAMGA_ASSIGN(signer, office.verifier.verify_detached(signature, bytes, now));
  TAMGA_TRY(crypto::check_made_now(signer, now));
  TAMGA_ASSIGN(body, shape::decode<WithdrawalBody>(bytes));
  if (body.kind != kWithdrawalKind) return fail(Error(kWithdrawalOfOther).at("/kind"));
  return SignedWithdrawal{.number = std::move(body.number),
                          .certificate = signer.certificate.sha256(),
                          .body = std::move(bytes),
                          .signature = std::move(signature),
                          .proof = evidence::proof_of(signer, now)};
}

Result<Application> withdraw(Office const& office, sql::Connection& connection,
                             SignedWithdrawal const& given) {
  TAMGA_ASSIGN(found, find_application_by_number(connection, given.number));
  if (!found) return fail(kApplicationUnknown);
  if (found->certificate != given.certificate) return fail(kWithdrawalOfOther);
  if (found->state == ApplicationState::Withdrawn) return *std::move(found);
  if (!is_live(found->state)) return fail(kApplicationDecided);
  Application one = *std::move(found);
  one.state = ApplicationState::Withdrawn;
  one.findings.clear();
  one.decided_at = office.clock.now();
  TAMGA_TRY(update_application(connection, one, std::nullopt));
  TAMGA_TRY(set_withdrawal(connection, one.id, given.body, given.signature));
  TAMGA_TRY(evidence::keep(connection, evidence::Subject::Withdrawal, one.id, given.proof));
  TAMGA_TRY(office.outbox.put(connection, office.letters.withdrawn(one)));
  return one;
}

}  // namespace tamga::onboarding
