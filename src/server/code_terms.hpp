// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/time.hpp"
#include "documents/sequencer.hpp"
#include "documents/submission.hpp"

namespace tamga::server {

/// Writes off codes whose term ran out: looks for such orders now and then and sends a document for each, in
/// the name of the operator, through the same turn as everybody's documents. A document that could not be
/// sent is sent the next time: its idempotency key is the order, so nothing happens twice. One thread of its
/// own.
class CodeTerms {
 public:
  /// All outlive this object. `operator_` sends the documents.
  CodeTerms(sql::Store& store, documents::Sequencer& sequencer, documents::Submission::Readers readers,
            documents::Sender operator_, Clock const& clock, std::chrono::milliseconds every);
  ~CodeTerms();
  CodeTerms(CodeTerms const&) = delete;
  CodeTerms& operator=(CodeTerms const&) = delete;

 private:
  void run();
  Result<void> send_all();

  sql::Store* store_;
  documents::Sequencer* sequencer_;
  documents::Submission::Readers readers_;
  documents::Sender operator_;
  Clock const* clock_;
  std::chrono::milliseconds every_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace tamga::server
