// SPDX-License-Identifier: Apache-2.0
#include "country/spec_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "country/errors.hpp"

namespace tamga::country {
namespace {

// What a missing or wrong day becomes while the rest of the file is checked.
Date no_day() { return Date::from_days(0); }

}  // namespace

SpecTable::SpecTable(SpecNode const& node, std::string const& file, Problems& problems)
    : node_(node), file_(file), problems_(problems) {}

SpecTable::~SpecTable() {
  for (SpecNode const& member : node_.items) {
    if (std::find(taken_.begin(), taken_.end(), member.key) == taken_.end())
      wrong(member.key, Error(kSpecUnknownKey).with("key", member.key));
  }
}

std::string SpecTable::where(std::string_view key) const {
  SpecNode const* const member = node_.find(key);
  return fmt::format("{}:{}", file_, member != nullptr ? member->line : node_.line);
}

void SpecTable::wrong(std::string_view key, Error error) {
  problems_.push_back(std::move(error).at(where(key)));
}

SpecNode const* SpecTable::take(std::string_view key) {
  SpecNode const* const member = node_.find(key);
  if (member != nullptr) taken_.push_back(member->key);
  return member;
}

SpecNode const* SpecTable::take(std::string_view key, SpecNode::Kind kind, std::string_view expected,
                                bool needed) {
  SpecNode const* const member = take(key);
  if (member == nullptr) {
    if (needed) wrong(key, Error(kSpecMissingKey).with("key", std::string(key)));
    return nullptr;
  }
  if (member->kind == kind) return member;
  wrong(key, Error(kSpecWrongType).with("key", std::string(key)).with("expected", std::string(expected)));
  return nullptr;
}

std::string SpecTable::text(std::string_view key) {
  SpecNode const* const member = take(key, SpecNode::Kind::Text, "\"text\"", true);
  if (member == nullptr) return {};
  if (member->text.empty()) wrong(key, Error(kSpecMissingKey).with("key", std::string(key)));
  return member->text;
}

std::string SpecTable::text_or(std::string_view key, std::string otherwise) {
  return has(key) ? text(key) : std::move(otherwise);
}

std::int64_t SpecTable::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  SpecNode const* const member = take(key, SpecNode::Kind::Integer, "123", true);
  if (member == nullptr) return least;
  if (member->integer >= least && member->integer <= most) return member->integer;
  wrong(key, Error(kSpecOutOfRange)
                 .with("key", std::string(key))
                 .with("value", std::to_string(member->integer))
                 .with("least", std::to_string(least))
                 .with("most", std::to_string(most)));
  return least;
}

std::optional<std::int64_t> SpecTable::integer_if_given(std::string_view key, std::int64_t least,
                                                        std::int64_t most) {
  if (!has(key)) return std::nullopt;
  return integer(key, least, most);
}

std::vector<std::int64_t> SpecTable::integers(std::string_view key, std::int64_t least, std::int64_t most) {
  std::vector<std::int64_t> out;
  SpecNode const* const member = take(key, SpecNode::Kind::Array, "[30, 7, 1]", true);
  if (member == nullptr) return out;
  for (SpecNode const& item : member->items) {
    if (item.kind != SpecNode::Kind::Integer) {
      wrong(key, Error(kSpecWrongType).with("key", std::string(key)).with("expected", "[30, 7, 1]"));
      return out;
    }
    if (item.integer < least || item.integer > most) {
      wrong(key, Error(kSpecOutOfRange)
                     .with("key", std::string(key))
                     .with("value", std::to_string(item.integer))
                     .with("least", std::to_string(least))
                     .with("most", std::to_string(most)));
    } else if (std::find(out.begin(), out.end(), item.integer) != out.end()) {
      wrong(key, Error(kSpecDuplicate)
                     .with("key", std::string(key))
                     .with("value", std::to_string(item.integer))
                     .with("first", where(key)));
    } else {
      out.push_back(item.integer);
    }
  }
  if (out.empty() && member->items.empty())
    wrong(key, Error(kSpecWrongType).with("key", std::string(key)).with("expected", "[30, 7, 1]"));
  std::sort(out.begin(), out.end());
  return out;
}

bool SpecTable::flag_or(std::string_view key, bool otherwise) {
  SpecNode const* const member = take(key, SpecNode::Kind::Flag, "true, false", false);
  return member != nullptr ? member->flag : otherwise;
}

Date SpecTable::day(std::string_view key) {
  SpecNode const* const member = take(key, SpecNode::Kind::Day, "2026-03-01", true);
  return member != nullptr ? Date::from_days(member->days) : no_day();
}

std::optional<Date> SpecTable::day_if_given(std::string_view key) {
  if (!has(key)) return std::nullopt;
  return day(key);
}

LocalizedText SpecTable::texts(std::string_view key) {
  LocalizedText out;
  SpecNode const* const member =
      take(key, SpecNode::Kind::Table, "{ ru = \"\", uz = \"\", en = \"\" }", true);
  if (member == nullptr) return out;
  SpecTable inner(*member, file_, problems_);
  for (Language const language : kLanguages) {
    std::string const code(code_of(language));
    SpecNode const* const given = inner.take(code);
    if (given != nullptr && given->kind == SpecNode::Kind::Text && !given->text.empty()) {
      out.in(language) = given->text;
    } else {
      wrong(key, Error(kSpecLanguageMissing).with("key", std::string(key)).with("language", code));
    }
  }
  return out;
}

std::vector<std::string> SpecTable::list(std::string_view key) {
  std::vector<std::string> out;
  SpecNode const* const member = take(key, SpecNode::Kind::Array, "[\"text\"]", true);
  if (member == nullptr) return out;
  for (SpecNode const& item : member->items) {
    if (item.kind != SpecNode::Kind::Text || item.text.empty()) {
      wrong(key, Error(kSpecWrongType).with("key", std::string(key)).with("expected", "[\"text\"]"));
    } else if (std::find(out.begin(), out.end(), item.text) != out.end()) {
      wrong(key, Error(kSpecDuplicate)
                     .with("key", std::string(key))
                     .with("value", item.text)
                     .with("first", where(key)));
    } else {
      out.push_back(item.text);
    }
  }
  return out;
}

std::vector<std::string> SpecTable::list_or_empty(std::string_view key) {
  return has(key) ? list(key) : std::vector<std::string>{};
}

std::size_t SpecTable::index_of_word(std::string_view key, std::string const& value,
                                     std::span<std::string_view const> names) {
  auto const found = std::find(names.begin(), names.end(), value);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  if (!value.empty()) {
    wrong(key, Error(kSpecUnknownWord)
                   .with("key", std::string(key))
                   .with("value", value)
                   .with("allowed", fmt::format("{}", fmt::join(names, ", "))));
  }
  return 0;
}

void SpecTable::inside(std::string_view key, std::function<void(SpecTable&)> const& read) {
  SpecNode const* const member = take(key, SpecNode::Kind::Table, "[table]", true);
  if (member == nullptr) return;
  SpecTable inner(*member, file_, problems_);
  read(inner);
}

void SpecTable::each(std::string_view key, std::function<void(SpecTable&)> const& read) {
  SpecNode const* const member = take(key, SpecNode::Kind::Array, "[[table]]", false);
  if (member == nullptr) return;
  for (SpecNode const& item : member->items) {
    if (item.kind != SpecNode::Kind::Table) {
      wrong(key, Error(kSpecWrongType).with("key", std::string(key)).with("expected", "[[table]]"));
      continue;
    }
    SpecTable inner(item, file_, problems_);
    read(inner);
  }
}

void SpecTable::each_member(std::function<void(std::string const&, SpecTable&)> const& read) {
  for (SpecNode const& member : node_.items) {
    taken_.push_back(member.key);
    if (member.kind != SpecNode::Kind::Table) {
      wrong(member.key, Error(kSpecWrongType).with("key", member.key).with("expected", "[table]"));
      continue;
    }
    SpecTable inner(member, file_, problems_);
    read(member.key, inner);
  }
}

}  // namespace tamga::country
