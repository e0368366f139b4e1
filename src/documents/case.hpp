// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "documents/named_codes.hpp"
#include "documents/package_shelf.hpp"
#include "ledger/batch.hpp"

namespace tamga::documents {

/// One document while it is judged and applied: who sends it, which codes it names, the ledger as it stands
/// before it. `check` of a kind asks the questions and collects refusals; `apply` makes the changes. One
/// thread, one transaction.
class Case {
 public:
  struct Context {
    ledger::Actor sender;
    ledger::DocumentNo number;
    UnixMs now;
  };

  Case(Context context, Naming const& naming, Resolution resolution, ledger::Batch& batch,
       PackageShelf& packages);

  [[nodiscard]] Context const& context() const { return context_; }
  [[nodiscard]] Naming const& naming() const { return *naming_; }
  [[nodiscard]] PackageShelf& packages() { return *packages_; }
  [[nodiscard]] ledger::Batch& batch() { return *batch_; }

  /// The codes of some parts together; repetitions among them are refused (CODE_TWICE).
  NamedCodes codes(std::span<Naming::Part const> parts);
  NamedCodes codes(Naming::Part const& part) { return codes(std::span(&part, 1)); }
  /// The codes of one part, with no word about repetitions.
  [[nodiscard]] ledger::CodeSet set_of(Naming::Part part) const;
  [[nodiscard]] ledger::CodeNo code(std::size_t item) const { return resolution_.codes[item]; }

  /// The named codes that `event` may happen to; the rest is refused.
  Result<ledger::CodeSet> judge(ledger::Event event, NamedCodes const& named) {
    return judge(event, named, named.set());
  }
  /// Looks only at `among`, a part of the named codes.
  Result<ledger::CodeSet> judge(ledger::Event event, NamedCodes const& named, ledger::CodeSet const& among);
  /// The same where a package stands for all it holds: it is accepted only if `event` may also happen to
  /// everything inside.
  struct Tree {
    ledger::CodeSet named;
    ledger::CodeSet content;
    [[nodiscard]] ledger::CodeSet all() const { return named.unite(content); }
  };
  Result<Tree> judge_tree(ledger::Event event, NamedCodes const& named);

  /// Everything that lies in `packages` now, at any depth, without them.
  Result<ledger::CodeSet> content(ledger::CodeSet const& packages);
  /// Why `event` may not happen to something in `content`; nothing if it may happen to all.
  [[nodiscard]] ErrorKind const* judge_content(ledger::Event event, ledger::CodeSet const& content) const;

  void refuse(std::size_t item, ErrorKind const& kind) { refusals_.push_back({item, &kind}); }
  void refuse_all(NamedCodes const& named, ledger::CodeRange range, ErrorKind const& kind);
  [[nodiscard]] std::vector<Refusal> const& refusals() const { return refusals_; }

  void change(ledger::Event event, ledger::Patch const& patch, ledger::CodeSet const& codes) {
    batch_->change(event, patch, codes);
  }

 private:
  Context context_;
  Naming const* naming_;
  Resolution resolution_;
  ledger::Batch* batch_;
  PackageShelf* packages_;
  std::vector<Refusal> refusals_;
};

}  // namespace tamga::documents
