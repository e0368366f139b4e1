// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/card.hpp"
#include "country/vocabulary.hpp"
#include "registry/catalogue.hpp"

namespace tamga::catalogue {

class Rules;

/// What one event makes of a card: its row, the editions that changed, what the GTIN stands for. Pure values:
/// whoever asks has read everything before, so that nothing can fail.
struct Step {
  Card card;
  std::vector<Edition> editions = {};
  std::optional<registry::Product> product = {};
};

/// A signed card that passed the checks.
struct Submission {
  CardBody body;
  gs1::Gtin gtin;
  country::PackageLevel level{};
  ParticipantNo owner;
  ledger::DocumentNo document;
  UnixMs now;
  Date today;
  std::optional<Card> card = {};          ///< as it was
  std::optional<Edition> published = {};  ///< its published edition
};
/// Into moderation, or published at once where the goods are of low risk.
Step submit(Rules const& rules, Submission submission);

/// By whom and when something was decided.
struct Decision {
  registry::UserNo user;
  std::string person;
  UnixMs at;
};
/// `edition` waits for moderation; `published` is the one in force before it.
Step publish(Rules const& rules, Card card, Edition edition, std::optional<Edition> published,
             Decision const& decision);
Step give_back(Card card, Edition edition, std::vector<Remark> remarks, Decision const& decision);

/// Orders stop; codes in circulation stay. `product` is what the GTIN stands for.
Step block(Card card, registry::Product product, std::string reason, bool by_operator, UnixMs now);
/// Back to what was published.
Step unblock(Card card, registry::Product product, UnixMs now);
Step archive(Card card, registry::Product product, std::string reason, UnixMs now);

/// What the goods are as the law sees them: owner, group, level, what lies inside, legal attributes. Two
/// cards with one likeness describe the same goods.
crypto::Sha256 likeness_of(Rules const& rules, CardBody const& body, ParticipantNo owner,
                           country::PackageLevel level);
/// Names by their roles; a language that the card lacks has the Russian name.
LocalizedText names_of(Rules const& rules, CardBody const& body);
/// Names, brand and producer: what people search goods by.
std::string text_of(Rules const& rules, CardBody const& body);

}  // namespace tamga::catalogue
