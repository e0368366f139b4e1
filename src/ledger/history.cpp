// SPDX-License-Identifier: Apache-2.0
#include "ledger/history.hpp"

#include "ledger/errors.hpp"

namespace tamga::ledger {
namespace {

/// Stands where an event number would, before each chunk.
constexpr std::uint64_t kChunk = 0;

}  // namespace

void EventChunk::add(Event event, DocumentNo document, int offset, int count) {
  if (count_ > 0 && (event != event_ || document != document_ || offset < end_)) close_event();
  if (count_ == 0) {
    event_ = event;
    document_ = document;
    end_ = 0;
  }
  put_varint(stretches_, static_cast<std::uint64_t>(offset - end_));
  put_varint(stretches_, static_cast<std::uint64_t>(count));
  end_ = offset + count;
  ++count_;
}

void EventChunk::close_event() {
  if (count_ == 0) return;
  if (bytes_.empty()) put_varint(bytes_, kChunk);
  put_varint(bytes_, static_cast<std::uint64_t>(event_));
  put_signed(bytes_, document_.value() - previous_.value());
  put_varint(bytes_, count_);
  bytes_ += stretches_;
  stretches_.clear();
  previous_ = document_;
  count_ = 0;
}

std::string EventChunk::finish() && {
  close_event();
  return std::move(bytes_);
}

Result<std::vector<BlockEvent>> decode_chunks(std::string_view bytes) {
  ByteReader reader(bytes);
  std::vector<BlockEvent> events;
  DocumentNo document;
  while (reader.ok() && !reader.done()) {
    std::uint64_t const event = reader.varint();
    if (event == kChunk) {
      document = DocumentNo();
      continue;
    }
    document = DocumentNo(document.value() + reader.signed_varint());
    std::uint64_t const count = reader.varint();
    if (event >= kEventCount || count > static_cast<std::uint64_t>(kBlockSize)) break;
    BlockEvent one{static_cast<Event>(event), document, {}};
    std::uint64_t end = 0;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
      std::uint64_t const offset = end + reader.varint();
      std::uint64_t const length = reader.varint();
      end = offset + length;
      if (end > static_cast<std::uint64_t>(kBlockSize))
        return fail(Error(kLedgerDamaged).log("history stretch"));
      one.stretches.emplace_back(static_cast<int>(offset), static_cast<int>(length));
    }
    events.push_back(std::move(one));
  }
  if (!reader.ok() || !reader.done()) return fail(Error(kLedgerDamaged).log("history chunk"));
  return events;
}

}  // namespace tamga::ledger
