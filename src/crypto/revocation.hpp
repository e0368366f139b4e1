// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/fetcher.hpp"
#include "crypto/trust_store.hpp"

namespace tamga::crypto {

enum class RevocationStatus : std::uint8_t { Good, Revoked, Unknown };
enum class RevocationSource : std::uint8_t { None, List, Answer };  ///< CRL, OCSP

/// What is known about one certificate.
struct Revocation {
  RevocationStatus status = RevocationStatus::Unknown;
  RevocationSource source = RevocationSource::None;
  std::optional<UnixMs> revoked_at;
  std::string reason;                 ///< of the revocation, as RFC 5280 spells it: "keyCompromise"
  UnixMs issued_at;                   ///< by the authority
  std::optional<UnixMs> next_update;  ///< until when the authority stands by it
  UnixMs obtained_at;                 ///< by us
  bool late = false;                  ///< past that time, and accepted within the grace
  std::shared_ptr<std::string const>
      evidence;              ///< DER of the list or the answer, to be kept with the document
  Sha256 evidence_sha256{};  ///< of it; many statements share one list
};

/// What happens to a signature whose certificate nobody answers for.
enum class WhenUnreachable : std::uint8_t {
  Refuse,  ///< REVOCATION_UNKNOWN
  Grace,   ///< good for a while after the last good answer, then refused
  Accept,  ///< accepted, with the status Unknown in the result
};

struct RevocationOptions {
  WhenUnreachable when_unreachable = WhenUnreachable::Refuse;
  std::chrono::milliseconds grace = std::chrono::hours(24);
  /// A newer answer is asked for after this, though the old one may hold longer; one that states no end holds
  /// as long.
  std::chrono::milliseconds refresh_after = std::chrono::hours(1);
  std::chrono::milliseconds retry_after = std::chrono::seconds(30);  ///< after an address did not answer
  std::chrono::milliseconds clock_difference = std::chrono::minutes(5);
  std::size_t list_bytes = 32 << 20;
  std::size_t answer_bytes = 64 << 10;
  std::size_t remembered = 10'000;  ///< answers, the oldest are forgotten
};

/// Whether certificates were revoked: by OCSP (RFC 6960) at the address the certificate names, else by lists
/// (CRL, RFC 5280) given in files or fetched from its distribution points. Only what the issuing authority,
/// or for OCSP a responder it named, has signed counts. Lists and answers are remembered; an address that
/// fails is left alone for a while, so that a dead service costs one time-out and not one per document. Safe
/// from any thread; may wait for the network as long as the fetcher does, so it belongs on a worker.
class RevocationChecker {
 public:
  /// `fetcher` null: lists from files only.
  RevocationChecker(std::shared_ptr<Fetcher> fetcher, RevocationOptions options);
  ~RevocationChecker();

  /// A list out of a file, DER or PEM, of an authority of `trust` or of one below it that is given in
  /// `others`. Errors: REVOCATION_LIST_MALFORMED, also when nobody of them signed it.
  Result<void> add_list(std::string_view bytes, std::vector<Certificate> const& issuers);

  /// Of every certificate of the path but the root, in its order. `now`: by which answers are fresh;
  /// `moment`: of the signature, earlier than `now` if a time stamp says so. Errors: CERTIFICATE_REVOKED when
  /// one of them was revoked at that moment; REVOCATION_UNKNOWN as the policy says.
  /// `when_unreachable`: instead of the policy of the options.
  Result<std::vector<Revocation>> check(std::vector<Certificate> const& path, UnixMs now, UnixMs moment,
                                        std::optional<WhenUnreachable> when_unreachable = {});
  /// The same without a judgement, for whoever decides later: what holds no longer has the status Unknown.
  std::vector<Revocation> look(std::vector<Certificate> const& path, UnixMs now);

  /// What was found, and how often somebody was asked, since the start.
  struct Counters {
    std::atomic<std::int64_t> good{0};
    std::atomic<std::int64_t> revoked{0};
    std::atomic<std::int64_t> unknown{0};
    std::atomic<std::int64_t> fetched{0};  ///< lists and answers
    std::atomic<std::int64_t> failed{0};   ///< fetches without a usable one
  };
  [[nodiscard]] Counters const& counters() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tamga::crypto
