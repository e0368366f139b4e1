// SPDX-License-Identifier: Apache-2.0
#include "billing/invoice_pdf.hpp"

#include <fmt/format.h>

#include "paper/canvas.hpp"

namespace tamga::billing {
namespace {

using paper::Block;
using paper::Canvas;
using paper::Style;

// Points.
constexpr double kLeft = 56;
constexpr double kRight = Canvas::kWidth - 42;
constexpr double kTop = 60;
constexpr double kLabel = 120;
constexpr double kSumWidth = 130;
constexpr double kGap = 4;
constexpr std::string_view kNoBreak = "\xC2\xA0";

/// Writes from top to bottom.
class Sheet {
 public:
  explicit Sheet(Canvas& canvas) : canvas_(&canvas) {}

  void text(std::string_view words, Style const& style) {
    y_ += draw(words, kLeft, kRight - kLeft, style) + kGap;
  }
  void row(std::string_view label, std::string_view value) {
    double const left = draw(label, kLeft, kLabel - kGap, {.size = 9, .grey = true});
    double const right = draw(value, kLeft + kLabel, kRight - kLeft - kLabel, {.size = 10});
    y_ += std::max(left, right) + kGap;
  }
  void sum(std::string_view what, std::string_view amount, bool bold) {
    double const split = kRight - kSumWidth;
    Style const style{.size = 10, .bold = bold};
    Style right = style;
    right.alignment = PANGO_ALIGN_RIGHT;
    double const a = draw(what, kLeft, split - kLeft - kGap, style);
    double const b = draw(amount, split, kSumWidth, right);
    y_ += std::max(a, b) + kGap;
  }
  void rule() {
    canvas_->rule(kLeft, y_, kRight, y_);
    y_ += kGap * 2;
  }
  void space(double points) { y_ += points; }

 private:
  /// How high it became.
  double draw(std::string_view words, double x, double width, Style const& style) {
    Block const block = canvas_->lay(words, width, style);
    double height = 0;
    for (std::size_t line = 0; line < block.lines.size(); ++line) {
      canvas_->draw(block, line, x, y_ + height);
      height += block.lines[line].height;
    }
    return height;
  }

  Canvas* canvas_;
  double y_ = kTop;
};

std::string day_text(Date day) {
  std::string const iso = day.text();
  return fmt::format("{}.{}.{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

std::string percent(std::int32_t hundredths) {
  return hundredths % 100 == 0 ? fmt::format("{}", hundredths / 100)
                               : fmt::format("{},{:02}", hundredths / 100, hundredths % 100);
}

std::int64_t vat_within(std::int64_t sum, std::int32_t rate) {
  std::int64_t const whole = 10'000 + rate;
  return (2 * sum * rate + whole) / (2 * whole);
}

}  // namespace

std::string amount_text(std::int64_t minor_units) {
  std::string const whole = std::to_string(minor_units / 100);
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += kNoBreak;
    out += whole[i];
  }
  return out + fmt::format(",{:02}", minor_units % 100);
}

Result<std::string> draw_invoice(Invoice const& invoice, Rules const& rules, Payer const& payer,
                                 InvoiceMoney const& money, Language language) {
  InvoiceWords const& words = rules.words;
  auto const in = [&](LocalizedText const& text) -> std::string const& { return text.in(language); };
  auto const sum = [&](std::int64_t amount) {
    return amount_text(amount) + std::string(kNoBreak) + money.currency;
  };
  Date const issued = Date::of(invoice.issued_at);
  TAMGA_ASSIGN(canvas, Canvas::create(invoice.number, rfc3339(invoice.issued_at)));
  Sheet sheet(*canvas);
  auto const kpp_row = [&](std::string const& kpp) {
    if (!kpp.empty() && !in(words.kpp).empty()) sheet.row(in(words.kpp), kpp);
  };
  sheet.text(fmt::format("{} {}", in(words.title), invoice.number), {.size = 16, .bold = true});
  sheet.text(day_text(issued), {.size = 10, .grey = true});
  sheet.space(12);
  sheet.text(in(words.payee), {.size = 11, .bold = true});
  sheet.row("", rules.payee.name);
  sheet.row(in(words.tax_id), rules.payee.tax_id);
  kpp_row(rules.payee.kpp);
  sheet.row(in(words.address), rules.payee.address);
  sheet.row(in(words.bank), rules.payee.bank);
  sheet.row(in(words.bank_code), rules.payee.bank_code);
  sheet.row(in(words.account), rules.payee.account);
  sheet.space(10);
  sheet.text(in(words.payer), {.size = 11, .bold = true});
  sheet.row("", payer.name);
  sheet.row(in(words.tax_id), payer.tax_id);
  kpp_row(payer.kpp);
  if (!payer.address.empty()) sheet.row(in(words.address), payer.address);
  sheet.space(14);
  sheet.rule();
  sheet.sum(in(words.purpose_head), in(words.amount_head), true);
  sheet.rule();
  sheet.sum(in(rules.purpose), sum(invoice.amount), false);
  if (invoice.order != DocumentNo())
    sheet.text(fmt::format("{} {}", in(words.order), invoice.order.value()), {.size = 9, .grey = true});
  sheet.rule();
  sheet.sum(in(words.total), sum(invoice.amount), true);
  sheet.sum(fmt::format("{} {} %", in(words.vat), percent(money.vat_rate)),
            sum(vat_within(invoice.amount, money.vat_rate)), false);
  sheet.space(14);
  sheet.row(in(words.due), day_text(invoice.due_on));
  sheet.text(fmt::format("{} {}", in(rules.payment_note), invoice.number), {.size = 10, .bold = true});
  canvas->next_page();
  return canvas->finish();
}

}  // namespace tamga::billing
