// SPDX-License-Identifier: Apache-2.0
#include "ledger/effects.hpp"

#include "ledger/errors.hpp"

namespace tamga::ledger {

namespace {
constexpr std::uint64_t kFormat = 1;
constexpr char kCommitFormat = 2;

/// How a change of a commit begins.
enum Beginning : std::uint64_t { kAsBefore = 0, kNew = 1 };
}  // namespace

void Effects::encode(std::string& out) const {
  put_varint(out, kFormat);
  put_varint(out, changes.size());
  for (Change const& change : changes) {
    put_varint(out, static_cast<std::uint64_t>(change.event));
    change.patch.encode(out);
    change.codes.encode(out);
  }
}

Result<Effects> Effects::decode(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.varint() != kFormat) return fail(Error(kLedgerDamaged).log("effects format"));
  std::uint64_t const count = reader.varint();
  Effects effects;
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    std::uint64_t const event = reader.varint();
    if (event == 0 || event >= kEventCount) return fail(Error(kLedgerDamaged).log("effects event"));
    Patch const patch = Patch::decode(reader);
    effects.changes.push_back({static_cast<Event>(event), patch, CodeSet::decode(reader)});
  }
  if (!reader.ok() || !reader.done()) return fail(Error(kLedgerDamaged).log("effects length"));
  return effects;
}

void CommitEffects::add(DocumentNo document, Effects const& effects) {
  if (bytes_.empty()) bytes_.push_back(kCommitFormat);
  put_signed(bytes_, document.value() - before_.document.value());
  before_.document = document;
  put_varint(bytes_, effects.changes.size());
  for (Change const& change : effects.changes) add(change);
}

void CommitEffects::add(Change const& change) {
  bool const new_patch = change.event != before_.event || change.patch != before_.patch;
  put_varint(bytes_, new_patch ? kNew : kAsBefore);
  if (new_patch) {
    put_varint(bytes_, static_cast<std::uint64_t>(change.event));
    change.patch.encode(bytes_);
    before_.event = change.event;
    before_.patch = change.patch;
  }
  auto const ranges = change.codes.ranges();
  put_varint(bytes_, ranges.size());
  CodeNo end = before_.first;
  for (CodeRange const& range : ranges) {
    std::int64_t const gap = range.first.value() - end.value();
    if (range.first == ranges.front().first)
      put_signed(bytes_, gap);
    else
      put_varint(bytes_, static_cast<std::uint64_t>(gap));
    put_varint(bytes_, static_cast<std::uint64_t>(range.count));
    end = range.end();
  }
  if (!ranges.empty()) before_.first = ranges.front().first;
}

Result<Change> CommitEffects::take(ByteReader& reader, Before& before) {
  if (reader.varint() == kNew) {
    std::uint64_t const event = reader.varint();
    if (event == 0 || event >= kEventCount) return fail(Error(kLedgerDamaged).log("effects event"));
    before.event = static_cast<Event>(event);
    before.patch = Patch::decode(reader);
  }
  if (before.event == Event{}) return fail(Error(kLedgerDamaged).log("effects without event"));
  Change change{before.event, before.patch, {}};
  std::uint64_t const count = reader.varint();
  CodeNo end = before.first;
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    CodeNo const first = end + (i == 0 ? reader.signed_varint() : static_cast<std::int64_t>(reader.varint()));
    auto const length = static_cast<std::int64_t>(reader.varint());
    if (i == 0) before.first = first;
    change.codes.add({first, length});
    end = first + length;
  }
  return change;
}

Result<std::vector<DocumentEffects>> CommitEffects::decode(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != kCommitFormat)
    return fail(Error(kLedgerDamaged).log("effects format"));
  ByteReader reader(bytes.substr(1));
  std::vector<DocumentEffects> documents;
  Before before;
  while (reader.ok() && !reader.done()) {
    before.document = DocumentNo(before.document.value() + reader.signed_varint());
    DocumentEffects& one = documents.emplace_back();
    one.document = before.document;
    std::uint64_t const changes = reader.varint();
    for (std::uint64_t i = 0; i < changes && reader.ok(); ++i) {
      TAMGA_ASSIGN(change, take(reader, before));
      one.effects.changes.push_back(std::move(change));
    }
  }
  if (!reader.ok()) return fail(Error(kLedgerDamaged).log("effects length"));
  return documents;
}

}  // namespace tamga::ledger
