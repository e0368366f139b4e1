// SPDX-License-Identifier: Apache-2.0
#include "mail/texts.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "country/errors.hpp"
#include "country/placeholders.hpp"
#include "country/spec_table.hpp"
#include "mail/errors.hpp"

namespace tamga::mail {
namespace {

constexpr std::string_view kClosing = "closing";

using Names = std::set<std::string, std::less<>>;

Names placeholders_in(std::string_view subject, std::string_view body) {
  Names names;
  for (std::string_view const text : {subject, body})
    country::split_placeholders(
        text, [](std::string_view) {}, [&](std::string_view name) { names.emplace(name); });
  return names;
}

void tell_odd(country::SpecTable& table, std::string_view key, std::string const& name, Names const& wanted,
              Names const& given) {
  Names odd;
  std::set_symmetric_difference(wanted.begin(), wanted.end(), given.begin(), given.end(),
                                std::inserter(odd, odd.end()));
  for (std::string const& one : odd)
    table.wrong(key,
                Error(country::kSpecPlaceholders).with("name", name).with("placeholder", '{' + one + '}'));
}

void read_kinds(country::SpecTable& table, std::string_view key, ValueKind kind, std::string const& name,
                Kinds& kinds) {
  for (std::string const& one : table.list_or_empty(key)) {
    auto const found = kinds.find(one);
    if (found != kinds.end() && found->second == ValueKind::Text)
      found->second = kind;
    else
      table.wrong(key,
                  Error(country::kSpecPlaceholders).with("name", name).with("placeholder", '{' + one + '}'));
  }
}

Texts::Text read_text(country::SpecTable& table, std::string const& name) {
  Texts::Text out;
  out.forgotten_once_sent = table.flag_or("forgotten_once_sent", false);
  std::array<Names, kLanguages.size()> used;
  auto const each_language = [&](auto const& read) {
    for (Language const language : kLanguages) read(static_cast<std::size_t>(language), code_of(language));
  };
  each_language([&](std::size_t index, std::string_view code) {
    if (!table.has(code)) {
      table.wrong({},
                  Error(country::kSpecLanguageMissing).with("key", name).with("language", std::string(code)));
      return;
    }
    table.inside(code, [&](country::SpecTable& words) {
      Wording& wording = out.wordings.at(index);
      wording.subject = words.text("subject");
      std::string const body = words.text("body");
      wording.body = body_of(body);
      used.at(index) = placeholders_in(wording.subject, body);
    });
  });
  Names const& wanted = used.at(static_cast<std::size_t>(Language::En));
  for (std::string const& one : wanted) out.kinds.emplace(one, ValueKind::Text);
  read_kinds(table, "lists", ValueKind::List, name, out.kinds);
  read_kinds(table, "days", ValueKind::Day, name, out.kinds);
  read_kinds(table, "links", ValueKind::Link, name, out.kinds);
  each_language([&](std::size_t index, std::string_view code) {
    if (!table.has(code)) return;
    tell_odd(table, code, name, wanted, used.at(index));
    if (auto good = check_wording(out.wordings.at(index), out.kinds); !good)
      table.wrong(code, std::move(good).error());
  });
  return out;
}

bool is_printable(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_link(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         text.find_first_of(" \"<>") == std::string_view::npos;
}

bool is_of_kind(ValueKind kind, std::vector<std::string> const& lines) {
  if (lines.empty() || lines.size() > (kind == ValueKind::List ? kMaxListItems : 1)) return false;
  return std::all_of(lines.begin(), lines.end(), [&](std::string const& line) {
    if (line.empty() || line.size() > kMaxValueBytes || !is_printable(line)) return false;
    if (kind == ValueKind::Day) return Date::parse(line).has_value();
    return kind != ValueKind::Link || is_link(line);
  });
}

std::vector<std::filesystem::path> files_of(std::filesystem::path const& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (auto const& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<Texts> Texts::load(std::filesystem::path const& folder) {
  Texts out;
  country::Problems problems;
  Names missing(kLetterTexts.begin(), kLetterTexts.end());
  missing.emplace(kClosing);
  for (auto const& path : files_of(folder)) {
    std::string const name = path.stem().string();
    std::string const file = path.string();
    auto const tree = country::read_spec(path);
    if (!tree) {
      problems.push_back(tree.error());
      missing.erase(name);
      continue;
    }
    country::SpecTable table(*tree, file, problems);
    if (name == kClosing)
      out.closing_ = table.texts("text");
    else
      out.texts_.insert_or_assign(name, read_text(table, name));
    if (missing.erase(name) == 0) table.wrong({}, Error(kTextUnknown).with("text", name));
  }
  for (std::string const& name : missing)
    problems.push_back(Error(kTextMissing).at((folder / (name + ".toml")).string()).with("text", name));
  if (problems.empty()) return out;
  std::string all;
  for (Error const& problem : problems) all += describe(problem) + '\n';
  return fail(
      std::move(problems.front()).with("problems", std::to_string(problems.size())).log(std::move(all)));
}

Texts::Text const* Texts::find(std::string_view name) const {
  auto const found = texts_.find(name);
  return found == texts_.end() ? nullptr : &found->second;
}

Result<void> Texts::check(std::string_view name, Values const& values) const {
  Text const* const text = find(name);
  if (text == nullptr) return fail(Error(kTextUnknown).with("text", std::string(name)));
  auto const wrong = [&](std::string const& value) {
    return fail(Error(kValues).with("text", std::string(name)).with("value", value));
  };
  for (auto const& [value, kind] : text->kinds) {
    auto const given = values.find(value);
    if (given == values.end() || !is_of_kind(kind, given->second)) return wrong(value);
  }
  for (auto const& [value, lines] : values)
    if (!text->kinds.contains(value)) return wrong(value);
  return {};
}

Result<Filled> Texts::fill(std::string_view name, Values const& values, Language language) const {
  TAMGA_TRY(check(name, values));
  Text const& text = *find(name);
  return mail::fill(text.wordings.at(static_cast<std::size_t>(language)), text.kinds, values,
                    closing_.in(language), language);
}

}  // namespace tamga::mail
