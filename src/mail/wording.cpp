// SPDX-License-Identifier: Apache-2.0
#include "mail/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>

#include "country/placeholders.hpp"
#include "mail/errors.hpp"

namespace tamga::mail {
namespace {

using country::split_placeholders;

constexpr std::size_t kMaxSubject = 150;
constexpr std::string_view kItemMark = "- ";

constexpr std::string_view kButtonStyle =
    "display:inline-block;padding:.6em 1.2em;border-radius:.3em;background:#1b5e9b;color:#fff;"
    "text-decoration:none";

Line line_of(std::string_view text) {
  if (text.empty()) return {};
  if (text.starts_with(kItemMark)) return {Line::Kind::Item, std::string(text.substr(kItemMark.size())), {}};
  auto const middle = text.find("]({");
  if (text.starts_with('[') && text.ends_with("})") && middle != std::string_view::npos)
    return {Line::Kind::Button, std::string(text.substr(1, middle - 1)),
            std::string(text.substr(middle + 3, text.size() - middle - 5))};
  return {Line::Kind::Text, std::string(text), {}};
}

bool has_brace(std::string_view text) {
  bool found = false;
  split_placeholders(
      text,
      [&](std::string_view part) { found = found || part.find_first_of("{}") != std::string_view::npos; },
      [](std::string_view) {});
  return found;
}

/// How many lists a text has, and how many placeholders.
std::pair<int, int> lists_in(std::string_view text, Kinds const& kinds) {
  int lists = 0;
  int all = 0;
  split_placeholders(
      text, [](std::string_view) {},
      [&](std::string_view name) {
        auto const kind = kinds.find(name);
        lists += kind != kinds.end() && kind->second == ValueKind::List ? 1 : 0;
        ++all;
      });
  return {lists, all};
}

Result<void> check_text(std::string_view text, Kinds const& kinds, bool item) {
  if (has_brace(text)) return fail(Error(kStrayBrace).with("text", std::string(text)));
  auto const [lists, all] = lists_in(text, kinds);
  if (lists > 0 && (!item || all > 1)) return fail(Error(kListPlace).with("text", std::string(text)));
  return {};
}

std::string spoken(std::string_view day, Language language) {
  constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
  std::string_view const year = day.substr(0, 4);
  std::string_view const month = day.substr(5, 2);
  std::string_view const of_month = day.substr(8, 2);
  if (language != Language::En) return fmt::format("{}.{}.{}", of_month, month, year);
  auto const index = static_cast<std::size_t>((month[0] - '0') * 10 + month[1] - '0' - 1);
  return fmt::format("{} {} {}", of_month[0] == '0' ? of_month.substr(1) : of_month, kMonths.at(index), year);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Fills lines with the values of one letter.
class Filler {
 public:
  Filler(Kinds const& kinds, Values const& values, Language language)
      : kinds_(kinds), values_(values), language_(language) {}

  [[nodiscard]] std::string plain(std::string_view text, std::size_t item = 0) const {
    std::string out;
    split_placeholders(
        text, [&](std::string_view part) { out += part; },
        [&](std::string_view name) { out += value(name, item); });
    return out;
  }

  [[nodiscard]] std::string html(std::string_view text, std::size_t item = 0) const {
    std::string out;
    split_placeholders(
        text, [&](std::string_view part) { out += escaped(part); },
        [&](std::string_view name) {
          std::string const words = escaped(value(name, item));
          out += kinds_.find(name)->second == ValueKind::Link ? link(words, words, {}) : words;
        });
    return out;
  }

  /// How often an item stands: once for each entry of its list, otherwise once.
  [[nodiscard]] std::size_t times(std::string_view text) const {
    std::size_t count = 1;
    split_placeholders(
        text, [](std::string_view) {},
        [&](std::string_view name) {
          if (kinds_.find(name)->second == ValueKind::List) count = values_.find(name)->second.size();
        });
    return count;
  }

  static std::string link(std::string_view address, std::string_view words, std::string_view style) {
    return fmt::format("<a href=\"{}\"{}>{}</a>", address,
                       style.empty() ? std::string() : fmt::format(" style=\"{}\"", style), words);
  }

 private:
  [[nodiscard]] std::string value(std::string_view name, std::size_t item) const {
    auto const& lines = values_.find(name)->second;
    ValueKind const kind = kinds_.find(name)->second;
    if (kind == ValueKind::Day) return spoken(lines.front(), language_);
    return kind == ValueKind::List ? lines.at(item) : lines.front();
  }

  Kinds const& kinds_;
  Values const& values_;
  Language language_;
};

std::string plain_body(Wording const& wording, Filler const& filler) {
  std::string out;
  for (Line const& line : wording.body) {
    switch (line.kind) {
      case Line::Kind::Blank:
        out += '\n';
        break;
      case Line::Kind::Text:
        out += filler.plain(line.text) + '\n';
        break;
      case Line::Kind::Button:
        out += fmt::format("{}: {}\n", filler.plain(line.text), filler.plain('{' + line.target + '}'));
        break;
      case Line::Kind::Item:
        for (std::size_t i = 0; i < filler.times(line.text); ++i)
          out += fmt::format("{}{}\n", kItemMark, filler.plain(line.text, i));
        break;
    }
  }
  return out;
}

/// Opens and closes paragraphs and lists as lines of another kind follow.
std::string html_body(Wording const& wording, Filler const& filler) {
  std::string out;
  Line::Kind open = Line::Kind::Blank;
  auto const turn_to = [&](Line::Kind kind) {
    if (open == kind && kind == Line::Kind::Text) out += "<br>\n";
    if (open == kind) return;
    if (open == Line::Kind::Text) out += "</p>\n";
    if (open == Line::Kind::Item) out += "</ul>\n";
    if (kind == Line::Kind::Text) out += "<p>";
    if (kind == Line::Kind::Item) out += "<ul>\n";
    open = kind;
  };
  for (Line const& line : wording.body) {
    turn_to(line.kind == Line::Kind::Button ? Line::Kind::Blank : line.kind);
    switch (line.kind) {
      case Line::Kind::Blank:
        break;
      case Line::Kind::Text:
        out += filler.html(line.text);
        break;
      case Line::Kind::Button:
        out += fmt::format("<p>{}</p>\n", Filler::link(escaped(filler.plain('{' + line.target + '}')),
                                                       filler.html(line.text), kButtonStyle));
        break;
      case Line::Kind::Item:
        for (std::size_t i = 0; i < filler.times(line.text); ++i)
          out += fmt::format("<li>{}</li>\n", filler.html(line.text, i));
        break;
    }
  }
  turn_to(Line::Kind::Blank);
  return out;
}

}  // namespace

std::vector<Line> body_of(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.push_back(line_of(text.substr(0, end)));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

Result<void> check_wording(Wording const& wording, Kinds const& kinds) {
  if (wording.subject.size() > kMaxSubject || wording.subject.find('\n') != std::string::npos)
    return fail(Error(kSubject).with("text", wording.subject));
  TAMGA_TRY(check_text(wording.subject, kinds, false));
  for (Line const& line : wording.body) {
    TAMGA_TRY(check_text(line.text, kinds, line.kind == Line::Kind::Item));
    bool const almost = line.kind != Line::Kind::Button && line.text.find("](") != std::string::npos;
    if (almost) return fail(Error(kButton).with("text", line.text));
    if (line.kind != Line::Kind::Button) continue;
    auto const kind = kinds.find(line.target);
    if (kind == kinds.end() || kind->second != ValueKind::Link)
      return fail(Error(kButton).with("text", line.text));
  }
  return {};
}

Filled fill(Wording const& wording, Kinds const& kinds, Values const& values, std::string_view closing,
            Language language) {
  Filler const filler(kinds, values, language);
  Filled out;
  out.subject = filler.plain(wording.subject);
  out.plain = fmt::format("{}\n-- \n{}\n", plain_body(wording, filler), closing);
  out.html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n"
      "<body style=\"font:16px/1.5 sans-serif;color:#1a1a1a;max-width:36em;margin:1.5em auto;padding:0 "
      "1em\">\n"
      "{}<p style=\"color:#666;font-size:14px\">{}</p>\n</body></html>\n",
      code_of(language), escaped(out.subject), html_body(wording, filler), escaped(closing));
  return out;
}

}  // namespace tamga::mail
