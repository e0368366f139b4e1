// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/revocation.hpp"
#include "crypto/time_stamp.hpp"
#include "crypto/trust_store.hpp"

namespace tamga::crypto {

/// Who signed, and when. Only what a signature covers: of the unsigned attributes nothing but a time stamp is
/// looked at, which is signed by itself.
struct Signer {
  Certificate certificate;
  /// When the signer says it was. Untrusted; a login checks it against the clock.
  std::optional<UnixMs> claimed_time;
  /// "ecdsa-sha256": for the journal.
  std::string_view scheme;
  /// From the certificate to a root: to be kept with the document.
  CertificatePath path;
  std::optional<TimeStamp> time_stamp;
  /// Of each certificate of the path but the root, the signer's first; empty when revocation is not looked
  /// at.
  std::vector<Revocation> revocation;
};

struct SignedContent {
  Signer signer;
  std::string content;
};

/// When a signature came and when it is looked at: the same moment, but for what was kept waiting.
struct Arrival {
  Arrival(UnixMs when) : at(when), now(when) {}
  Arrival(UnixMs when, UnixMs today) : at(when), now(today) {}
  UnixMs at;   ///< the certificate must have been good then, unless a time stamp says otherwise
  UnixMs now;  ///< by which lists and answers of authorities are fresh
};

/// Whoever says whose signature it is: this program (`CmsVerifier`), or a verification server that the
/// operator has to use. Everything behind it sees the same value. Safe from any thread; may wait for others,
/// so it belongs on a worker.
class SignatureVerifier {
 public:
  virtual ~SignatureVerifier() = default;

  /// A signature without its content. `content`: the bytes as they came over the wire, before any parsing.
  [[nodiscard]] virtual Result<Signer> verify_detached(std::string_view cms, std::string_view content,
                                                       Arrival arrival) const = 0;
  /// A signature with its content inside. The caller compares the content with what it expected.
  [[nodiscard]] virtual Result<SignedContent> verify_attached(std::string_view cms,
                                                              Arrival arrival) const = 0;
};

}  // namespace tamga::crypto
