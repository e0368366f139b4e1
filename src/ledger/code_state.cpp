// SPDX-License-Identifier: Apache-2.0
#include "ledger/code_state.hpp"

namespace tamga::ledger {

void Patch::apply(CodeState& state) const {
  if (fields & kStatus) state.status = value.status;
  if (fields & kOwner) state.owner = value.owner;
  if (fields & kParent) state.parent = value.parent;
  if (fields & kLot) state.lot = value.lot;
  if (fields & kReason) state.reason = value.reason;
  state.marks = static_cast<Marks>((state.marks | set) & ~clear);
}

void Patch::encode(std::string& out) const {
  put_varint(out, fields);
  put_varint(out, set);
  put_varint(out, clear);
  if (fields & kStatus) put_varint(out, static_cast<std::uint64_t>(value.status));
  if (fields & kOwner) put_varint(out, value.owner.value());
  if (fields & kParent) put_varint(out, static_cast<std::uint64_t>(value.parent.value()));
  if (fields & kLot) put_varint(out, static_cast<std::uint64_t>(value.lot.value()));
  if (fields & kReason) put_varint(out, value.reason);
}

Patch Patch::decode(ByteReader& reader) {
  Patch patch;
  patch.fields = static_cast<std::uint8_t>(reader.varint());
  patch.set = static_cast<Marks>(reader.varint());
  patch.clear = static_cast<Marks>(reader.varint());
  if (patch.fields & kStatus) patch.value.status = static_cast<CodeStatus>(reader.varint());
  if (patch.fields & kOwner) patch.value.owner = ParticipantNo(static_cast<std::uint32_t>(reader.varint()));
  if (patch.fields & kParent) patch.value.parent = CodeNo(static_cast<std::int64_t>(reader.varint()));
  if (patch.fields & kLot) patch.value.lot = LotNo(static_cast<std::int64_t>(reader.varint()));
  if (patch.fields & kReason) patch.value.reason = static_cast<std::uint8_t>(reader.varint());
  return patch;
}

}  // namespace tamga::ledger
