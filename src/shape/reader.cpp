// SPDX-License-Identifier: Apache-2.0
#include "shape/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "shape/errors.hpp"
#include "shape/flaw.hpp"
#include "shape/nearest.hpp"

namespace tamga::shape {
namespace {

/// What a client sent, short enough to be sent back.
constexpr std::size_t kEchoMax = 64;

std::string_view type_of(char front) {
  switch (front) {
    case '{':
      return "object";
    case '[':
      return "array";
    case '"':
      return "string";
    case 't':
    case 'f':
      return "boolean";
    case 'n':
      return "null";
    default:
      return "number";
  }
}

void append_step(std::string& pointer, std::string_view key) {
  pointer.push_back('/');
  for (char const c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer.push_back(c);
  }
}

}  // namespace

Reader::Reader(JsonDocument const& document, std::size_t max_errors)
    : document_(&document), tokens_(document), max_errors_(std::max<std::size_t>(max_errors, 1)) {}

bool Reader::enter(char open, std::string_view expected) {
  if (stopped()) return false;
  if (tokens_.front() != open) return wrong_type(expected);
  if (frames_.size() >= document_->limits().max_depth) return break_deep();
  tokens_.advance();
  frames_.push_back({.key = {}, .index = 0, .array = open == '[', .first = true});
  return true;
}

bool Reader::enter_object() { return enter('{', "object"); }
bool Reader::enter_array() { return enter('[', "array"); }

/// Past the comma to the next member, or out of the container at its end. No comma may stand before the end.
bool Reader::advance_in(char close, std::string_view otherwise) {
  if (stopped()) return false;
  Frame& frame = frames_.back();
  if (tokens_.front() == close) {
    tokens_.advance();
    frames_.pop_back();
    return false;
  }
  if (frame.first) {
    frame.first = false;
    return true;
  }
  if (tokens_.front() != ',') return break_at(tokens_.offset(), otherwise);
  tokens_.advance();
  if (tokens_.front() == close) return break_at(tokens_.offset(), "trailing_comma");
  return true;
}

bool Reader::key(std::string_view& out) {
  if (tokens_.front() != '"') return break_at(tokens_.offset(), "field_name_expected");
  if (!string(out)) return false;
  if (tokens_.front() != ':') return break_at(tokens_.offset(), "colon_expected");
  tokens_.advance();
  return true;
}

std::optional<std::size_t> Reader::next_field(std::span<std::string_view const> names, std::uint64_t& seen) {
  std::string_view name;
  while (advance_in('}', "comma_or_brace_expected") && key(name)) {
    Frame& frame = frames_.back();
    // Writers mostly keep the order of the description, so the field after the last one is tried first.
    std::size_t place =
        frame.index < names.size() && names[frame.index] == name
            ? frame.index
            : static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    bool const known = place < names.size();
    if (known && (seen >> place & 1U) == 0) {
      seen |= std::uint64_t{1} << place;
      frame.index = place + 1;
      frame.key = names[place];
      return place;
    }
    std::string const shown(clip(name, kEchoMax));
    frame.key = shown;
    if (known) {
      refuse(Error(kDuplicateField).with("field", shown));
    } else {
      auto const near = by_nearness(name, names);
      Error error = Error(kUnknownField).with("field", shown).with("known", near.all);
      if (!near.best.empty()) error.with("suggestion", std::string(near.best));
      refuse(std::move(error));
    }
    skip();
    frame.key = {};
  }
  return std::nullopt;
}

bool Reader::next_entry(std::string& key_out) {
  std::string_view name;
  if (!advance_in('}', "comma_or_brace_expected") || !key(name)) return false;
  key_out.assign(name);
  frames_.back().key = clip(key_out, kEchoMax);
  return true;
}

bool Reader::next_item() {
  bool const first = !frames_.empty() && frames_.back().first;
  if (!advance_in(']', "comma_or_bracket_expected")) return false;
  if (!first) ++frames_.back().index;
  return true;
}

/// The token must begin a value of another type: only then is this a matter of types and not of grammar.
bool Reader::wrong_type(std::string_view expected) {
  constexpr std::string_view kFronts = "{[\"tfn-0123456789";
  char const front = tokens_.front();
  if (front == '\0' || kFronts.find(front) == std::string_view::npos)
    return break_at(tokens_.offset(), tokens_.at_end() ? "unexpected_end" : "value_expected");
  refuse_type(expected, type_of(front));
  skip();
  return false;
}

void Reader::refuse_type(std::string_view expected, std::string_view actual) {
  refuse(Error(kWrongType).with("expected", std::string(expected)).with("actual", std::string(actual)));
}

void Reader::refuse_size(ErrorKind const& kind, std::size_t size, Bounds const& bounds) {
  refuse(Error(kind)
             .with("size", fmt::to_string(size))
             .with("min", fmt::to_string(bounds.min))
             .with("max", fmt::to_string(bounds.max)));
}

void Reader::refuse(Error error) {
  if (stopped()) return;
  errors_.push_back(std::move(error.at(pointer())));
}

void Reader::refuse_child(std::string_view key, Error error) {
  if (stopped()) return;
  std::string where = pointer();
  append_step(where, key);
  errors_.push_back(std::move(error.at(std::move(where))));
}

std::string Reader::pointer() const {
  std::string text;
  for (Frame const& frame : frames_)
    append_step(text, frame.array ? fmt::to_string(frame.index) : std::string(frame.key));
  return text;
}

bool Reader::break_at(std::size_t offset, std::string_view reason) {
  if (stopped()) return false;
  if (tokens_.at_end() && offset >= tokens_.bytes().size()) reason = "unexpected_end";
  broken_ = true;
  errors_.clear();
  errors_.push_back(malformed(tokens_.bytes(), offset, reason));
  return false;
}

bool Reader::break_deep() {
  if (stopped()) return false;
  broken_ = true;
  errors_.clear();
  errors_.push_back(Error(kTooDeep)
                        .with("max", fmt::to_string(document_->limits().max_depth))
                        .with("offset", fmt::to_string(tokens_.offset())));
  return false;
}

void Reader::adopt_errors(Reader& ahead) {
  broken_ = ahead.broken_;
  errors_ = std::move(ahead.errors_);
}

void Reader::finish() {
  if (!stopped() && !tokens_.at_end()) break_at(tokens_.offset(), "text_after_the_end");
}

/// A wrong shape is only worth telling when the text is JSON at all, so after a failure the whole grammar is
/// checked, which costs the good path nothing.
std::vector<Error> Reader::take_errors() {
  if (broken_ || errors_.empty()) return std::move(errors_);
  Reader grammar(*document_);
  grammar.skip();
  grammar.finish();
  return grammar.broken_ ? std::move(grammar.errors_) : std::move(errors_);
}

}  // namespace tamga::shape
