// SPDX-License-Identifier: Apache-2.0
#include "contracts/contract_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "contracts/errors.hpp"
#include "contracts/placeholders.hpp"

namespace tamga::contracts {
namespace {

constexpr char kNewPage = '\f';
constexpr char kCell = '\t';

bool holds(Condition condition, ContractFacts const& facts) {
  switch (condition) {
    case Condition::Pilot:
      return facts.group && facts.group->mode == country::GroupMode::Pilot;
    case Condition::Mandatory:
      return facts.group && facts.group->mode != country::GroupMode::Pilot;
    case Condition::Replacement:
      return facts.previous.has_value();
    case Condition::Organization:
      return facts.participant.kind == PartyKind::Organization;
    case Condition::SoleTrader:
      return facts.participant.kind == PartyKind::SoleTrader;
  }
  return false;
}

/// Writes one language.
class Writer {
 public:
  explicit Writer(Filling filling) : filling_(filling) {}

  Result<void> write(Wordings const& wordings) {
    TAMGA_TRY(line(wordings.title));
    TAMGA_TRY(line(wordings.subtitle));
    out_ += '\n';
    TAMGA_TRY(paragraphs(wordings.preamble, {}));
    int number = 0;
    for (Section const& section : wordings.sections) {
      std::string const place = fmt::format("{}.", ++number);
      out_ += '\n' + place + ' ';
      TAMGA_TRY(line(section.heading));
      TAMGA_TRY(paragraphs(section.paragraphs, section.numbered ? place : std::string()));
    }
    if (wordings.prices) TAMGA_TRY(prices(*wordings.prices));
    return {};
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Result<void> line(LocalizedText const& text) {
    TAMGA_ASSIGN(filled, fill(text.in(filling_.language), filling_));
    out_ += filled;
    out_ += '\n';
    return {};
  }

  [[nodiscard]] bool stands(Paragraph const& paragraph) const {
    for (std::size_t i = 0; i < kConditionNames.size(); ++i) {
      auto const condition = static_cast<Condition>(i);
      if (paragraph.when.has(condition) && !holds(condition, filling_.facts)) return false;
    }
    return paragraph.needs.empty() || !value_of(paragraph.needs, filling_).empty();
  }

  Result<void> paragraphs(std::vector<Paragraph> const& all, std::string const& section) {
    int number = 0;
    for (Paragraph const& paragraph : all) {
      if (!stands(paragraph)) continue;
      if (!section.empty()) out_ += fmt::format("{}{}. ", section, ++number);
      TAMGA_TRY(line(paragraph.text));
    }
    return {};
  }

  Result<void> prices(PriceAnnex const& annex) {
    Language const language = filling_.language;
    out_ += '\n';
    out_ += kNewPage;
    TAMGA_TRY(line(annex.heading));
    TAMGA_TRY(paragraphs(annex.paragraphs, {}));
    out_ += '\n';
    row(annex.columns[0].in(language), annex.columns[1].in(language), annex.columns[2].in(language));
    for (Price const& price : filling_.facts.group->prices) {
      bool const free = price.price_minor == 0;
      auto const moment = static_cast<std::size_t>(free ? country::ChargeAt::None : price.charge_at);
      LocalizedText const& vat = price.vat_included ? annex.vat_included : annex.vat_on_top;
      row(price.name.in(language),
          free
              ? annex.free.in(language)
              : fmt::format("{} {}, {}", money(price.price_minor), annex.unit.in(language), vat.in(language)),
          annex.charged.at(moment).in(language));
    }
    return {};
  }

  void row(std::string_view first, std::string_view second, std::string_view third) {
    out_ += fmt::format("{}{}{}{}{}\n", first, kCell, second, kCell, third);
  }

  Filling filling_;
  std::string out_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How many numbers with a dot behind them the line begins with: 1 is a heading, 2 a numbered paragraph.
int depth_of(std::string_view line) {
  int depth = 0;
  for (;;) {
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    if (digits == 0 || digits == line.size() || line[digits] != '.') return 0;
    line.remove_prefix(digits + 1);
    ++depth;
    if (!line.empty() && line[0] == ' ') return depth;
  }
}

}  // namespace

Result<std::vector<ContractText>> write_texts(ContractTemplate const& kind, ContractFacts const& facts,
                                              std::string_view number) {
  Wordings const* const wordings = kind.versions.in_force(facts.date);
  if (wordings == nullptr)
    return fail(Error(kTemplateMissing).with("kind", kind.kind).with("day", facts.date.text()));
  if (facts.group.has_value() != (kind.scope == Scope::Group))
    return fail(Error(kGroupWrong).with("kind", kind.kind));
  if (wordings->prices && facts.group->prices.empty())
    return fail(Error(kFactMissing).with("fact", "contract_prices"));
  std::vector<ContractText> out;
  for (Language const language : kind.languages) {
    Writer writer({.facts = facts, .number = number, .language = language});
    TAMGA_TRY(writer.write(*wordings));
    out.push_back({language, writer.take()});
  }
  return out;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> out;
  bool in_table = false;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    bool const cells = line.find(kCell) != std::string_view::npos;
    LineKind kind = LineKind::Plain;
    if (out.size() < 2) {
      kind = out.empty() ? LineKind::Title : LineKind::Subtitle;
    } else if (line[0] == kNewPage) {
      kind = LineKind::Annex;
      line.remove_prefix(1);
    } else if (cells) {
      kind = in_table ? LineKind::TableRow : LineKind::TableHead;
    } else if (int const depth = depth_of(line); depth > 0) {
      kind = depth == 1 ? LineKind::Heading : LineKind::Numbered;
    }
    in_table = cells;
    out.push_back({kind, line});
  }
  return out;
}

}  // namespace tamga::contracts
