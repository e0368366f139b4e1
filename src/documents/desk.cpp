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
      orders(connection),
      mandates(connection),
      printing(connection),
      accounts(connection, books.numbers),
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
  TAMGA_TRY(orders.write());
  TAMGA_TRY(mandates.write());
  TAMGA_TRY(printing.write());
  return accounts.write();
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
