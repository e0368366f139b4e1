// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "admission/admission.hpp"
#include "base/random.hpp"
#include "contracts/contracts.hpp"
#include "country/country.hpp"
#include "crypto/cms.hpp"
#include "crypto/key_ring.hpp"
#include "crypto/test_ca.hpp"
#include "documents/sequencer.hpp"
#include "documents/submission.hpp"
#include "emission/resolver.hpp"
#include "registry/register.hpp"

namespace tamga::bench {

/// Where documents are received, without sockets: everything that stands behind POST /api/v1/documents, on
/// the store that a plant has left. The plant's producer is enlisted, with a certificate of an authority of
/// its own.
class Office {
 public:
  explicit Office(std::filesystem::path const& folder);
  ~Office();

  /// Detached signature of the producer.
  [[nodiscard]] std::string sign(std::string_view body) const;
  /// A parcel with a key of its own.
  [[nodiscard]] documents::Parcel parcel(std::string body, std::string signature);
  /// Prepares on this thread and hands over; the answer comes after the commit.
  std::future<documents::Answer> send(documents::Parcel parcel);
  /// Ends the benchmark unless the document was accepted whole.
  static void expect_accepted(documents::Answer const& answer, std::int64_t codes);

  [[nodiscard]] documents::Submission::Readers readers() const;
  [[nodiscard]] emission::SeriesBook& book() { return *series_; }
  [[nodiscard]] emission::TailKeys const& tails() const { return *tails_; }
  [[nodiscard]] sql::Store& store() { return *store_; }
  [[nodiscard]] UnixMs now() const { return clock_.now(); }

 private:
  void enlist();
  /// The producer's contracts, for every group of which codes can be ordered.
  void conclude_contracts(crypto::TestCa const& authority);

  SystemClock clock_;
  SystemRng rng_;
  std::optional<country::Country> country_;
  std::unique_ptr<crypto::KeyRing> keys_;
  std::optional<crypto::SigningIdentity> producer_;
  std::optional<crypto::CmsVerifier> verifier_;
  std::unique_ptr<sql::Store> store_;
  std::optional<contracts::Templates> templates_;
  std::unique_ptr<registry::Register> participants_;
  std::optional<admission::Admission> admission_;
  std::unique_ptr<registry::Catalogue> catalogue_;
  std::unique_ptr<emission::SeriesBook> series_;
  std::optional<emission::TailKeys> tails_;
  std::optional<emission::Resolver> resolver_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::optional<documents::LotBook> lots_;
  std::unique_ptr<documents::RecallBook> recalls_;
  std::optional<NumberSource> numbers_;
  std::optional<documents::Books> books_;
  std::unique_ptr<documents::Sequencer> sequencer_;
  std::int64_t next_key_ = 0;
};

}  // namespace tamga::bench
