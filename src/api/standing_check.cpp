// SPDX-License-Identifier: Apache-2.0
#include "api/standing_check.hpp"

#include <algorithm>

#include "business_register/errors.hpp"
#include "crypto/holder.hpp"
#include "evidence/book.hpp"
#include "evidence/doubts.hpp"
#include "registry/heads.hpp"
#include "registry/profile.hpp"
#include "standing/comparison.hpp"

namespace tamga::api {

void complete_entry(journal::Entry& entry, registry::Participant const& participant,
                    standing::Standing const& standing) {
  entry.object = participant.tax_id;
  entry.result = std::string(standing::name_of(standing.effect()));
  if (!standing.findings.empty()) entry.error = standing::error_of(standing.findings.front().cause).name;
}

Result<RegisterAnswer> ask_register(standing::Watch const& watch, registry::Participant participant) {
  RegisterAnswer answer{.participant = std::move(participant)};
  if (answer.participant.authority) return answer;
  auto found = watch.businesses.find(answer.participant.tax_id);
  if (found)
    answer.said = *std::move(found);
  else if (found.error().is(business_register::kRegisterUnreachable))
    answer.silent = true;
  else
    return fail(std::move(found).error());
  return answer;
}

namespace {

struct Signed {
  crypto::Sha256 certificate{};
  evidence::Chains chains;
};

/// Certificates of the head that may be good.
Result<std::vector<crypto::Sha256>> good_certificates(sql::Connection& reader,
                                                      registry::ParticipantNo participant, UnixMs now) {
  std::vector<crypto::Sha256> out;
  TAMGA_ASSIGN(certificates, registry::head_certificates(reader, participant));
  for (registry::HeadCertificate const& one : certificates) {
    bool const ended = one.ends.value() != 0 && one.ends <= now;
    if (one.revoked.value() == 0 && !ended) out.push_back(one.certificate);
  }
  return out;
}

/// With the path of the last signature each of them made.
Result<std::vector<Signed>> to_ask(sql::Connection& reader, std::vector<crypto::Sha256> const& certificates) {
  std::vector<Signed> out;
  for (crypto::Sha256 const& one : certificates) {
    TAMGA_ASSIGN(set, evidence::set_of_signer(reader, one));
    if (!set) continue;
    TAMGA_ASSIGN(chains, evidence::find_chains(reader, *set));
    out.push_back({one, std::move(chains)});
  }
  return out;
}

/// Numbers in the register of businesses that those of the certificates name which are kept whole: all by
/// which somebody applied, signed or signed in.
Result<std::vector<std::string>> named_numbers(sql::Connection& reader,
                                               std::vector<crypto::Sha256> const& certificates) {
  std::vector<std::string> digests;
  for (crypto::Sha256 const& one : certificates) digests.push_back(crypto::hex(one));
  TAMGA_ASSIGN(pieces, evidence::find_pieces(reader, digests));
  std::vector<std::string> out;
  for (evidence::Piece const& piece : pieces) {
    TAMGA_ASSIGN(certificate, crypto::Certificate::from_der(piece.bytes));
    auto const holder = crypto::holder_of(certificate.subject());
    if (holder && !holder->registry_id.empty()) out.push_back(holder->registry_id);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// What is known of the certificates of the head, by these answers and by earlier ones.
Result<standing::Settled> settle_head(standing::Watch const& watch, documents::Turn& turn,
                                      RegisterAnswer const& answer) {
  registry::ParticipantNo const number = answer.participant.number;
  for (crypto::Sha256 const& certificate : answer.revoked)
    TAMGA_TRY(registry::note_revoked(turn.connection(), certificate, turn.now()));
  TAMGA_ASSIGN(certificates, registry::head_certificates(turn.connection(), number));
  return standing::judge_head(turn.connection(), watch.rules, number,
                              registry::all_revoked(certificates, turn.now()), turn.now());
}

}  // namespace

Result<void> ask_about_head(sql::Store& store, crypto::RevocationChecker* revocation, UnixMs now,
                            RegisterAnswer& answer) {
  if (answer.participant.authority) return {};
  std::vector<Signed> certificates;
  {
    TAMGA_ASSIGN(reader, store.reader());
    TAMGA_ASSIGN(good, good_certificates(*reader, answer.participant.number, now));
    TAMGA_ASSIGN(named, named_numbers(*reader, good));
    answer.certified = std::move(named);
    if (revocation == nullptr) return {};
    TAMGA_ASSIGN(found, to_ask(*reader, good));
    certificates = std::move(found);
  }
  for (Signed const& one : certificates)
    if (evidence::look_again(one.chains, *revocation, now, now).standing == evidence::Standing::Revoked)
      answer.revoked.push_back(one.certificate);
  return {};
}

Result<std::optional<standing::Standing>> settle_standing(standing::Watch const& watch, documents::Turn& turn,
                                                          RegisterAnswer const& answer) {
  registry::ParticipantNo const number = answer.participant.number;
  std::optional<standing::Standing> changed;
  if (answer.participant.authority) {
    TAMGA_TRY(standing::exempt(turn.connection(), number));
    return changed;
  }
  TAMGA_ASSIGN(settled, settle_head(watch, turn, answer));
  if (answer.silent) {
    TAMGA_TRY(standing::postpone(turn.connection(), watch.rules, number, turn.now()));
  } else {
    TAMGA_ASSIGN(profile, registry::find_profile(turn.connection(), number));
    TAMGA_ASSIGN(said, standing::settle(turn.connection(), watch.rules, number, profile, answer.said,
                                        answer.certified, turn.now()));
    settled = {std::move(said.standing), settled.before, settled.changed || said.changed};
  }
  if (!settled.changed) return changed;
  journal::Entry entry;
  entry.at = turn.now();
  entry.participant = number.value();
  entry.action = "standing.check";
  complete_entry(entry, answer.participant, settled.standing);
  turn.journal(std::move(entry));
  TAMGA_TRY(standing::tell(turn.connection(), watch, answer.participant, settled, turn.now()));
  changed = std::move(settled.standing);
  return changed;
}

}  // namespace tamga::api
