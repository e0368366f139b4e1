// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ledger/life_cycle.hpp"

namespace tamga::ledger {

/// One event of a block's history as it is stored: which document did what to which offsets of the block.
struct BlockEvent {
  Event event;
  DocumentNo document;
  std::vector<std::pair<int, int>> stretches;  ///< (first offset, count), ascending
};

/// Appends events of one block, in the order in which they happened, to a chunk of bytes. A chunk is what one
/// batch adds to the history of a block.
class EventChunk {
 public:
  void add(Event event, DocumentNo document, int offset, int count);
  [[nodiscard]] bool empty() const { return bytes_.empty() && stretches_.empty(); }
  /// The bytes of the chunk; no more events may be added afterwards.
  std::string finish() &&;

 private:
  void close_event();
  std::string bytes_;
  std::string stretches_;
  std::uint64_t count_ = 0;
  int end_ = 0;
  Event event_{};
  DocumentNo document_;
  DocumentNo previous_;
};

/// The events of any number of chunks behind one another; kLedgerDamaged when the bytes are none.
Result<std::vector<BlockEvent>> decode_chunks(std::string_view bytes);

}  // namespace tamga::ledger
