// SPDX-License-Identifier: Apache-2.0
#include "catalogue/checks.hpp"

#include <algorithm>
#include <set>

#include "catalogue/attribute_checks.hpp"
#include "catalogue/card_book.hpp"
#include "catalogue/classifiers.hpp"
#include "catalogue/errors.hpp"
#include "catalogue/nested_checks.hpp"
#include "catalogue/photos.hpp"
#include "catalogue/prefixes.hpp"
#include "identifiers/rule.hpp"
#include "registry/errors.hpp"
#include "shape/encode.hpp"

namespace tamga::catalogue {
namespace {

class CardCheck {
 public:
  CardCheck(CardBody const& body, CardQuestion const& question)
      : body_(body),
        question_(question),
        rules_(question.desk.book().rules()),
        country_(question.desk.book().country()) {}

  Result<std::vector<Error>> run() {
    group_ = country_.find_group(body_.group);
    if (!group_ || group_->code != body_.group) {
      group_ = nullptr;
      tell(Error(kCardGroup).with("group", body_.group), "/group");
    }
    level_ = card_level(country_.rules(), body_.level);
    if (!level_) tell(Error(kCardLevel).with("value", body_.level), "/level");
    auto const gtin = gs1::Gtin::parse(body_.gtin);
    if (!gtin)
      tell(gtin.error(), "/gtin");
    else
      TAMGA_TRY(check_gtin(*gtin));
    if (group_) TAMGA_TRY(check_attributes(rules_.form(group_->code)));
    if (level_ && gtin) TAMGA_TRY(check_nested(body_, *gtin, *level_, question_, wrong_));
    if (group_) check_conformity(rules_.form(group_->code));
    if (gtin) TAMGA_TRY(check_photos(*gtin));
    if (gtin && group_ && level_) TAMGA_TRY(check_duplicate(*gtin));
    return std::move(wrong_);
  }

 private:
  void tell(Error error, std::string pointer) { wrong_.push_back(std::move(error).at(std::move(pointer))); }

  Result<void> check_gtin(gs1::Gtin gtin) {
    TAMGA_ASSIGN(card, question_.desk.find(gtin));
    TAMGA_ASSIGN(product, question_.desk.product(gtin));
    auto const of_other = [&] {
      tell(Error(registry::kProductOfAnother).with("gtin", gtin.text()), "/gtin");
    };
    if (card || product) {
      if ((card ? card->owner : product->owner) != question_.owner) {
        of_other();
        return {};
      }
      std::string const& group = card ? card->group : product->group;
      std::string const& level = card ? card->level : product->level;
      if (group_ && country_.find_group(group) != group_)
        tell(Error(kCardGroupChanged).with("group", group), "/group");
      if (level_ && level != country::name_of(*level_))
        tell(Error(kCardLevelChanged).with("level", level), "/level");
      return {};
    }
    TAMGA_ASSIGN(holder, holder_of(question_.desk.connection(), gtin));
    if (!holder || *holder != question_.owner) tell(Error(kGtinNotOwn).with("gtin", gtin.text()), "/gtin");
    if (gtin.restricted_prefix() && !rules_.allows_local(gtin))
      tell(Error(kGtinLocal).with("gtin", gtin.text()), "/gtin");
    return {};
  }

  Result<void> check_attributes(CardForm const& form) {
    std::set<std::string_view> met;
    std::set<std::string_view> said;
    for (std::size_t i = 0; i < body_.attributes.size(); ++i) {
      CardAttribute const& given = body_.attributes[i];
      std::string const pointer = "/attributes/" + std::to_string(i);
      Attribute const* attribute = form.find(given.id);
      if (!attribute) {
        tell(Error(kFieldUnknown).with("attribute", given.id), pointer + "/id");
        continue;
      }
      if (!met.insert(given.id).second) {
        tell(Error(kFieldTwice).with("attribute", given.id), pointer + "/id");
        continue;
      }
      if (says_something(given)) said.insert(given.id);
      std::size_t const before = wrong_.size();
      check_value(rules_, *attribute, given, pointer, wrong_);
      if (wrong_.size() == before && attribute->type == AttributeType::Class && given.value &&
          !given.value->empty())
        TAMGA_TRY(check_class(*attribute, *given.value, pointer + "/value"));
    }
    for (Attribute const& one : form.attributes)
      if (one.mandatory && !said.contains(one.id))
        tell(Error(kFieldMissing).with("attribute", one.id), "/attributes");
    return {};
  }

  Result<void> check_class(Attribute const& attribute, std::string const& value, std::string const& pointer) {
    Classifier const& classifier = *rules_.classifier(attribute.classifier);
    std::string const code = identifiers::check(*identifiers::find_rule(classifier.rule), value)->text;
    auto const& headings = group_->tn_ved;
    bool const inside = std::any_of(headings.begin(), headings.end(),
                                    [&](std::string const& heading) { return code.starts_with(heading); });
    if (attribute.role == AttributeRole::CustomsClass && !headings.empty() && !inside) {
      std::string all;
      for (std::string const& heading : headings) all += (all.empty() ? "" : ", ") + heading;
      tell(Error(kClassOutside).with("code", code).with("group", group_->code).with("headings", all),
           pointer);
      return {};
    }
    TAMGA_ASSIGN(known, is_in_force(question_.desk.connection(), classifier.code, code, question_.today));
    if (!known) tell(Error(kClassUnknown).with("code", code).with("classifier", classifier.code), pointer);
    return {};
  }

  void check_conformity(CardForm const& form) {
    std::set<std::string> good;
    auto const& given = body_.conformity;
    for (std::size_t i = 0; given && i < given->size(); ++i) {
      ConformityDocument const& one = (*given)[i];
      std::string const pointer = "/conformity/" + std::to_string(i);
      if (!rules_.conformity_kind(one.kind))
        tell(Error(kConformityKind).with("kind", one.kind), pointer + "/kind");
      else if (one.from && one.until && *one.until < *one.from)
        tell(Error(kConformityTerm), pointer + "/until");
      else if (one.until && *one.until < question_.today)
        tell(Error(kConformityExpired).with("number", one.number).with("until", one.until->text()),
             pointer + "/until");
      else if (one.from && question_.today < *one.from)
        tell(Error(kConformityEarly).with("number", one.number).with("from", one.from->text()),
             pointer + "/from");
      else
        good.insert(one.kind);
    }
    auto const told = [&](std::string const& kind) {
      return given && std::any_of(given->begin(), given->end(),
                                  [&](ConformityDocument const& one) { return one.kind == kind; });
    };
    for (std::string const& kind : form.conformity)
      if (!good.contains(kind) && !told(kind)) tell(Error(kConformityMissing).with("kind", kind), "/conformity");
  }

  Result<void> check_photos(gs1::Gtin gtin) {
    auto const& photos = body_.photos;
    if (group_ && rules_.form(group_->code).photo_needed && (!photos || photos->empty()))
      tell(Error(kPhotoMissing), "/photos");
    if (!photos) return {};
    if (static_cast<std::int64_t>(photos->size()) > rules_.most_photos())
      tell(Error(kPhotoCount).with("limit", std::to_string(rules_.most_photos())), "/photos");
    for (std::size_t i = 0; i < photos->size(); ++i) {
      TAMGA_ASSIGN(there, has_photo(question_.desk.connection(), gtin, question_.owner, (*photos)[i]));
      if (!there) tell(Error(kPhotoUnknown).with("photo", (*photos)[i]), "/photos/" + std::to_string(i));
    }
    return {};
  }

  Result<void> check_duplicate(gs1::Gtin gtin) {
    auto const likeness = likeness_of(rules_, body_, question_.owner, *level_);
    TAMGA_ASSIGN(alike, question_.desk.alike(question_.owner, likeness));
    for (gs1::Gtin const other : alike) {
      if (other == gtin) continue;
      tell(Error(kCardDuplicate).with("gtin", other.text()), "");
      break;
    }
    return {};
  }

  CardBody const& body_;
  CardQuestion const& question_;
  Rules const& rules_;
  country::Country const& country_;
  country::ProductGroup const* group_ = nullptr;
  std::optional<country::PackageLevel> level_;
  std::vector<Error> wrong_;
};

}  // namespace

Result<std::vector<Error>> check_card(CardBody const& body, CardQuestion const& question) {
  return CardCheck(body, question).run();
}

std::optional<Error> check_state(Card const& card, CardBody const& body,
                                 std::optional<Edition> const& published,
                                 std::optional<Edition> const& last) {
  if (card.state == CardState::Archived) return Error(kCardArchived).at("/gtin");
  if (card.by_operator) return Error(kCardBlocked).at("/gtin").with("reason", card.reason);
  if (last && last->state == EditionState::Moderation)
    return Error(kCardInModeration).at("/gtin").with("due", last->due ? last->due->text() : "");
  bool const same = published && card.state == CardState::Published &&
                    shape::encode(published->body) == shape::encode(body);
  if (same) return Error(kCardUnchanged);
  return std::nullopt;
}

std::optional<country::PackageLevel> card_level(country::CountryRules const& rules, std::string_view word) {
  auto const level = rules.package_level(word);
  bool const of_goods = level && *level <= country::PackageLevel::Bundle;
  return of_goods ? level : std::nullopt;
}

}  // namespace tamga::catalogue
