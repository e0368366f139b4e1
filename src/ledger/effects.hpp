// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ledger/code_set.hpp"
#include "ledger/code_state.hpp"
#include "ledger/life_cycle.hpp"

namespace tamga::ledger {

/// One thing a document did: what happened, to which codes, and what they became.
struct Change {
  Event event;
  Patch patch;
  CodeSet codes;
  friend bool operator==(Change const&, Change const&) = default;
};

/// All that a document did to the ledger, in order. This is what makes it durable: blocks, histories and
/// stock can be rebuilt from the effects of all documents (docs/formats/ledger.md).
struct Effects {
  std::vector<Change> changes;

  /// The bytes whose hash stands in the journal.
  void encode(std::string& out) const;
  static Result<Effects> decode(std::string_view bytes);
  friend bool operator==(Effects const&, Effects const&) = default;
};

/// A document of a commit.
struct DocumentEffects {
  DocumentNo document;
  Effects effects;
  friend bool operator==(DocumentEffects const&, DocumentEffects const&) = default;
};

/// The effects of all documents of one commit in one piece of bytes: what a document has in common with the
/// one before it is not written again, so a sale among other sales takes about ten bytes.
class CommitEffects {
 public:
  void add(DocumentNo document, Effects const& effects);
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  std::string finish() && { return std::move(bytes_); }
  static Result<std::vector<DocumentEffects>> decode(std::string_view bytes);

 private:
  struct Before {
    DocumentNo document;
    Event event{};
    Patch patch;
    CodeNo first;
  };
  void add(Change const& change);
  static Result<Change> take(ByteReader& reader, Before& before);

  std::string bytes_;
  Before before_;
};

}  // namespace tamga::ledger
