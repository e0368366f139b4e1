// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "registry/api_key.hpp"
#include "sql/store.hpp"

namespace tamga::registry {

/// The keys of technical users. Stored as digests; those lately used are in memory. On a store shared by
/// several processes a change made by another one counts within five seconds. Safe from any thread.
class ApiKeys {
 public:
  static constexpr std::int64_t kLongestMs = 366 * std::int64_t{86'400'000};
  static constexpr std::int64_t kOverlapMs = 86'400'000;  ///< of a rotation that names no time
  static constexpr std::size_t kCurrentMax = 100;         ///< keys of a participant that have not ended

  /// Whether a token is one of these and not of a session: `tk_` and 43 characters.
  static bool is_one(std::string_view token);

  /// All outlive this object.
  static Result<std::unique_ptr<ApiKeys>> open(sql::Store& store, Rng& rng, Clock const& clock);
  ~ApiKeys();

  /// What is asked for, and by whose signature.
  struct Wanted {
    std::string name;
    Scopes scopes;
    std::vector<AddressRange> addresses;
    UnixMs expires;
    Signer signer;
    crypto::Sha256 request{};  ///< of the signed bytes: they make one key
  };
  struct Made {
    std::string token;  ///< the key itself
    ApiKey key;
  };
  /// Within the transaction of `connection`; good after its commit. A refusal leaves the transaction as it
  /// was. Errors: API_KEY_TERM (at /expires), API_KEY_NAME_TAKEN (at /name), API_KEY_TOO_MANY,
  /// API_KEY_REQUEST_USED.
  Result<Made> add(sql::Connection& connection, Wanted const& wanted);

  struct Rotation {
    std::string id;
    UnixMs expires;                   ///< of the new key
    std::optional<UnixMs> old_until;  ///< the old one works until then, and never longer than it would have
    Signer signer;
    crypto::Sha256 request{};
  };
  struct Rotated {
    Made made;
    ApiKey old;
  };
  /// A new key with name, scopes and addresses of another, which goes on for a while. Within the transaction
  /// of `connection`; `forget` the old one after its commit. Errors: API_KEY_NOT_YOURS, API_KEY_ENDED,
  /// API_KEY_TERM, API_KEY_REQUEST_USED.
  Result<Rotated> rotate(sql::Connection& connection, Rotation const& rotation);

  /// Within the transaction of `connection`; `forget` it after its commit. One that has ended stays as it is.
  /// Errors: API_KEY_NOT_YOURS.
  Result<ApiKey> revoke(sql::Connection& connection, ParticipantNo participant, std::string_view id);
  void forget(ApiKey const& key);

  /// Of a participant, newest first; at most a thousand.
  [[nodiscard]] Result<std::vector<ApiKey>> of(ParticipantNo participant) const;

  struct Seen {
    ApiKey key;
    /// Why it is good for nothing: API_KEY_REVOKED, API_KEY_EXPIRED, API_KEY_ADDRESS.
    std::optional<Error> refusal;
    bool due = false;  ///< its use is to be written down (`note_use`): at most once a minute
  };
  /// The key of a token that comes from `address`, which counts as used by that. Errors: API_KEY_UNKNOWN.
  [[nodiscard]] Result<Seen> look(std::string_view token, std::string_view address) const;
  Result<void> note_use(sql::Connection& connection, ApiKey const& key) const;
  /// The same, not used by that. Errors: those of `Seen::refusal` too.
  [[nodiscard]] Result<ApiKey> find(std::string_view token, std::string_view address) const;

 private:
  struct State;
  explicit ApiKeys(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::registry
