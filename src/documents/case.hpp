// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "documents/desk.hpp"
#include "documents/named_codes.hpp"
#include "ledger/batch.hpp"

namespace tamga::documents {

/// A word to a participant whom a document concerns, given after the commit.
struct Notice {
  ledger::ParticipantNo to;
  std::string event;  ///< "shipment.incoming", "code.sold_by_other" ...
  std::string data;   ///< JSON
};

/// One document while it is judged and applied: who sends it, which codes it names, the ledger and the desk
/// as they stand before it. `check` of a kind asks the questions and collects refusals; `apply` makes the
/// changes. One thread, one transaction.
class Case {
 public:
  struct Context {
    std::string_view kind;  ///< name of the document's kind
    ledger::Actor sender;
    ledger::DocumentNo number;
    UnixMs now;
    Date today;  ///< in the country
  };

  Case(Context context, Naming const& naming, Resolution resolution, ledger::Batch& batch, Desk& desk);

  [[nodiscard]] Context const& context() const { return context_; }
  [[nodiscard]] ledger::ParticipantNo sender() const { return context_.sender.participant; }
  [[nodiscard]] Naming const& naming() const { return *naming_; }
  [[nodiscard]] Desk& desk() { return *desk_; }
  [[nodiscard]] country::CountryRules const& rules() const { return desk_->country().rules(); }
  [[nodiscard]] ledger::Batch& batch() { return *batch_; }

  /// The codes of some parts together; repetitions among them are refused (CODE_TWICE).
  NamedCodes codes(std::span<Naming::Part const> parts);
  NamedCodes codes(Naming::Part const& part) { return codes(std::span(&part, 1)); }
  /// The codes of one part, with no word about repetitions.
  [[nodiscard]] ledger::CodeSet set_of(Naming::Part part) const;
  [[nodiscard]] ledger::CodeNo code(std::size_t item) const { return resolution_.codes[item]; }

  /// The named codes that `event` may happen to; the rest is refused. Looks at the life cycle, at the rules
  /// of the product group (which documents may name its codes), at recalls and at terms.
  Result<ledger::CodeSet> judge(ledger::Event event, NamedCodes const& named) {
    return judge(event, named, named.set());
  }
  /// Looks only at `among`, a part of the named codes.
  Result<ledger::CodeSet> judge(ledger::Event event, NamedCodes const& named, ledger::CodeSet const& among,
                                ledger::Scope scope = ledger::Scope::Named);
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
  Result<ErrorKind const*> judge_content(ledger::Event event, ledger::CodeSet const& content);
  /// Whether codes of the series can hold others: transport units, group packs, sets.
  [[nodiscard]] bool may_be_package(ledger::SeriesNo series) const;

  void refuse(std::size_t item, ErrorKind const& kind) { refusals_.push_back({item, &kind}); }
  void refuse_all(NamedCodes const& named, ledger::CodeRange range, ErrorKind const& kind);
  [[nodiscard]] std::vector<Refusal> const& refusals() const { return refusals_; }

  /// Something is wrong with the document as a whole or with a field that is no code; `where()` of the error
  /// is its JSON pointer. All of them are told at once, and the document is rejected whatever its atomicity.
  void object(Error error) { objections_.push_back(std::move(error)); }
  [[nodiscard]] std::vector<Error> const& objections() const { return objections_; }

  void change(ledger::Event event, ledger::Patch const& patch, ledger::CodeSet const& codes) {
    batch_->change(event, patch, codes);
  }
  void tell(ledger::ParticipantNo to, std::string event, std::string data) {
    notices_.push_back({to, std::move(event), std::move(data)});
  }
  [[nodiscard]] std::vector<Notice>& notices() { return notices_; }

 private:
  /// What stands against a run beside the life cycle. The lots of the runs are loaded.
  ErrorKind const* objection(ledger::Event event, ledger::SeriesNo series, ledger::CodeState const& state);
  Result<void> load_lots(ledger::Event event, ledger::CodeSet const& codes);
  ErrorKind const* verdict(ledger::Event event, ledger::CodeRange range, ledger::CodeState const& state,
                           ledger::Scope scope);

  Context context_;
  Naming const* naming_;
  Resolution resolution_;
  ledger::Batch* batch_;
  Desk* desk_;
  std::map<ledger::SeriesNo, bool> kind_allowed_;
  std::vector<Refusal> refusals_;
  std::vector<Error> objections_;
  std::vector<Notice> notices_;
};

}  // namespace tamga::documents
