// SPDX-License-Identifier: Apache-2.0
#include "documents/order_line.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/products.hpp"
#include "ledger/errors.hpp"
#include "registry/errors.hpp"

namespace tamga::documents {
namespace {

/// Objections to single serials of a line; more of them help nobody.
constexpr std::size_t kMaxSerialObjections = 20;

class LineJudge {
 public:
  LineJudge(Case& one, ledger::ParticipantNo owner, OrderCodes::Line const& line, std::string const& pointer)
      : one_(&one), owner_(owner), line_(&line), pointer_(pointer) {}

  void object(Error error, std::string const& field) { one_->object(std::move(error).at(pointer_ + field)); }

  void judge_product(registry::Product const& product, country::ProductGroup const& group) {
    if (product.owner != owner_)
      object(Error(registry::kProductOfAnother).with("gtin", line_->gtin), "/gtin");
    else if (!product.published)
      object(Error(kProductNotPublished).with("gtin", line_->gtin), "/gtin");
    if (one_->desk().country().find_group(product.group) != &group)
      object(Error(kProductOfOtherGroup).with("gtin", line_->gtin).with("group", product.group), "/gtin");
  }

  std::optional<country::PackageLevel> level_of(registry::Product const& product) {
    auto const own = one_->rules().package_level(product.level);
    if (!line_->level) return own;
    auto const wanted = one_->rules().package_level(*line_->level);
    if (!wanted)
      object(Error(kLevelUnknown).with("value", *line_->level), "/level");
    else if (wanted != own)
      object(Error(kLevelOfOtherProduct).with("value", *line_->level), "/level");
    return wanted == own ? own : std::nullopt;
  }

  country::CodeTemplate const* template_of(country::ProductGroup const& group, country::PackageLevel level) {
    Date const today = one_->context().today;
    country::CodeTemplate const* found = nullptr;
    if (!line_->code_template) {
      found = group.template_for(level, today);
    } else {
      found = one_->desk().country().find_template(country::TemplateId(*line_->code_template), today);
      if (found && (found->group != group.id || !found->levels.has(level))) found = nullptr;
    }
    if (!found)
      object(Error(kTemplateNotInForce)
                 .with("template", line_->code_template ? std::to_string(*line_->code_template) : "")
                 .with("level", std::string(name_of(level))),
             "/template");
    return found;
  }

  std::optional<gs1::Price> price_in(gs1::CodeLayout const& layout) {
    using PriceField = gs1::CodeLayout::PriceField;
    if (layout.price() == PriceField::None) {
      if (line_->price) object(Error(kPriceNotInCode), "/price");
      return std::nullopt;
    }
    if (!line_->price) {
      object(Error(kPriceMissing), "/price");
      return std::nullopt;
    }
    auto const most = layout.price() == PriceField::Base80 ? gs1::kMaxPackPrice : gs1::kMaxElementPrice;
    auto const price = read_price(*line_->price);
    if (!price || price->minor_units == 0 || *price > most)
      object(Error(kPriceWrong).with("value", *line_->price).with("limit", price_text(most)), "/price");
    return price;
  }

  std::int64_t quantity() {
    if (!line_->serials) {
      if (!line_->quantity) object(Error(kQuantityMissing), "/quantity");
      return line_->quantity.value_or(0);
    }
    auto const count = static_cast<std::int64_t>(line_->serials->size());
    if (line_->quantity && *line_->quantity != count)
      object(Error(kQuantityNotOfSerials)
                 .with("quantity", std::to_string(*line_->quantity))
                 .with("serials", std::to_string(count)),
             "/quantity");
    return count;
  }

  std::vector<std::string> own_serials(gs1::SerialRule const& rule) {
    std::vector<std::string> whole;
    if (!line_->serials) return whole;
    whole.reserve(line_->serials->size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < line_->serials->size(); ++i) {
      std::string_view const own = (*line_->serials)[i];
      auto checked = rule.check_own(own);
      if (!checked && wrong++ < kMaxSerialObjections)
        object(std::move(checked).error(), "/serials/" + std::to_string(i));
      std::string& serial = whole.emplace_back();
      if (rule.country_digit != '\0') serial += rule.country_digit;
      serial += own;
    }
    if (wrong > 0) whole.clear();
    return whole;
  }

  Result<void> judge_taken(OrderCodes::PlannedLine const& plan) {
    if (plan.serials.empty()) return {};
    std::vector<std::string_view> const serials(plan.serials.begin(), plan.serials.end());
    TAMGA_ASSIGN(taken, one_->desk().series.taken(*plan.series, serials));
    taken.resize(std::min(taken.size(), kMaxSerialObjections));
    for (std::size_t const i : taken)
      object(Error(ledger::kSerialExists).with("serial", plan.serials[i]), "/serials/" + std::to_string(i));
    return {};
  }

 private:
  static std::string price_text(gs1::Price price) {
    std::string const cents = std::to_string(price.minor_units % 100);
    return std::to_string(price.minor_units / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
  }

  Case* one_;
  ledger::ParticipantNo owner_;
  OrderCodes::Line const* line_;
  std::string const& pointer_;
};

}  // namespace

std::optional<gs1::Price> read_price(std::string_view text) {
  auto const dot = text.find('.');
  std::string_view const whole = text.substr(0, dot);
  std::string_view const cents = dot == std::string_view::npos ? "" : text.substr(dot + 1);
  bool const has_dot = dot != std::string_view::npos;
  if (whole.empty() || whole.size() > 7 || cents.size() > 2 || (has_dot && cents.empty()))
    return std::nullopt;
  std::uint32_t units = 0;
  for (char const digit : std::string(whole) + std::string(cents) + std::string(2 - cents.size(), '0')) {
    if (digit < '0' || digit > '9') return std::nullopt;
    units = units * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return gs1::Price{units};
}

Result<OrderCodes::PlannedLine> judge_line(Case& one, ledger::ParticipantNo owner,
                                           OrderCodes::Line const& line, std::string const& pointer,
                                           country::ProductGroup const* group) {
  OrderCodes::PlannedLine plan;
  LineJudge judge(one, owner, line, pointer);
  plan.quantity = judge.quantity();
  TAMGA_ASSIGN(product, find_product(one, line.gtin, pointer + "/gtin"));
  if (!product || !group) return plan;
  judge.judge_product(*product, *group);
  auto const level = judge.level_of(*product);
  auto const* form = level ? judge.template_of(*group, *level) : nullptr;
  if (!form) return plan;
  plan.level = *level;
  plan.price = judge.price_in(form->layout);
  plan.serials = judge.own_serials(form->serial);
  if (!one.objections().empty()) return plan;  // a refused order makes no series
  auto const kind = line.serials ? emission::SeriesKind::SelfMade : emission::SeriesKind::Operator;
  TAMGA_ASSIGN(series, one.desk().series.of_item(product->gtin, *form, kind));
  plan.series = series;
  plan.card_version = product->card_version;
  TAMGA_TRY(judge.judge_taken(plan));
  if (one.desk().series.room(*series) < plan.quantity)
    one.object(Error(ledger::kSeriesExhausted).at(pointer + "/quantity"));
  return plan;
}

}  // namespace tamga::documents
