// SPDX-License-Identifier: Apache-2.0
#include "runner/pattern.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace tamga::scenario {

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> out;
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t const begin = at;
    if (line[at] == ',') {
      out.push_back({",", begin, ++at, false});
    } else if (line[at] == '"') {
      auto const close = line.find('"', at + 1);
      at = close == std::string_view::npos ? line.size() : close + 1;
      out.push_back({std::string(line.substr(begin + 1, at - begin - 2)), begin, at, true});
    } else {
      at = std::min(line.find(' ', at), line.size());
      if (line[at - 1] == ',') --at;
      out.push_back({std::string(line.substr(begin, at - begin)), begin, at, false});
    }
  }
  return out;
}

std::string Match::operator[](std::string_view place) const {
  for (auto const& [name, text] : filled_)
    if (name == place) return text;
  return {};
}

bool Match::has(std::string_view place) const {
  return std::any_of(filled_.begin(), filled_.end(), [&](auto const& one) { return one.first == place; });
}

Pattern::Sequence Pattern::parts_of(std::string_view text) {
  Sequence out;
  for (Token const& token : tokens_of(text)) {
    std::string_view word = token.text;
    if (word.starts_with('{') && word.ends_with('}')) {
      word = word.substr(1, word.size() - 2);
      auto kind = Part::Kind::One;
      if (word.ends_with("...")) {
        kind = Part::Kind::Many;
        word.remove_suffix(3);
      } else if (word.ends_with('>')) {
        kind = Part::Kind::Rest;
        word.remove_suffix(1);
      }
      out.push_back({kind, {std::string(word)}});
      continue;
    }
    Part part{Part::Kind::Word, {}};
    while (true) {
      auto const bar = word.find('|');
      part.words.emplace_back(word.substr(0, bar));
      if (bar == std::string_view::npos) break;
      word.remove_prefix(bar + 1);
    }
    out.push_back(std::move(part));
  }
  return out;
}

Pattern::Pattern(std::string_view text) : text_(text) {
  auto const first = text.find('[');
  required_ = parts_of(text.substr(0, first));
  while ((text = text.substr(std::min(text.find('['), text.size()))).starts_with('[')) {
    auto const close = text.find(']');
    if (close == std::string_view::npos) throw std::logic_error("pattern: [ without ]: " + text_);
    optional_.push_back(parts_of(text.substr(1, close - 1)));
    text.remove_prefix(close + 1);
    auto const next = text.find_first_not_of(' ');
    if (next != std::string_view::npos && text[next] != '[')
      throw std::logic_error("pattern: words behind [...]: " + text_);
  }
}

/// Tries every way in which the line may be divided among the places.
struct Pattern::Walk {
  Pattern const& pattern;
  std::string_view line;
  std::vector<Token> tokens;
  std::vector<bool> used;
  Match match{};

  [[nodiscard]] bool done(std::size_t at) const { return at == tokens.size(); }
  [[nodiscard]] bool comma(std::size_t at) const {
    return at < tokens.size() && !tokens[at].quoted && tokens[at].text == ",";
  }
  [[nodiscard]] std::string between(std::size_t from, std::size_t to) const {
    return std::string(line.substr(tokens[from].begin, tokens[to - 1].end - tokens[from].begin));
  }

  bool optional(std::size_t at) {
    if (done(at)) return true;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) continue;
      used[i] = true;
      if (step(pattern.optional_[i], at)) return true;
      used[i] = false;
    }
    return false;
  }

  bool filled(std::span<Part const> parts, std::size_t from, std::size_t to) {
    std::size_t const before = match.size();
    bool const one = parts[0].kind == Part::Kind::One;
    match.put(parts[0].words[0], one ? tokens[from].text : between(from, to));
    if (step(parts.subspan(1), to)) return true;
    match.shrink(before);
    return false;
  }

  bool step(std::span<Part const> parts, std::size_t at) {
    if (parts.empty()) return optional(at);
    Part const& part = parts[0];
    if (done(at)) return false;
    switch (part.kind) {
      case Part::Kind::Word: {
        if (comma(at)) return step(parts, at + 1);
        Token const& token = tokens[at];
        bool const same =
            !token.quoted && std::find(part.words.begin(), part.words.end(), token.text) != part.words.end();
        if (!same) return false;
        match.add_words(1);
        if (step(parts.subspan(1), at + 1)) return true;
        match.add_words(-1);
        return false;
      }
      case Part::Kind::One:
        return !comma(at) && filled(parts, at, at + 1);
      case Part::Kind::Many:
        for (std::size_t to = at + 1; to <= tokens.size(); ++to)
          if (!comma(at) && !comma(to - 1) && filled(parts, at, to)) return true;
        return false;
      case Part::Kind::Rest:
        match.put(part.words[0], std::string(line.substr(tokens[at].begin)));
        return step(parts.subspan(1), tokens.size());
    }
    return false;
  }
};

std::optional<Match> Pattern::match(std::string_view line) const {
  Walk walk{*this, line, tokens_of(line), std::vector<bool>(optional_.size())};
  if (!walk.step(required_, 0)) return std::nullopt;
  return std::move(walk.match);
}

int Pattern::likeness(std::string_view line) const {
  auto const tokens = tokens_of(line);
  int score = 0;
  for (Part const& part : required_) {
    if (part.kind != Part::Kind::Word) continue;
    bool const there = std::any_of(tokens.begin(), tokens.end(), [&](Token const& token) {
      return std::find(part.words.begin(), part.words.end(), token.text) != part.words.end();
    });
    score += there ? 2 : -1;
  }
  return score;
}

}  // namespace tamga::scenario
