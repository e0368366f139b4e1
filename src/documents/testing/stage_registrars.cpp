// SPDX-License-Identifier: Apache-2.0
#include "documents/testing/world.hpp"
#include "registrars/providers.hpp"

namespace tamga::documents::testing {

std::string Stage::registrar(ledger::ParticipantNo participant) {
  auto writer = sure(world_->store->writer());
  registrars::RegistrarNo const number(world_->numbers->next());
  registrars::Wish const wish{registrars::RegistrarKind::Device,
                              std::to_string(number.value()),
                              "RE-2",
                              "4.1.0",
                              std::nullopt,
                              "Line 1"};
  sure(registrars::apply(*writer, world_->registrars, number, participant, {"manufacturer"}, wish, "Director",
                         clock.now()));
  sure(registrars::move(*writer, number, registrars::Move::Confirm, "", clock.now()));
  return std::to_string(number.value());
}

void Stage::move_registrar(std::string const& number, registrars::Move move) {
  auto writer = sure(world_->store->writer());
  sure(registrars::move(*writer, registrars::RegistrarNo(std::stoll(number)), move, "a reason", clock.now()));
}

void Stage::list_provider(ledger::ParticipantNo participant, Texts groups) {
  auto writer = sure(world_->store->writer());
  registrars::Provider const provider{participant,
                                      world_->registrars.roles().front().code,
                                      std::move(groups),
                                      "Moscow",
                                      "Street 1",
                                      "Ivanov",
                                      "a@b.example",
                                      clock.now(),
                                      "Clerk"};
  sure(registrars::list_provider(*writer, world_->registrars, world_->country, provider,
                                 world_->country.day_of(clock.now())));
}

std::vector<registrars::PrintRecord> Stage::printing(ledger::ParticipantNo participant) {
  auto reader = sure(world_->store->reader());
  return sure(registrars::records_of(
      *reader, {participant, ledger::DocumentNo(std::numeric_limits<std::int64_t>::max())}, 100));
}

}  // namespace tamga::documents::testing
