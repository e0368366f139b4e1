// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <thread>

#include "runner/agreements.hpp"
#include "runner/expectations.hpp"
#include "runner/query.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

/// The first code of the list that is otherwise, with what it is.
template <class Difference>
std::string first_difference(Look& look, Difference&& difference) {
  for (std::string const& code : look.names.codes(look["codes"])) {
    std::string const got = difference(code, look.card(code));
    if (!got.empty()) return look.names.name_of(code) + ": " + got;
  }
  return {};
}

std::string word_of(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '_');
  return text;
}

bool has_mark(Json const& card, std::string const& mark) {
  auto const& marks = card.at("marks");
  return std::find(marks.begin(), marks.end(), Json(mark)) != marks.end();
}

bool is_mark(std::string const& word) {
  return word == "in_transit" || word == "under_customs" || word == "blocked" || word == "disputed" ||
         word == "opened" || word == "printed" || word == "sold_by_other";
}

std::string told(Json const& card) {
  return fmt::format("{} {}", card.at("status").get<std::string>(), card.at("marks").dump());
}

bool is(Json const& card, std::string const& word) {
  if (word == "loose") return card.at("parents").empty();
  return is_mark(word) ? has_mark(card, word) : card.at("status") == word;
}

Json check_of(Look& look, std::string const& code) {
  return look.stage.fetch(nullptr, "/api/v1/check?code=" + in_query(code));
}

/// Of the last application, or of the profile with which companies of the sandbox begin.
std::string address_of(Person const& who) {
  return who.email.empty() ? who.company.key + "@sandbox.example" : who.email;
}

}  // namespace

Json Look::card(std::string const& code) const {
  return stage.fetch(&stage.company("operator"), "/api/v1/codes?code=" + in_query(code));
}

std::string got_state(Look& look) {
  std::string word = word_of(look["state"]);
  bool const expected = !word.starts_with("not_");
  if (!expected) word = word.substr(4);
  return first_difference(look, [&](std::string const&, Json const& card) {
    return is(card, word) == expected ? std::string() : told(card);
  });
}

std::string got_reason(Look& look) {
  return first_difference(look, [&](std::string const&, Json const& card) {
    bool const same =
        card.at("status") == word_of(look["state"]) && card.value("reason", "") == look["reason"];
    return same ? std::string() : told(card) + " " + card.value("reason", "");
  });
}

std::string got_owner(Look& look) {
  std::string const tax_id = look.stage.person(look["who"])->company.tax_id;
  return first_difference(look, [&](std::string const&, Json const& card) {
    std::string const owner = card.at("owner");
    return owner == tax_id ? std::string() : owner;
  });
}

std::string got_parent(Look& look) {
  std::string const package = without_tail(look.names.code(look["package"]));
  return first_difference(look, [&](std::string const&, Json const& card) {
    auto const& parents = card.at("parents");
    return !parents.empty() && parents.front() == package ? std::string() : parents.dump();
  });
}

/// Direct content; "nothing" for none.
std::string got_content(Look& look) {
  std::vector<std::string> expected;
  if (look["codes"] != "nothing")
    for (std::string const& code : look.names.codes(look["codes"]))
      expected.push_back(look.names.name_of(code));
  auto const tree = look.stage.fetch(&look.stage.company("operator"),
                                     "/api/v1/codes/tree?code=" + in_query(look.names.code(look["package"])));
  std::vector<std::string> got;
  for (Json const& line : tree.at("codes"))
    if (line.at("depth") == 1) got.push_back(look.names.name_of(line.at("cis")));
  std::sort(expected.begin(), expected.end());
  std::sort(got.begin(), got.end());
  return expected == got ? std::string() : fmt::format("{}", fmt::join(got, ", "));
}

std::string got_lot(Look& look) {
  constexpr std::array<std::pair<char const*, char const*>, 7> kFields{{{"produced", "produced_on"},
                                                                        {"expires", "expires_on"},
                                                                        {"batch", "batch"},
                                                                        {"country", "country"},
                                                                        {"declaration", "declaration"},
                                                                        {"issuer", "issuer"},
                                                                        {"method", "release_method"}}};
  return first_difference(look, [&](std::string const&, Json const& card) -> std::string {
    if (!card.contains("lot")) return "no lot";
    Json const& lot = card.at("lot");
    for (auto const& [place, field] : kFields)
      if (look.match.has(place) && lot.value(field, "") != look[place]) return lot.dump();
    return {};
  });
}

std::string got_remainder(Look& look) {
  auto const card = look.card(look.names.code(look["code"]));
  Json const wanted{{"left", std::stoll(look["left"])}, {"of", std::stoll(look["of"])}};
  Json const got = card.value("remainder", Json());
  return got == wanted ? std::string() : got.dump();
}

std::string got_history(Look& look) {
  std::vector<std::string> got;
  auto const card = look.card(look.names.code(look["code"]));
  for (Json const& line : card.at("history")) got.push_back(line.at("event"));
  return got == elements_of(look["events"]) ? std::string() : fmt::format("{}", fmt::join(got, ", "));
}

std::string got_saleable(Look& look) {
  return first_difference(look, [&](std::string const& code, Json const&) {
    auto const check = check_of(look, code);
    return check.at("sale_allowed") == true ? std::string() : check.dump();
  });
}

/// Also of texts that are no codes of this system: no card is asked for.
std::string got_unsaleable(Look& look) {
  for (std::string const& code : look.names.codes(look["codes"])) {
    auto const check = check_of(look, code);
    bool const worded = !check.value("text", "").empty() && !check.value("remedy", "").empty();
    if (check.at("sale_allowed") == false && check.value("reason", "") == look["error"] && worded) continue;
    return look.names.name_of(code) + ": " + check.dump();
  }
  return {};
}

std::string got_stock(Look& look) {
  auto const stock = look.stage.fetch(look.stage.person(look["who"]), "/api/v1/stock");
  std::int64_t quantity = 0;
  for (Json const& line : stock.at("stock"))
    if (line.value("gtin", "boxes") == look["gtin"] && line.at("status") == look["status"])
      quantity += line.at("quantity").get<std::int64_t>();
  return quantity == look.number("n") ? std::string() : stock.dump();
}

std::string got_no_stock(Look& look) {
  auto const stock = look.stage.fetch(look.stage.person(look["who"]), "/api/v1/stock");
  for (Json const& line : stock.at("stock"))
    if (line.value("gtin", "boxes") == look["gtin"] && line.at("quantity") != 0) return stock.dump();
  return {};
}

std::string got_sight(Look& look) {
  auto const answer = look.stage.ask(look.stage.person(look["who"]),
                                     "/api/v1/codes?code=" + in_query(look.names.code(look["code"])));
  return answer.status == 200 ? std::string() : answer.describe();
}

/// Neither the state nor what it holds, and the answer tells nothing of it.
std::string got_no_sight(Look& look) {
  for (char const* target : {"/api/v1/codes?code=", "/api/v1/codes/tree?code="}) {
    auto const answer =
        look.stage.ask(look.stage.person(look["who"]), target + in_query(look.names.code(look["code"])));
    if (answer.text("code") != "CODE_NOT_YOURS" || answer.json.contains("owner")) return answer.describe();
  }
  return {};
}

/// What the answer says of an application.
std::string got_application(Look& look) {
  Json const& application = look.answer.json;
  bool found = application.is_object() && application.value("state", "") == look["state"];
  if (found && look.match.has("error")) {
    auto const& findings = application.at("findings");
    found = std::any_of(findings.begin(), findings.end(), [&](Json const& one) {
      return one.at("error") == look["error"] && !one.value("title", "").empty() &&
             !one.value("remedy", "").empty();
    });
  }
  return found ? std::string() : look.answer.describe();
}

/// Effect and causes, in their order; each with words.
std::string got_standing(Look& look) {
  Json const& standing = look.answer.json;
  if (!standing.is_object() || standing.value("effect", "") != look["effect"]) return look.answer.describe();
  std::vector<std::string> causes;
  for (Json const& one : standing.at("reasons")) {
    causes.push_back(one.at("cause"));
    if (one.value("title", "").empty() || one.value("remedy", "").empty()) return one.dump();
  }
  auto const expected = look.match.has("causes") ? elements_of(look["causes"]) : std::vector<std::string>();
  return causes == expected ? std::string() : look.answer.describe();
}

std::string got_contract(Look& look) {
  Json const contract = newest_contract(look.stage, *look.stage.person(look["who"]), look["what"]);
  bool const same = !contract.is_null() && contract.at("state") == look["state"];
  return same ? std::string() : contract.dump();
}

/// "profile done", "water yours" ...: of the answer, in its order.
std::string got_steps(Look& look) {
  std::vector<std::string> got;
  for (Json const& step : look.answer.json.at("steps"))
    got.push_back(step.value("group", step.at("step").get<std::string>()) + ' ' +
                  step.at("state").get<std::string>());
  return got == elements_of(look["steps"]) ? std::string() : fmt::format("{}", fmt::join(got, ", "));
}

std::string got_letters(Look& look) {
  std::vector<std::string> got;
  auto const& who = *look.stage.person(look["who"]);
  for (mail::StoredLetter const& one : look.stage.letters_to(address_of(who))) got.push_back(one.letter.text);
  return got == elements_of(look["letters"]) ? std::string() : fmt::format("{}", fmt::join(got, ", "));
}

std::string got_count_of_letters(Look& look) {
  std::int64_t count = 0;
  // Some letters are written by rounds of the system, a moment after what they tell of.
  for (int i = 0; i < 100; ++i) {
    count = 0;
    for (mail::StoredLetter const& one : look.stage.letters_to(address_of(*look.stage.person(look["who"]))))
      count += one.letter.text == look["text"] ? 1 : 0;
    if (count >= look.number("n")) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return count == look.number("n") ? std::string() : std::to_string(count);
}

std::string got_language_of_letter(Look& look) {
  for (mail::StoredLetter const& one : look.stage.letters_to(address_of(*look.stage.person(look["who"]))))
    if (one.letter.text == look["text"]) {
      std::string const got(code_of(one.letter.language));
      return got == look["language"] ? std::string() : got;
    }
  return "no such letter";
}

std::string got_journal(Look& look) {
  auto const last = look.stage.newest_call(look.stage.person(look["who"])->number);
  if (!last) return "nothing";
  bool const same =
      last->action == look["action"] && last->result == look["result"] && last->error == look["error"];
  return same ? std::string() : fmt::format("{} {} {}", last->action, last->result, last->error);
}

std::string got_delivered(Look& look) {
  Names::Packet const& packet = look.names.packet(look["packet"]);
  auto const order = look.stage.fetch(&look.stage.company(packet.who), "/api/v1/orders/" + packet.order);
  auto const delivered = order.at("lines").at(static_cast<std::size_t>(packet.line)).at("delivered");
  return delivered == look.number("n") ? std::string() : order.dump();
}

}  // namespace tamga::scenario
