// SPDX-License-Identifier: Apache-2.0
#include "registrars/rules.hpp"

#include <algorithm>

#include "country/errors.hpp"
#include "country/spec_rows.hpp"

namespace tamga::registrars {
namespace {

using country::SpecTable;

Word const* find_word(std::vector<Word> const& words, std::string_view code) {
  auto const found =
      std::find_if(words.begin(), words.end(), [&](Word const& one) { return one.code == code; });
  return found == words.end() ? nullptr : &*found;
}

std::vector<Word> read_words(SpecTable& table, std::string_view key) {
  std::vector<Word> words;
  country::Once once;
  table.each(key, [&](SpecTable& row) {
    Word one{row.text("code"), row.texts("names")};
    once.check(row, "code", one.code);
    words.push_back(std::move(one));
  });
  return words;
}

RegistrarKind read_kind(std::string const& word) {
  return word == name_of(RegistrarKind::Remote) ? RegistrarKind::Remote : RegistrarKind::Device;
}

std::vector<RegistrarKind> read_kinds(SpecTable& table, std::string_view key) {
  std::vector<std::string> const words = table.list_or_empty(key);
  country::check_references(table, key, words, [](std::string const& word) {
    return std::find(kRegistrarKindNames.begin(), kRegistrarKindNames.end(), word) !=
           kRegistrarKindNames.end();
  });
  std::vector<RegistrarKind> kinds;
  for (std::string const& word : words) kinds.push_back(read_kind(word));
  return kinds;
}

void check_groups(SpecTable& row, std::vector<std::string> const& groups, country::Country const& country) {
  country::check_references(row, "groups", groups,
                            [&](std::string const& group) { return country.find_group(group) != nullptr; });
}

template <class T>
bool has(std::vector<T> const& all, T const& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

Result<Rules> Rules::read(std::filesystem::path const& file, country::Country const& country) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Rules out;
  {
    SpecTable table(tree, name, problems);
    out.kinds_ = read_kinds(table, "kinds");
    out.types_ = table.list_or_empty("types");
    country::check_references(table, "types", out.types_, [&](std::string const& type) {
      return country.rules().participant_types.find(type) != nullptr;
    });
    out.contract_ = table.text_or("contract", "");
    out.access_ = read_words(table, "access");
    table.each("needs", [&](SpecTable& row) {
      RegistrarNeed need{row.list("groups"), read_kinds(row, "kinds"), row.day("effective_from")};
      check_groups(row, need.groups, country);
      for (RegistrarKind const kind : need.kinds)
        if (!has(out.kinds_, kind))
          row.wrong("kinds", Error(country::kSpecUnknownReference)
                                 .with("key", "kinds")
                                 .with("value", std::string(name_of(kind))));
      out.needs_.push_back(std::move(need));
    });
    table.each("drop_out", [&](SpecTable& row) {
      DropOutRule rule{row.list("groups"), row.list("reasons"), row.day("effective_from")};
      check_groups(row, rule.groups, country);
      country::check_references(row, "reasons", rule.reasons, [&](std::string const& reason) {
        return country.rules().write_off_reasons.find(reason) != nullptr;
      });
      out.drop_outs_.push_back(std::move(rule));
    });
    table.inside("quality", [&](SpecTable& quality) {
      out.grades_ = quality.list("grades");
      out.least_grade_ = quality.text("least");
      country::check_references(quality, "least", {out.least_grade_},
                                [&](std::string const& grade) { return has(out.grades_, grade); });
    });
    table.inside("providers", [&](SpecTable& providers) {
      out.listed_from_ = providers.day_if_given("only_listed_from");
      out.roles_ = read_words(providers, "roles");
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return out;
}

bool Rules::offers(RegistrarKind kind) const { return has(kinds_, kind); }

bool Rules::may_have(std::vector<std::string> const& types) const {
  return std::any_of(types.begin(), types.end(), [&](auto const& type) { return has(types_, type); });
}

Word const* Rules::find_access(std::string_view code) const { return find_word(access_, code); }

RegistrarNeed const* Rules::need_of(std::string_view group, Date day) const {
  for (RegistrarNeed const& need : needs_)
    if (need.from <= day && has(need.groups, std::string(group))) return &need;
  return nullptr;
}

bool Rules::knows_grade(std::string_view grade) const { return has(grades_, std::string(grade)); }

bool Rules::too_bad(std::string_view grade) const {
  auto const place = [&](std::string_view word) {
    return std::find(grades_.begin(), grades_.end(), word) - grades_.begin();
  };
  return place(grade) > place(least_grade_);
}

bool Rules::drops_out(std::string_view group, std::string_view reason, Date day) const {
  for (DropOutRule const& rule : drop_outs_)
    if (rule.from <= day && has(rule.groups, std::string(group)))
      return has(rule.reasons, std::string(reason));
  return true;
}

Word const* Rules::find_role(std::string_view code) const { return find_word(roles_, code); }

}  // namespace tamga::registrars
