// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "crypto/sha256.hpp"
#include "registry/address_range.hpp"
#include "registry/participant.hpp"

namespace tamga::registry {

/// What a program may be trusted with. A closed list: a key that holds a word may do that and nothing else.
enum class Scope : std::uint8_t {
  Receipts,   ///< send receipts and refunds of cash registers
  Checks,     ///< check codes as its participant
  Documents,  ///< send and read all other documents
  Orders,     ///< order codes and fetch them
  Read,       ///< read documents, orders, codes, goods, stock and events
};
inline constexpr std::array kScopes{Scope::Receipts, Scope::Checks, Scope::Documents, Scope::Orders,
                                    Scope::Read};

constexpr std::string_view name_of(Scope scope) {
  constexpr std::array<std::string_view, 5> kNames{"receipts", "checks", "documents", "orders", "read"};
  return kNames[static_cast<std::size_t>(scope)];
}

/// A set of scopes.
class Scopes {
 public:
  constexpr Scopes() = default;
  constexpr Scopes(Scope one) : bits_(bit(one)) {}
  constexpr Scopes(std::initializer_list<Scope> all) {
    for (Scope const one : all) bits_ |= bit(one);
  }
  static constexpr Scopes of_bits(std::int64_t bits) {
    Scopes out;
    for (Scope const one : kScopes)
      if ((bits & bit(one)) != 0) out.bits_ |= bit(one);
    return out;
  }
  static constexpr Scopes all() { return of_bits(~std::int64_t{0}); }

  [[nodiscard]] constexpr bool has(Scope one) const { return (bits_ & bit(one)) != 0; }
  [[nodiscard]] constexpr bool meets(Scopes other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr std::int64_t bits() const { return bits_; }
  [[nodiscard]] std::vector<Scope> list() const {
    std::vector<Scope> out;
    for (Scope const one : kScopes)
      if (has(one)) out.push_back(one);
    return out;
  }
  /// "receipts, checks".
  [[nodiscard]] std::string text() const {
    std::string out;
    for (Scope const one : list()) out.append(out.empty() ? "" : ", ").append(name_of(one));
    return out;
  }
  friend constexpr Scopes operator|(Scopes left, Scopes right) { return of_bits(left.bits_ | right.bits_); }
  friend constexpr bool operator==(Scopes, Scopes) = default;

 private:
  static constexpr std::int64_t bit(Scope one) { return std::int64_t{1} << static_cast<int>(one); }
  std::int64_t bits_ = 0;
};

/// How a key stands.
enum class ApiKeyState : std::uint8_t {
  Active,
  Expiring,  ///< good for two weeks or less
  Rotated,   ///< has a successor and still works
  Expired,
  Revoked,
};

/// The key of a technical user: by it a program acts for a participant, within scopes, without signing in.
struct ApiKey {
  static constexpr std::int64_t kExpiringMs = 14 * std::int64_t{86'400'000};

  crypto::Sha256 digest{};  ///< of the key itself, which is shown once and never kept
  ParticipantNo participant;
  std::string name;  ///< what the participant calls the program
  Scopes scopes;
  std::vector<AddressRange> addresses;  ///< from which it may be used; empty: from everywhere
  crypto::Sha256 certificate{};         ///< whose signature made it
  std::string person;                   ///< the holder of that certificate
  UnixMs made;
  UnixMs expires;
  std::optional<UnixMs> used{};     ///< lately; to the minute
  std::optional<UnixMs> revoked{};  ///< since when
  std::string replaced_by{};        ///< id of the key that follows it

  /// The first eight bytes of its digest in hexadecimal digits: names the key in lists and in the journal.
  [[nodiscard]] std::string id() const { return crypto::hex(digest).substr(0, 16); }
  [[nodiscard]] ApiKeyState state(UnixMs now) const {
    if (revoked) return ApiKeyState::Revoked;
    if (expires <= now) return ApiKeyState::Expired;
    if (!replaced_by.empty()) return ApiKeyState::Rotated;
    return expires.value() - now.value() <= kExpiringMs ? ApiKeyState::Expiring : ApiKeyState::Active;
  }
  /// It has neither ended nor a successor.
  [[nodiscard]] bool current(UnixMs now) const {
    auto const how = state(now);
    return how == ApiKeyState::Active || how == ApiKeyState::Expiring;
  }
};

}  // namespace tamga::registry
