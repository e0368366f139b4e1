// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "crypto/cms.hpp"
#include "documents/turn.hpp"
#include "documents/work.hpp"
#include "emission/resolver.hpp"
#include "evidence/policy.hpp"
#include "registry/register.hpp"

namespace tamga::documents {

/// Who sends, as the session says.
struct Sender {
  ledger::ParticipantNo participant;
  bool authority = false;
  crypto::Sha256 certificate{};
  std::string person;
  std::string api_key{};    ///< id of the key by which a program sends
  registry::UserNo user{};  ///< who; of a signed document whoever signed. 0: the system itself
  std::string address{};    ///< from where, for the journal
};

/// What came over the wire.
struct Parcel {
  std::string body;             ///< the bytes that are signed
  std::string signature;        ///< detached CMS, DER; empty for kinds that need none
  std::optional<Error> unread;  ///< why it is refused unread: no scope for it, a signature that is none
  std::string idempotency_key;  ///< may be empty only for a dry run
  std::string request_id;
  bool dry_run = false;  ///< judge and answer, change and keep nothing
  /// Of one that waited: the number it was given when it came.
  std::optional<ledger::DocumentNo> waited{};
  int checks = 0;  ///< of one that waited: how often nobody answered
  bool out_of_turn =
      false;  ///< of one that waited: a person wants to know now; the next try stays when it is
};

/// How it ended for the sender: the bytes were no document (`Malformed`), a document with its verdict (also a
/// rejected one), one that waits, or a failure of ours, after which the same parcel may be sent again.
struct Malformed {
  std::vector<Error> errors;
};
/// It waits until somebody answers whether its signature is good.
struct Postponed {
  StoredDocument document;  ///< status Waiting
  bool repeated = false;
};
struct Judged {
  StoredDocument document;  ///< without body and signature; of a dry run without number
  bool repeated = false;    ///< the answer to an earlier sending with the same key
};
using Answer = std::variant<Malformed, Judged, Postponed, Error>;

/// Told to the sender of a document that waited.
Notice judged_notice(StoredDocument const& document);

/// One document from the wire to its verdict. `prepare` does, on the caller's thread, all that needs no turn:
/// the signature over the bytes received, decoding, preflight, texts into numbers, packing. The turn judges
/// and applies.
class Submission final : public Operation {
 public:
  struct Readers {
    emission::Resolver const& resolver;
    crypto::SignatureVerifier const& verifier;
    registry::Register const& participants;
    country::Country const& country;
    /// What happens while nobody says whether a certificate was revoked; null: such documents are refused.
    evidence::Policy const* policy = nullptr;
  };
  using Done = std::function<void(Answer)>;

  /// Always gives an operation: one whose bytes are refused only puts the refusal into the journal. `done` is
  /// called once, after the commit, from the sequencer's thread.
  static std::unique_ptr<Submission> prepare(Sender sender, Parcel parcel, Readers const& readers,
                                             crypto::Arrival arrival, Done done);

  [[nodiscard]] std::int64_t weight() const override;
  [[nodiscard]] std::int64_t idempotency() const override;
  Result<void> perform(Turn& turn) override;
  void committed() override { done_(std::move(answer_)); }
  void failed(Error const& error) override { done_(error); }

 private:
  Submission(Sender sender, Parcel parcel, crypto::Arrival arrival, Done done);
  tl::expected<void, std::vector<Error>> read(Readers const& readers);
  Result<void> check_signature(Readers const& readers);
  Result<void> resolve(Readers const& readers);
  Result<void> resolve_new_packages(Turn& turn, Resolution& resolution) const;
  Result<void> judge(Turn& turn);
  Result<void> postpone(Turn& turn);
  Result<void> end_wait(Turn& turn);
  Result<void> keep_proof(Turn& turn, StoredDocument const& document);
  [[nodiscard]] Result<bool> answered_before(Turn& turn);
  [[nodiscard]] journal::Entry entry(Turn const& turn) const;
  void refuse(Turn& turn, Error error);

  Sender sender_;
  Parcel parcel_;
  crypto::Arrival arrival_;
  Done done_;
  std::vector<Error> flaws_;
  std::optional<Error> failure_;
  Kind const* kind_ = nullptr;
  std::unique_ptr<Work> work_;
  Resolution resolution_;
  std::string key_;  ///< under which it is found when it comes again
  std::string packed_;
  std::string said_kind_;  ///< of one that will wait
  crypto::Sha256 body_hash_{};
  std::optional<evidence::Proof> proof_;
  evidence::Policy const* policy_ = nullptr;
  bool postponed_ = false;  ///< nobody vouches for the signature now
  Answer answer_{Malformed{}};
};

}  // namespace tamga::documents
