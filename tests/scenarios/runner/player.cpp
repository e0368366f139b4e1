// SPDX-License-Identifier: Apache-2.0
#include "runner/player.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <optional>

#include "runner/expectations.hpp"
#include "runner/watch.hpp"

namespace tamga::scenario {
namespace {

/// The row of a table that a line fits; of two, the one with more words in common. The closest one is named
/// when there is none.
template <class Row>
std::pair<Row const*, Match> find_row(std::span<Row const> rows, std::string_view line) {
  Row const* found = nullptr;
  Row const* rival = nullptr;
  Row const* closest = &rows.front();
  Match match;
  for (Row const& row : rows) {
    if (row.pattern.likeness(line) > closest->pattern.likeness(line)) closest = &row;
    auto here = row.pattern.match(line);
    if (!here || (found && here->words() < match.words())) continue;
    rival = found && here->words() == match.words() ? found : nullptr;
    found = &row;
    match = *std::move(here);
  }
  if (rival)
    throw Mistake(
        fmt::format("two meanings: \"{}\" and \"{}\"", rival->pattern.text(), found->pattern.text()));
  if (!found)
    throw Mistake(fmt::format("nobody understands this; the closest is \"{}\"", closest->pattern.text()));
  return {found, std::move(match)};
}

std::pair<Expectation const*, Match> expectation_of(Line const& line) {
  return find_row(expectations(), std::string_view(line.text));
}

Json with_kind(char const* kind, Json body) {
  Json out{{"kind", kind}};
  out.update(body);
  return out;
}

class Play {
 public:
  Play(Script const& script, Stage& stage, Names& names) : script_(&script), stage_(&stage), names_(&names) {}

  std::vector<std::string> run() {
    for (Step const& step : script_->steps) {
      at_line(step.action.number, [&] { perform(step); });
      if (!failures_.empty()) break;
    }
    return std::move(failures_);
  }

 private:
  template <class Work>
  void at_line(int line, Work&& work) {
    try {
      work();
    } catch (Mistake const& mistake) {
      throw Mistake(fmt::format("{}:{}: {}", script_->file, line, mistake.what()));
    }
  }

  void fail(int line, std::string_view what) {
    failures_.push_back(fmt::format("{}:{}: {}", script_->file, line, what));
  }

  void perform(Step const& step) {
    stage_->clock().forward(1);
    auto const understood = understand(step.action.text);
    bool const may_be_refused = std::any_of(step.expected.begin(), step.expected.end(), [](Line const& line) {
      return expectation_of(line).first->of_refusal;
    });
    std::optional<Watch> watch;
    if (may_be_refused) watch.emplace(*stage_, *names_);
    Act act{*stage_, *names_, understood.match, understood.how};
    Verb const& verb = *understood.verb;
    Answer const answer =
        verb.kind ? send_document(act, with_kind(verb.kind, verb.body(act))) : verb.call(act);
    compare(step, answer, may_be_refused);
    if (failures_.empty() && watch && answer.refused())
      for (std::string const& what : watch->after(answer, understood.how.dry_run))
        fail(step.action.number, what);
  }

  void compare(Step const& step, Answer const& answer, bool may_be_refused) {
    static Pattern const accepted("accepted");
    Match const nothing;
    if (!may_be_refused) {
      Look look{*stage_, *names_, answer, nothing};
      if (auto const got = got_accepted(look); !got.empty())
        return fail(step.action.number, fmt::format("expected: accepted\n  got: {}", got));
    }
    for (Line const& line : step.expected)
      at_line(line.number, [&] {
        auto const [expectation, match] = expectation_of(line);
        Look look{*stage_, *names_, answer, match};
        if (auto const got = expectation->got(look); !got.empty())
          fail(line.number, fmt::format("expected: {}\n  got: {}", line.text, got));
      });
  }

  Script const* script_;
  Stage* stage_;
  Names* names_;
  std::vector<std::string> failures_;
};

}  // namespace

Understood understand(std::string_view line) {
  Understood out{};
  out.how = Modifiers::take(line);
  auto [verb, match] = find_row(grammar(), line);
  out.verb = verb;
  out.match = std::move(match);
  return out;
}

void check_words(Script const& script) {
  for (Step const& step : script.steps) {
    Line const* at = &step.action;
    try {
      understand(at->text);
      for (Line const& line : step.expected) {
        at = &line;
        expectation_of(line);
      }
    } catch (Mistake const& mistake) {
      throw Mistake(fmt::format("{}:{}: {}", script.file, at->number, mistake.what()));
    }
  }
}

std::vector<std::string> play(Script const& script, Stage& stage, Names& names) {
  return Play(script, stage, names).run();
}

}  // namespace tamga::scenario
