// SPDX-License-Identifier: Apache-2.0
#include "country/error_texts.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "country/errors.hpp"
#include "country/placeholders.hpp"
#include "country/spec_rows.hpp"
#include "country/spec_table.hpp"

namespace tamga::country {
namespace {

using Words = std::map<std::string, LocalizedText, std::less<>>;

/// A value, or several with ", " between, in the words of the language.
std::string worded(std::string_view value, Words const& words, Language language) {
  constexpr std::string_view kBetween = ", ";
  std::string out;
  while (true) {
    auto const end = value.find(kBetween);
    std::string_view const one = value.substr(0, end);
    auto const word = words.find(one);
    out += word == words.end() ? one : std::string_view(word->second.in(language));
    if (end == std::string_view::npos) return out;
    out += kBetween;
    value.remove_prefix(end + kBetween.size());
  }
}

std::string fill(std::string_view text, Error const& error, Words const& words, Language language) {
  std::string out;
  auto const& values = error.arguments();
  split_placeholders(
      text, [&](std::string_view part) { out += part; },
      [&](std::string_view name) {
        auto const found = std::find_if(values.begin(), values.end(),
                                        [&](auto const& value) { return value.first == name; });
        out += found != values.end() ? worded(found->second, words, language) : "?";
      });
  return out;
}

using Names = std::set<std::string, std::less<>>;

Names placeholders_of(ErrorTexts::Row const& row, Language language) {
  Names names;
  auto const keep = [&](std::string_view name) { names.emplace(name); };
  auto const skip = [](std::string_view) {};
  split_placeholders(row.title.in(language), skip, keep);
  split_placeholders(row.remedy.in(language), skip, keep);
  return names;
}

void check_placeholders(SpecTable& table, std::string const& name, ErrorTexts::Row const& row) {
  Names const wanted = placeholders_of(row, Language::En);
  for (Language const language : {Language::Ru, Language::Uz}) {
    Names const given = placeholders_of(row, language);
    Names odd;
    std::set_symmetric_difference(wanted.begin(), wanted.end(), given.begin(), given.end(),
                                  std::inserter(odd, odd.end()));
    for (std::string const& placeholder : odd)
      table.wrong(code_of(language),
                  Error(kSpecPlaceholders).with("name", name).with("placeholder", '{' + placeholder + '}'));
  }
}

ErrorTexts::Row read_row(SpecTable& table) {
  ErrorTexts::Row row;
  for (Language const language : kLanguages) {
    std::string const code(code_of(language));
    if (!table.has(code)) {
      table.wrong({}, Error(kSpecLanguageMissing).with("key", "title").with("language", code));
      continue;
    }
    table.inside(code, [&](SpecTable& texts) {
      row.title.in(language) = texts.text("title");
      row.remedy.in(language) = texts.text("remedy");
    });
  }
  return row;
}

/// The files of a folder in order of name; nothing when there is no such folder.
std::optional<std::vector<std::filesystem::path>> files_of(std::filesystem::path const& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (auto const& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (error) return std::nullopt;
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<ErrorTexts> ErrorTexts::load(std::filesystem::path const& folder) {
  ErrorTexts out;
  Problems problems;
  auto const files = files_of(folder);
  if (!files) return fail(Error(kSpecUnreadable).at(folder.string()).with("file", folder.string()));
  Once names;
  for (auto const& path : *files) {
    auto const tree = read_spec(path);
    if (!tree) {
      problems.push_back(tree.error());
      continue;
    }
    std::string const file = path.string();
    SpecTable table(*tree, file, problems);
    table.each_member([&](std::string const& name, SpecTable& texts) {
      names.check(table, name, name);
      Row row = read_row(texts);
      check_placeholders(texts, name, row);
      out.rows_.insert_or_assign(name, std::move(row));
    });
  }
  for (auto const& path : files_of(folder / "words").value_or(std::vector<std::filesystem::path>())) {
    auto const tree = read_spec(path);
    if (!tree) {
      problems.push_back(tree.error());
      continue;
    }
    std::string const file = path.string();
    SpecTable table(*tree, file, problems);
    table.each_member([&](std::string const& name, SpecTable& word) {
      out.words_.insert_or_assign(name, word.texts("names"));
    });
  }
  if (problems.empty()) return out;
  std::string all;
  for (Error const& problem : problems) all += describe(problem) + '\n';
  return fail(
      std::move(problems.front()).with("problems", std::to_string(problems.size())).log(std::move(all)));
}

ErrorMessage ErrorTexts::render(Error const& error, Language language) const {
  Row const* const row = find(error.name());
  if (row == nullptr) return {std::string(error.name()), {}};
  return {fill(row->title.in(language), error, words_, language),
          fill(row->remedy.in(language), error, words_, language)};
}

ErrorMessage ErrorTexts::render(std::string_view name, std::map<std::string, std::string> const& values,
                                Language language) const {
  ErrorKind const kind{0, name, ErrorClass::Refused, 409};
  Error error(kind);
  for (auto const& [value_name, value] : values) error.with(value_name, value);
  return render(error, language);
}

std::string ErrorTexts::word(std::string_view value, Language language) const {
  auto const found = words_.find(value);
  return found == words_.end() ? std::string(value) : found->second.in(language);
}

ErrorTexts::Row const* ErrorTexts::find(std::string_view name) const {
  auto const found = rows_.find(name);
  return found == rows_.end() ? nullptr : &found->second;
}

}  // namespace tamga::country
