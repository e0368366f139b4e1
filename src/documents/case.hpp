// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "admission/passage.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "documents/desk.hpp"
#include "documents/named_codes.hpp"
#include "documents/notice.hpp"
#include "ledger/batch.hpp"

namespace tamga::documents {

/// What a kind asks about codes: whether an event may happen to them, and what else it wants to know of a
/// run.
struct Question {
  using Condition = std::function<ErrorKind const*(ledger::SeriesNo, ledger::CodeState const&)>;
  using Spares = std::function<bool(ledger::SeriesNo, ledger::CodeState const&, ledger::Scope)>;

  Question(ledger::Event what) : event(what) {}
  Question(ledger::Event what, Condition condition) : event(what), also(std::move(condition)) {}

  ledger::Event event;
  Condition also{};   ///< asked where everything else allows the event: nothing, or why not
  Spares spares{};    ///< runs of a tree that the event passes by; what they hold is looked at all the same
  bool lots = false;  ///< `also` looks at lots
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
    Date today;                      ///< in the country
    registry::UserNo user{};         ///< who signs, or sends what needs no signature; 0: the system itself
    crypto::Sha256 certificate{};    ///< by which he does
    ledger::ParticipantNo signer{};  ///< whose user that is, when it is not the sender's: a service provider
  };

  Case(Context context, Naming const& naming, Resolution resolution, ledger::Batch& batch, Desk& desk);

  /// What the sender may do as far as contracts decide; everything when it was not said.
  void set_passage(admission::Passage passage, admission::Deed deed) {
    passage_ = std::move(passage);
    deed_ = deed;
  }
  /// Objects, once for each group, when the sender may not do this with codes of the group.
  void judge_group(std::string const& code);

  [[nodiscard]] Context const& context() const { return context_; }
  /// In whose name it is sent.
  [[nodiscard]] ledger::ParticipantNo sender() const { return context_.sender.participant; }
  /// Whose people signed it: the sender, or his service provider.
  [[nodiscard]] ledger::ParticipantNo signer() const {
    return context_.signer == ledger::ParticipantNo() ? sender() : context_.signer;
  }
  [[nodiscard]] Naming const& naming() const { return *naming_; }
  [[nodiscard]] Desk& desk() { return *desk_; }
  [[nodiscard]] country::CountryRules const& rules() const { return desk_->country().rules(); }
  [[nodiscard]] ledger::Batch& batch() { return *batch_; }

  /// The codes of some parts together; repetitions among them are refused (CODE_TWICE).
  NamedCodes codes(std::span<Naming::Part const> parts);
  NamedCodes codes(Naming::Part const& part) { return codes(std::span(&part, 1)); }
  /// The same, or only the set of one part, with no word about repetitions.
  [[nodiscard]] NamedCodes codes_quietly(std::span<Naming::Part const> parts) const;
  [[nodiscard]] ledger::CodeSet set_of(Naming::Part part) const;
  [[nodiscard]] ledger::CodeNo code(std::size_t item) const { return resolution_.codes[item]; }

  /// The named codes that the event may happen to; the rest is refused. Looks at the life cycle, at the rules
  /// of the product group (which documents may name its codes), at recalls and at terms.
  Result<ledger::CodeSet> judge(Question const& question, NamedCodes const& named) {
    return judge(question, named, named.set());
  }
  /// Looks only at `among`, a part of the named codes.
  Result<ledger::CodeSet> judge(Question const& question, NamedCodes const& named,
                                ledger::CodeSet const& among, ledger::Scope scope = ledger::Scope::Named);
  /// The same where a package stands for all it holds: it is accepted only if the event may also happen to
  /// everything inside. A spared package with nothing inside for the event is refused (PACKAGE_EMPTY).
  struct Tree {
    ledger::CodeSet named;
    ledger::CodeSet content;
    [[nodiscard]] ledger::CodeSet all() const { return named.unite(content); }
    [[nodiscard]] bool empty() const { return named.empty() && content.empty(); }
  };
  Result<Tree> judge_tree(Question const& question, NamedCodes const& named);
  /// Refuses named codes of the tree that lie in a package which has the mark and is not of the tree: its
  /// content cannot lose a hold that it keeps.
  Result<void> judge_parents(NamedCodes const& named, Tree const& tree, ledger::Mark mark);

  /// What lies in `packages` now: directly, and at any depth, without them.
  Result<ledger::CodeSet> direct_content(ledger::CodeSet const& packages);
  Result<ledger::CodeSet> content(ledger::CodeSet const& packages);
  /// Why the event may not happen to something in `content`; nothing if it may happen to all.
  Result<ErrorKind const*> judge_content(Question const& question, ledger::CodeSet const& content);
  /// Whether codes of the series can hold others: transport units, group packs, sets.
  [[nodiscard]] bool may_be_package(ledger::SeriesNo series);
  [[nodiscard]] bool is_transport(ledger::SeriesNo series) const;
  /// The part of `codes` that is transport units.
  [[nodiscard]] ledger::CodeSet transport_of(ledger::CodeSet const& codes) const;
  /// Today's rules of the product group; null for transport units.
  [[nodiscard]] country::GroupRules const* group_rules(ledger::SeriesNo series) const;
  /// Brings the states and the lots of codes, so that both can be looked at.
  Result<void> load_lots(ledger::CodeSet const& codes);

  /// Product groups that whoever signs is limited to; empty: none.
  void limit_to_groups(std::vector<std::string> groups) { own_groups_ = std::move(groups); }
  /// Product groups that a service provider is limited to; empty: none.
  void limit_to_mandate(std::vector<std::string> groups) { mandate_groups_ = std::move(groups); }
  [[nodiscard]] bool works_with_group(std::string_view group) const;
  /// The power of attorney under which the document is signed; told in its verdict.
  void under_power(std::string number) { power_ = std::move(number); }
  [[nodiscard]] std::string const& power() const { return power_; }

  void refuse(std::size_t item, ErrorKind const& kind) { refusals_.push_back({item, &kind}); }
  void refuse(Refusal refusal) { refusals_.push_back(std::move(refusal)); }
  /// Items whose codes were never issued here. They are no longer refused: the document brings them.
  std::vector<std::size_t> take_unissued();
  void refuse_all(NamedCodes const& named, ledger::CodeRange range, ErrorKind const& kind);
  /// The same where the state of a code, or of something in it, is the reason why `event` may not happen.
  void refuse_all(NamedCodes const& named, ledger::CodeRange range, ErrorKind const& kind,
                  ledger::Event event, ledger::CodeState const& state);
  /// What `judge_content` found, as an error of the document.
  [[nodiscard]] Error content_error(ErrorKind const& kind, ledger::Event event) const;
  [[nodiscard]] std::vector<Refusal> const& refusals() const { return refusals_; }

  /// Something is wrong with the document as a whole or with a field that is no code; `where()` of the error
  /// is its JSON pointer. All of them are told at once, and the document is rejected whatever its atomicity.
  void object(Error error) { objections_.push_back(std::move(error)); }
  [[nodiscard]] std::vector<Error> const& objections() const { return objections_; }

  /// The codes change, and what they cost follows.
  void change(ledger::Event event, ledger::Patch const& patch, ledger::CodeSet const& codes);
  /// What was objected to so far, taken away: it stands against something else than this document.
  [[nodiscard]] std::vector<Error> take_objections() { return std::exchange(objections_, {}); }
  /// The other side of the document: who gets the goods or gave them, who is appointed.
  void deals_with(ledger::ParticipantNo counterpart) { counterpart_ = counterpart; }
  [[nodiscard]] ledger::ParticipantNo counterpart() const { return counterpart_; }
  void tell(ledger::ParticipantNo to, std::string event, std::string data) {
    notices_.push_back({to, std::move(event), std::move(data)});
  }
  [[nodiscard]] std::vector<Notice>& notices() { return notices_; }

 private:
  /// What stands against a run beside the life cycle. The lots of the runs are loaded.
  ErrorKind const* objection(ledger::Event event, ledger::SeriesNo series, ledger::CodeState const& state);
  Result<void> prepare(Question const& question, ledger::CodeSet const& codes);
  ErrorKind const* verdict(Question const& question, ledger::CodeRange range, ledger::CodeState const& state,
                           ledger::Scope scope);
  [[nodiscard]] ledger::CodeSet spared(Question const& question, ledger::CodeSet const& codes,
                                       ledger::Scope scope) const;
  Result<Tree> judge_each_tree(Question const& question, NamedCodes const& named,
                               ledger::CodeSet const& accepted, ledger::CodeSet const& passed_by);

  Context context_;
  Naming const* naming_;
  Resolution resolution_;
  ledger::Batch* batch_;
  Desk* desk_;
  admission::Passage passage_;
  admission::Deed deed_ = admission::Deed::WithGoods;
  std::set<std::string> judged_groups_;
  std::map<ledger::SeriesNo, ErrorKind const*> group_refusals_;
  std::map<ledger::SeriesNo, bool> package_series_;
  ledger::CodeState offender_;  // the content that `judge_content` objected to
  std::vector<std::string> own_groups_;
  std::vector<std::string> mandate_groups_;
  std::string power_;
  std::vector<Refusal> refusals_;
  std::vector<Error> objections_;
  ledger::ParticipantNo counterpart_{};
  std::vector<Notice> notices_;
};

}  // namespace tamga::documents
