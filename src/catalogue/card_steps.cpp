// SPDX-License-Identifier: Apache-2.0
#include "catalogue/card_steps.hpp"

#include <algorithm>
#include <map>

#include "catalogue/rules.hpp"
#include "catalogue/words.hpp"

namespace tamga::catalogue {
namespace {

std::string value_of(CardForm const& form, CardBody const& body, AttributeRole role) {
  Attribute const* attribute = form.find(role);
  return attribute ? body.value(attribute->id) : std::string();
}

std::string words_of(Rules const& rules, CardBody const& body) {
  std::string words;
  for (std::string const& word : search_words(text_of(rules, body)))
    words += (words.empty() ? "" : " ") + word;
  return words;
}

std::string level_name(country::PackageLevel level) { return std::string(country::name_of(level)); }

/// Blanks of what people copy from tables do not count: a class is its digits.
std::string digits_of(std::string const& text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

}  // namespace

std::string text_of(Rules const& rules, CardBody const& body) {
  CardForm const& form = rules.form(body.group);
  std::string text;
  for (AttributeRole const role : {AttributeRole::NameRu, AttributeRole::NameUz, AttributeRole::NameEn,
                                   AttributeRole::Brand, AttributeRole::Producer}) {
    Attribute const* attribute = form.find(role);
    if (attribute && attribute->open) text += body.value(attribute->id) + ' ';
  }
  return text;
}

LocalizedText names_of(Rules const& rules, CardBody const& body) {
  CardForm const& form = rules.form(body.group);
  LocalizedText names;
  names.in(Language::Ru) = value_of(form, body, AttributeRole::NameRu);
  names.in(Language::Uz) = value_of(form, body, AttributeRole::NameUz);
  names.in(Language::En) = value_of(form, body, AttributeRole::NameEn);
  for (Language const language : kLanguages)
    if (names.in(language).empty()) names.in(language) = names.in(Language::Ru);
  return names;
}

crypto::Sha256 likeness_of(Rules const& rules, CardBody const& body, ParticipantNo owner,
                           country::PackageLevel level) {
  CardForm const& form = rules.form(body.group);
  std::map<std::string, std::string> facts;
  for (CardAttribute const& one : body.attributes) {
    Attribute const* attribute = form.find(one.id);
    if (!attribute || !attribute->legal) continue;
    std::string text = one.value.value_or("") + '\x1f' + one.unit.value_or("");
    for (std::string const& value : one.values.value_or(std::vector<std::string>())) text += '\x1f' + value;
    facts[one.id] = std::move(text);
  }
  for (NestedGoods const& one : body.nested.value_or(std::vector<NestedGoods>()))
    facts["\x1f" + one.gtin] = std::to_string(one.quantity);
  std::string text = std::to_string(owner.value()) + '\x1e' + body.group + '\x1e' + level_name(level);
  for (auto const& [id, value] : facts) text += '\x1e' + id + '\x1d' + value;
  return crypto::sha256(text);
}

Step submit(Rules const& rules, Submission given) {
  Step step;
  step.card = given.card.value_or(Card{
      .gtin = given.gtin, .owner = given.owner, .group = given.body.group, .level = level_name(given.level)});
  Card& card = step.card;
  CardForm const& form = rules.form(given.body.group);
  card.likeness = likeness_of(rules, given.body, given.owner, given.level);
  bool const legal = !given.published ||
                     card.likeness != likeness_of(rules, given.published->body, given.owner, given.level);
  Edition edition{.gtin = given.gtin,
                  .number = card.editions + 1,
                  .version = card.version + (legal ? 1 : 0),
                  .document = given.document,
                  .owner = given.owner,
                  .group = given.body.group,
                  .body = std::move(given.body),
                  .submitted_at = given.now};
  card.editions = edition.number;
  card.changed_at = given.now;
  if (form.automatic)
    return publish(rules, std::move(card), std::move(edition), std::move(given.published),
                   {{}, {}, given.now});
  edition.due = rules.business_days().after(given.today, rules.moderation_days());
  if (card.edition == 0) card.state = CardState::Moderation;
  step.editions.push_back(std::move(edition));
  return step;
}

Step publish(Rules const& rules, Card card, Edition edition, std::optional<Edition> published,
             Decision const& decision) {
  edition.state = EditionState::Published;
  edition.decided_at = decision.at;
  if (!decision.person.empty()) {
    edition.taken_by = decision.user;
    edition.moderator = decision.person;
  }
  if (!card.by_operator) {
    card.state = CardState::Published;
    card.reason.clear();
  }
  card.edition = edition.number;
  card.version = edition.version;
  card.customs_class =
      digits_of(value_of(rules.form(edition.group), edition.body, AttributeRole::CustomsClass));
  card.words = words_of(rules, edition.body);
  card.changed_at = decision.at;
  Step step;
  step.product = registry::Product{.gtin = card.gtin,
                                   .owner = card.owner,
                                   .group = card.group,
                                   .level = card.level,
                                   .name = names_of(rules, edition.body),
                                   .published = card.state == CardState::Published,
                                   .card_version = card.version};
  step.card = std::move(card);
  if (published) {
    published->state = EditionState::Replaced;
    step.editions.push_back(*std::move(published));
  }
  step.editions.push_back(std::move(edition));
  return step;
}

Step give_back(Card card, Edition edition, std::vector<Remark> remarks, Decision const& decision) {
  edition.state = EditionState::Returned;
  edition.remarks = std::move(remarks);
  edition.taken_by = decision.user;
  edition.moderator = decision.person;
  edition.decided_at = decision.at;
  if (card.edition == 0) card.state = CardState::Returned;
  card.changed_at = decision.at;
  Step step;
  step.card = std::move(card);
  step.editions.push_back(std::move(edition));
  return step;
}

namespace {

Step moved(Card card, registry::Product product, CardState state, std::string reason, UnixMs now) {
  card.state = state;
  card.reason = std::move(reason);
  card.changed_at = now;
  product.published = state == CardState::Published;
  return {.card = std::move(card), .product = std::move(product)};
}

}  // namespace

Step block(Card card, registry::Product product, std::string reason, bool by_operator, UnixMs now) {
  card.by_operator = by_operator;
  return moved(std::move(card), std::move(product), CardState::Blocked, std::move(reason), now);
}

Step unblock(Card card, registry::Product product, UnixMs now) {
  card.by_operator = false;
  return moved(std::move(card), std::move(product), CardState::Published, {}, now);
}

Step archive(Card card, registry::Product product, std::string reason, UnixMs now) {
  return moved(std::move(card), std::move(product), CardState::Archived, std::move(reason), now);
}

}  // namespace tamga::catalogue
