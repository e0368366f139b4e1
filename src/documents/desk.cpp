// SPDX-License-Identifier: Apache-2.0
#include "documents/desk.hpp"

namespace tamga::documents {

Desk::Desk(Books const& books, sql::Connection& connection)
    : series(books.series, connection),
      lots(books.lots),
      recalls(books.recalls),
      shipments(connection),
      packages(connection),
      part_sales(connection),
      profiles(books.participants),
      contracts(books.admission, connection),
      users(books.participants.users(), connection, books.post),
      cards(books.cards, books.catalogue, connection),
      books_(&books),
      connection_(&connection) {}

Result<void> Desk::write() {
  TAMGA_TRY(series.write());
  TAMGA_TRY(lots.write(*connection_));
  TAMGA_TRY(recalls.write(*connection_));
  TAMGA_TRY(shipments.write());
  TAMGA_TRY(packages.write());
  TAMGA_TRY(part_sales.write());
  TAMGA_TRY(profiles.write(*connection_));
  TAMGA_TRY(users.write());
  TAMGA_TRY(cards.write());
  for (emission::Order const& order : orders_) TAMGA_TRY(emission::insert_order(*connection_, order));
  for (auto const& [order, by] : expired_) TAMGA_TRY(emission::note_expiry(*connection_, order, by));
  return {};
}

void Desk::publish() {
  series.publish();
  lots.publish();
  recalls.publish();
  profiles.publish();
  contracts.publish();
  users.publish();
  cards.publish();
}

}  // namespace tamga::documents
