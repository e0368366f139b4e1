// SPDX-License-Identifier: Apache-2.0
#include "runner/watch.hpp"

#include <fmt/format.h>
#include <array>
#include <set>

#include "runner/query.hpp"

namespace tamga::scenario {
namespace {

/// A placeholder without a value shows as a question mark that stands alone.
bool lacks_value(std::string const& text) {
  for (std::size_t at = text.find('?'); at != std::string::npos; at = text.find('?', at + 1)) {
    bool const begins = at == 0 || text[at - 1] == ' ';
    bool const ends =
        at + 1 == text.size() || std::string_view(" .,;:").find(text[at + 1]) != std::string_view::npos;
    if (begins && ends) return true;
  }
  return false;
}

/// Refused before anybody looks at who sends what: the journal has nothing to tell of it.
bool before_the_desk(Answer const& answer) {
  constexpr std::array<std::string_view, 8> kErrors{"SIGN_IN_NEEDED",          "SESSION_UNKNOWN",
                                                    "API_KEY_UNKNOWN",         "AUTHORIZATION_MALFORMED",
                                                    "IDEMPOTENCY_KEY_MISSING", "IDEMPOTENCY_KEY_MALFORMED",
                                                    "HTTP_BODY_TOO_LARGE",     "RATE_LIMITED"};
  auto const code = answer.text("code");
  return std::find(kErrors.begin(), kErrors.end(), code) != kErrors.end();
}

}  // namespace

Watch::Watch(Stage& stage, Names const& names)
    : stage_(&stage), names_(&names), codes_(names.everything()), before_(seen()) {}

Json Watch::seen() {
  Json out = Json::array();
  Person& eye = stage_->company("operator");
  for (std::string const& code : codes_) {
    auto const card = stage_->ask(&eye, "/api/v1/codes?code=" + in_query(code));
    out.push_back(card.refused() ? Json(card.text("code")) : card.json);
  }
  // Of whoever may look: a head who was blocked may not.
  for (server::SandboxCompany const& company : stage_->spec().companies) {
    auto const stock = stage_->ask(&stage_->company(company.key), "/api/v1/stock");
    out.push_back(stock.refused() ? Json(stock.text("code")) : stock.json);
  }
  return out;
}

std::string Watch::journal(Answer const& answer) {
  auto const last = stage_->newest_call(stage_->company(answer.request.who).number);
  if (!last) return "the refusal is not in the journal: it is empty";
  auto const refusals = answer.refusals();
  std::string const expected = refusals.empty() ? std::string() : refusals.front().error;
  bool const told = last->result == "refused" || last->result == "rejected";
  if (told && last->error == expected && last->state.empty()) return {};
  return fmt::format("the journal says: {} {} {}", last->action, last->result, last->error);
}

/// Asks again in each language: the same parcel has the same answer.
std::string Watch::languages(Answer const& answer) {
  std::set<std::string> titles;
  std::set<std::string> remedies;
  std::string const first = answer.refusals().empty() ? std::string() : answer.refusals().front().error;
  for (char const* language : {"en", "ru", "uz"}) {
    Request request = answer.request;
    request.headers.emplace_back("Accept-Language", language);
    auto const told = stage_->send(std::move(request));
    auto const refusals = told.refusals();
    if (told.status != answer.status || refusals.empty() || refusals.front().error != first)
      return fmt::format("in {} the answer is another: {}", language, told.describe());
    for (Refusal const& one : refusals)
      if (one.title.empty() || one.remedy.empty())
        return fmt::format("in {} {} has no title or no remedy", language, one.error);
    for (Refusal const& one : refusals)
      if (lacks_value(one.title) || lacks_value(one.remedy))
        return fmt::format("in {} the text of {} lacks a value: {} {}", language, one.error, one.title,
                           one.remedy);
    titles.insert(refusals.front().title);
    remedies.insert(refusals.front().remedy);
  }
  if (titles.size() < 3 || remedies.size() < 3) return first + " reads the same in two languages";
  return {};
}

std::vector<std::string> Watch::after(Answer const& answer, bool dry_run) {
  std::vector<std::string> out;
  auto const add = [&](std::string text) {
    if (!text.empty()) out.push_back(std::move(text));
  };
  if (answer.request.document && !dry_run && !before_the_desk(answer)) add(journal(answer));
  add(languages(answer));
  if (auto const now = seen(); now != before_) add("something changed: " + Json::diff(before_, now).dump());
  return out;
}

}  // namespace tamga::scenario
