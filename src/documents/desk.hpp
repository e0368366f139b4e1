// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admission/admission.hpp"
#include "base/number_source.hpp"
#include "billing/account_desk.hpp"
#include "billing/terms.hpp"
#include "catalogue/card_desk.hpp"
#include "country/country.hpp"
#include "crypto/trust_store.hpp"
#include "documents/contract_desk.hpp"
#include "documents/lots.hpp"
#include "documents/mandate_desk.hpp"
#include "documents/orders.hpp"
#include "documents/packages.hpp"
#include "documents/part_sales.hpp"
#include "documents/printing.hpp"
#include "documents/profiles.hpp"
#include "documents/recalls.hpp"
#include "documents/shipments.hpp"
#include "documents/users.hpp"
#include "emission/series_desk.hpp"
#include "emission/tail_keys.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"

namespace tamga::documents {

/// What documents are judged with, beside the ledger; the same for all transactions. Everything outlives the
/// sequencer.
struct Books {
  country::Country const& country;
  registry::Register& participants;
  registry::Catalogue& catalogue;
  emission::SeriesBook& series;
  emission::TailKeys const& tail_keys;
  LotBook& lots;
  RecallBook& recalls;
  NumberSource& numbers;
  admission::Admission& admission;
  crypto::TrustStore const* trust = nullptr;  ///< null: no certificate can be admitted
  Post const* post = nullptr;                 ///< null: nobody is written to
  billing::Rules const* billing = nullptr;    ///< null: codes cost nothing
  catalogue::CardBook* cards = nullptr;       ///< null: no product cards are kept, goods are given otherwise
  registrars::Rules const* registrars = nullptr;  ///< null: nothing is said of registrars, grades, providers
};

/// What the documents of one transaction read and change beside codes: they see each other's additions, the
/// rest of the world sees them after the commit. Nothing here writes before `write`, so a document that is
/// refused leaves no trace. One thread; dropped when the transaction fails.
class Desk {
 public:
  Desk(Books const& books, sql::Connection& connection);

  [[nodiscard]] Books const& books() const { return *books_; }
  [[nodiscard]] country::Country const& country() const { return books_->country; }
  [[nodiscard]] sql::Connection& connection() { return *connection_; }

  emission::SeriesDesk series;
  LotDesk lots;
  RecallDesk recalls;
  ShipmentDesk shipments;
  PackageDesk packages;
  PartSaleDesk part_sales;
  ProfileDesk profiles;
  ContractDesk contracts;
  UserDesk users;
  OrderDesk orders;
  MandateDesk mandates;
  PrintingDesk printing;
  billing::AccountDesk accounts;
  catalogue::CardDesk cards;

  Result<void> write();
  void publish();

 private:
  Books const* books_;
  sql::Connection* connection_;
};

}  // namespace tamga::documents
