// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "evidence/proof.hpp"
#include "sql/connection.hpp"

namespace tamga::evidence {

/// Stored numbers.
enum class PieceKind : std::uint8_t { Certificate = 1, RevocationList = 2, StatusAnswer = 3 };

/// A certificate, a list or an answer: DER.
struct Piece {
  crypto::Sha256 digest{};
  PieceKind kind = PieceKind::Certificate;
  std::string bytes;
};

/// What was signed. Stored numbers.
enum class Subject : std::uint8_t {
  Document = 1,
  Application = 2,
  Contract = 3,  ///< by the participant
  Withdrawal = 4,
  ContractByOperator = 5,
};
constexpr std::string_view name_of(Subject subject) {
  constexpr std::array<std::string_view, 6> kNames{"",         "document",   "application",
                                                   "contract", "withdrawal", "contract_by_operator"};
  return kNames[static_cast<std::size_t>(subject)];
}

/// Sets that are certainly stored, so that the second document of an hour writes nothing. Safe from any
/// thread.
class Shelf {
 public:
  [[nodiscard]] bool holds(crypto::Sha256 const& set) const;
  /// After the commit that stored it.
  void remember(crypto::Sha256 const& set);

 private:
  static constexpr std::size_t kMost = 10'000;
  mutable std::mutex mutex_;
  std::set<crypto::Sha256> sets_;
  std::deque<crypto::Sha256> oldest_;
};

// Within the transaction of `connection`.

/// The set and the pieces that are not there yet.
Result<void> keep(sql::Connection& connection, Proof const& proof);
/// Also says that this is the set of something that is no document.
Result<void> keep(sql::Connection& connection, Subject subject, std::int64_t id, Proof const& proof);

/// The certificate by which somebody signed in: whatever is to be encrypted for him needs it whole.
Result<void> keep_certificate(sql::Connection& connection, crypto::Certificate const& certificate);

struct Linked {
  crypto::Sha256 evidence{};
  UnixMs moment;
};
Result<std::optional<Linked>> find_link(sql::Connection& connection, Subject subject, std::int64_t id);
/// The set of the last signature that a certificate made, if any is kept.
Result<std::optional<crypto::Sha256>> set_of_signer(sql::Connection& connection,
                                                    crypto::Sha256 const& certificate);
Result<std::optional<ProofSet>> find_set(sql::Connection& connection, crypto::Sha256 const& digest);
/// By digests in hexadecimal digits; those that are missing are left out.
Result<std::vector<Piece>> find_pieces(sql::Connection& connection, std::vector<std::string> const& digests);

}  // namespace tamga::evidence
