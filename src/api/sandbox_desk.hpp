// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "registry/participant.hpp"

namespace tamga::api {

/// What only a sandbox does: its test authority certifies keys of whoever plays somebody of an invented
/// company. Never there in a real installation. Safe from any thread.
class SandboxDesk {
 public:
  struct Company {
    std::string key;
    std::string name;
    std::string tax_id;
    std::string person;
    bool authority = false;  ///< the operator itself
  };
  /// An e-mail that nobody sent anywhere.
  struct Letter {
    std::string to;
    std::string subject;
    std::string text;
    UnixMs at;
  };
  /// An account that passes every check of the country.
  struct Account {
    std::string bank;
    std::string account;
  };

  /// A code of a classifier that cards may carry.
  struct ClassCode {
    std::string classifier;
    std::string code;
  };

  virtual ~SandboxDesk() = default;
  [[nodiscard]] virtual std::vector<Company> const& companies() const = 0;
  /// A certificate of somebody of one of `companies` for a key that somebody else keeps
  /// (SubjectPublicKeyInfo, DER): of the person of this name, with a personal number that follows from the
  /// name, or of the head where the name is his or empty. Errors: CRYPTO_FAILED, also when the key is none of
  /// those that may sign.
  [[nodiscard]] virtual Result<crypto::Certificate> certify(std::string_view company, std::string_view person,
                                                            std::string_view public_key,
                                                            UnixMs now) const = 0;
  /// The newest letters, of one address or (empty) of all.
  [[nodiscard]] virtual std::vector<Letter> letters(std::string_view to, std::size_t most) const = 0;
  [[nodiscard]] virtual Account const& account() const = 0;
  [[nodiscard]] virtual std::vector<ClassCode> const& class_codes() const = 0;
  /// The beginning of GTINs that is kept free for this participant.
  [[nodiscard]] virtual std::string spare_prefix(registry::ParticipantNo participant) const = 0;
};

}  // namespace tamga::api
