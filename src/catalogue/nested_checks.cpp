// SPDX-License-Identifier: Apache-2.0
#include "catalogue/nested_checks.hpp"

#include <set>

#include "catalogue/card_book.hpp"
#include "catalogue/errors.hpp"

namespace tamga::catalogue {
namespace {

using country::PackageLevel;

constexpr std::int64_t kFewestInside = 2;

class NestedCheck {
 public:
  NestedCheck(CardBody const& body, gs1::Gtin gtin, PackageLevel level, CardQuestion const& question,
              std::vector<Error>& wrong)
      : body_(body), gtin_(gtin), level_(level), question_(question), wrong_(wrong) {}

  Result<void> run() {
    std::size_t const count = body_.nested ? body_.nested->size() : 0;
    if (level_ == PackageLevel::Unit) {
      if (count > 0) tell(Error(kNestedNotForLevel), "/nested");
      return {};
    }
    if (count == 0) {
      if (level_ != PackageLevel::Bundle) tell(Error(kNestedMissing), "/nested");
      return {};
    }
    if (level_ == PackageLevel::Group && count > 1) tell(Error(kNestedWrong), "/nested");
    for (std::size_t i = 0; i < count; ++i)
      TAMGA_TRY(check_one((*body_.nested)[i], "/nested/" + std::to_string(i)));
    check_sum();
    return {};
  }

 private:
  void tell(Error error, std::string pointer) {
    wrong_.push_back(std::move(error).at(std::move(pointer)).with("gtin", about_));
  }

  Result<void> check_one(NestedGoods const& one, std::string const& pointer) {
    about_ = one.gtin;
    sum_ += one.quantity;
    auto const gtin = gs1::Gtin::parse(one.gtin);
    if (!gtin) {
      wrong_.push_back(Error(gtin.error()).at(pointer + "/gtin"));
      return {};
    }
    if (*gtin == gtin_ || !met_.insert(*gtin).second) {
      tell(Error(kNestedTwice), pointer + "/gtin");
      return {};
    }
    // Goods of others are no more there than goods that nobody has.
    TAMGA_ASSIGN(product, question_.desk.product(*gtin));
    if (!product || product->owner != question_.owner)
      tell(Error(kNestedUnknown), pointer + "/gtin");
    else if (level_ == PackageLevel::Group &&
             (product->group != body_.group || product->level != name_of(PackageLevel::Unit)))
      tell(Error(kNestedWrong), pointer + "/gtin");
    return {};
  }

  void check_sum() {
    auto const* row = question_.desk.book().country().rules().row_of(level_);
    std::int64_t const most = row && row->capacity ? *row->capacity : std::int64_t{100'000};
    if (sum_ >= kFewestInside && sum_ <= most) return;
    tell(Error(kNestedQuantity)
             .with("least", std::to_string(kFewestInside))
             .with("most", std::to_string(most)),
         "/nested");
  }

  CardBody const& body_;
  gs1::Gtin gtin_;
  PackageLevel level_;
  CardQuestion const& question_;
  std::vector<Error>& wrong_;
  std::set<gs1::Gtin> met_;
  std::string about_;
  std::int64_t sum_ = 0;
};

}  // namespace

Result<void> check_nested(CardBody const& body, gs1::Gtin gtin, PackageLevel level,
                          CardQuestion const& question, std::vector<Error>& wrong) {
  return NestedCheck(body, gtin, level, question, wrong).run();
}

}  // namespace tamga::catalogue
