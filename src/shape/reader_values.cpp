// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <bitset>
#include <cstring>

#include "shape/errors.hpp"
#include "shape/flaw.hpp"
#include "shape/nearest.hpp"
#include "shape/reader.hpp"

namespace tamga::shape {
namespace {

constexpr std::size_t kViewMax = 4096;
constexpr std::uint32_t kGroupSeparator = 1U << 0x1D;  // FNC1 between the elements of a GS1 code

struct TextFacts {
  std::size_t characters = 0;
  bool control = false;  ///< Unicode category Cc: C0, DEL, C1
};

TextFacts facts_of(std::string_view text, bool multiline) {
  TextFacts facts;
  unsigned last = 0;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    bool const c0 = byte < 0x20 && !(multiline && (byte == '\n' || byte == '\t'));
    bool const c1 = last == 0xC2 && byte < 0xA0;
    facts.control = facts.control || c0 || byte == 0x7F || c1;
    facts.characters += (byte & 0xC0U) != 0x80U ? 1 : 0;
    last = byte;
  }
  return facts;
}

}  // namespace

/// The text at the token with its escapes resolved, and past it. The view is into the document or into
/// scratch_.
bool Reader::string(std::string_view& out) {
  std::string_view const lexeme = tokens_.lexeme();
  if (lexeme.size() < 2 || lexeme.back() != '"') return break_at(tokens_.offset(), "unclosed_string");
  std::string_view const inside = lexeme.substr(1, lexeme.size() - 2);
  if (std::memchr(lexeme.data(), '\\', lexeme.size()) == nullptr) {
    out = inside;
  } else {
    scratch_.clear();
    Unescaped const result = unescape(inside, scratch_);
    if (!result.ok()) return break_at(tokens_.offset() + 1 + result.flaw, "bad_escape");
    out = scratch_;
  }
  tokens_.advance();
  return true;
}

bool Reader::null() {
  if (stopped() || tokens_.front() != 'n' || tokens_.lexeme() != "null") return false;
  tokens_.advance();
  return true;
}

bool Reader::accept_text(std::string_view text, Bounds const& characters, bool multiline) {
  TextFacts const facts = facts_of(text, multiline);
  if (!characters.hold(facts.characters)) {
    refuse_size(kTextSize, facts.characters, characters);
    return false;
  }
  if (facts.control) refuse(Error(kControlCharacter));
  return !facts.control;
}

bool Reader::text(std::string& out, Rules const& rules) {
  if (stopped()) return false;
  if (tokens_.front() != '"') return wrong_type("string");
  std::string_view value;
  if (!string(value) || !accept_text(value, or_default(rules.size, kTextDefault), rules.multiline))
    return false;
  out.assign(value);
  return true;
}

bool Reader::view(std::string_view& out) {
  if (stopped()) return false;
  if (tokens_.front() != '"') return wrong_type("string");
  if (!string(out)) return false;
  if (out.size() <= kViewMax) return true;
  refuse_size(kTextSize, out.size(), {0, kViewMax});
  return false;
}

bool Reader::boolean(bool& out) {
  if (stopped()) return false;
  std::string_view const word = tokens_.lexeme();
  if (word != "true" && word != "false") return wrong_type("boolean");
  out = word == "true";
  tokens_.advance();
  return true;
}

bool Reader::whole(Whole& out, std::int64_t from, std::uint64_t to) {
  if (stopped()) return false;
  char const front = tokens_.front();
  if (front != '-' && (front < '0' || front > '9')) return wrong_type("integer");
  std::string_view const digits = tokens_.lexeme();
  NumberForm const form = read_number(digits, out);
  if (form == NumberForm::None) return break_at(tokens_.offset(), "bad_number");
  tokens_.advance();
  if (form == NumberForm::Fraction) {
    refuse_type("integer", "number with a fraction or an exponent");
    return false;
  }
  bool fits = form == NumberForm::Whole;
  if (out.negative) {
    // -from without overflow at the least int64; zero with a sign is zero
    std::uint64_t const lowest = from < 0 ? ~static_cast<std::uint64_t>(from) + 1 : 0;
    fits = fits && out.magnitude <= lowest && (out.magnitude > 0 || from <= 0);
  } else {
    fits = fits && out.magnitude <= to && (from <= 0 || out.magnitude >= static_cast<std::uint64_t>(from));
  }
  if (fits) return true;
  refuse(Error(kOutOfRange)
             .with("value", std::string(clip(digits, 40)))
             .with("min", fmt::to_string(from))
             .with("max", fmt::to_string(to)));
  return false;
}

bool Reader::append_code(CodeList& out, Bounds const& bytes) {
  std::string_view const lexeme = tokens_.lexeme();
  if (lexeme.size() < 2 || lexeme.back() != '"') return break_at(tokens_.offset(), "unclosed_string");
  std::size_t const before = out.arena_.size();
  Unescaped const result = unescape(lexeme.substr(1, lexeme.size() - 2), out.arena_);
  if (!result.ok()) return break_at(tokens_.offset() + 1 + result.flaw, "bad_escape");
  tokens_.advance();
  std::size_t const size = out.arena_.size() - before;
  if (bytes.hold(size) && (result.controls & ~kGroupSeparator) == 0) {
    out.seal();
    return true;
  }
  out.arena_.resize(before);
  if (!bytes.hold(size))
    refuse_size(kTextSize, size, bytes);
  else
    refuse(Error(kControlCharacter));
  return false;
}

bool Reader::codes(CodeList& out, Rules const& rules) {
  if (!enter_array()) return false;
  Bounds const count = or_default(rules.size, kCodesDefault);
  Bounds const each = or_default(rules.each, kCodeDefault);
  auto const ahead = tokens_.texts_ahead();
  if (ahead.texts <= count.max) out.reserve(ahead.texts, ahead.bytes);
  std::size_t items = 0;
  bool good = true;
  while (next_item()) {
    if (++items > count.max)
      skip();
    else if (tokens_.front() == '"')
      good = append_code(out, each) && good;
    else
      good = wrong_type("string");
  }
  if (!count.hold(items)) refuse_size(kListSize, items, count);
  return good && !stopped() && count.hold(items);
}

bool Reader::attributes(std::map<std::string, std::string>& out, Rules const& rules) {
  if (!enter_object()) return false;
  Bounds const count = or_default(rules.size, kAttributesDefault);
  Rules const value_rules{.size = rules.each, .each = {}, .multiline = rules.multiline};
  std::size_t entries = 0;
  std::string name;
  while (next_entry(name)) {
    if (++entries > count.max) {
      skip();
      continue;
    }
    bool const fresh = !out.contains(name);
    if (!fresh) refuse(Error(kDuplicateField).with("field", std::string(clip(name, 64))));
    bool const fair = accept_text(name, kAttributeName, false);
    std::string value;
    if (!fresh || !fair)
      skip();
    else if (text(value, value_rules))
      out.emplace(name, std::move(value));
  }
  if (!count.hold(entries)) refuse_size(kListSize, entries, count);
  return !stopped() && count.hold(entries) && out.size() == entries;
}

bool Reader::raw(std::string& out, Rules const& rules) {
  std::size_t const begin = tokens_.offset();
  if (!skip()) return false;
  std::string_view const bytes = tokens_.bytes().substr(begin, tokens_.last_end() - begin);
  Bounds const size = or_default(rules.size, kRawDefault);
  if (!size.hold(bytes.size())) {
    refuse_size(kTextSize, bytes.size(), size);
    return false;
  }
  out.assign(bytes);
  return true;
}

bool Reader::skip_scalar() {
  std::string_view const lexeme = tokens_.lexeme();
  char const front = tokens_.front();
  if (front == '"') {
    if (lexeme.size() < 2 || lexeme.back() != '"') return break_at(tokens_.offset(), "unclosed_string");
    std::size_t const flaw = escape_flaw(lexeme.substr(1, lexeme.size() - 2));
    if (flaw != std::string_view::npos) return break_at(tokens_.offset() + 1 + flaw, "bad_escape");
  } else if (front == '-' || (front >= '0' && front <= '9')) {
    Whole number;
    if (read_number(lexeme, number) == NumberForm::None) return break_at(tokens_.offset(), "bad_number");
  } else if (lexeme != "true" && lexeme != "false" && lexeme != "null") {
    return break_at(tokens_.offset(), "value_expected");
  }
  tokens_.advance();
  return true;
}

/// Past one value of any kind, with its whole grammar checked. A loop and a bit for each open container
/// instead of recursion: the depth is the sender's to choose, the stack is ours.
bool Reader::skip() {
  if (stopped()) return false;
  std::bitset<kDepthCap> in_object;
  std::size_t depth = 0;
  std::string_view name;
  for (;;) {
    char const front = tokens_.front();
    if (front == '{' || front == '[') {
      if (frames_.size() + depth >= document_->limits().max_depth) return break_deep();
      in_object[depth++] = front == '{';
      tokens_.advance();
      if (tokens_.front() != (front == '{' ? '}' : ']')) {
        if (front == '{' && !key(name)) return false;
        continue;
      }
      tokens_.advance();
      --depth;
    } else if (!skip_scalar()) {
      return false;
    }
    // After a value: out of every container that ends here, then to the next member.
    for (;;) {
      if (depth == 0) return true;
      bool const object = in_object[depth - 1];
      if (tokens_.front() == (object ? '}' : ']')) {
        tokens_.advance();
        --depth;
        continue;
      }
      if (tokens_.front() != ',')
        return break_at(tokens_.offset(), object ? "comma_or_brace_expected" : "comma_or_bracket_expected");
      tokens_.advance();
      if (tokens_.front() == (object ? '}' : ']')) return break_at(tokens_.offset(), "trailing_comma");
      if (object && !key(name)) return false;
      break;
    }
  }
}

}  // namespace tamga::shape
