// SPDX-License-Identifier: Apache-2.0
#include "server/schema.hpp"

#include "announcements/tables.hpp"
#include "audit/tables.hpp"
#include "billing/tables.hpp"
#include "business_register/tables.hpp"
#include "catalogue/tables.hpp"
#include "channels/tables.hpp"
#include "contract_office/tables.hpp"
#include "contracts/tables.hpp"
#include "documents/tables.hpp"
#include "drafts/tables.hpp"
#include "emission/tables.hpp"
#include "evidence/tables.hpp"
#include "identity/tables.hpp"
#include "journal/journal.hpp"
#include "ledger/tables.hpp"
#include "mail/tables.hpp"
#include "notices/tables.hpp"
#include "onboarding/tables.hpp"
#include "packets/tables.hpp"
#include "preferences/tables.hpp"
#include "registrars/tables.hpp"
#include "registry/tables.hpp"
#include "request_log/tables.hpp"
#include "sql/migration.hpp"
#include "standing/tables.hpp"
#include "support/tables.hpp"
#include "tasks/tables.hpp"

namespace tamga::server {

Result<void> migrate_all(sql::Store& store, Clock const& clock) {
  TAMGA_TRY(sql::migrate(store, "ledger", ledger::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "journal", journal::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "business_register", business_register::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "evidence", evidence::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "identity", identity::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "registry", registry::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "billing", billing::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "catalogue", catalogue::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "emission", emission::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "mail", mail::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "contracts", contracts::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "contract_office", contract_office::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "onboarding", onboarding::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "standing", standing::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "announcements", announcements::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "drafts", drafts::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "channels", channels::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "registrars", registrars::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "audit", audit::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "tasks", tasks::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "notices", notices::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "request_log", request_log::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "preferences", preferences::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "support", support::kMigrations, clock));
  TAMGA_TRY(sql::migrate(store, "packets", packets::kMigrations, clock));
  return sql::migrate(store, "documents", documents::kMigrations, clock);
}

}  // namespace tamga::server
