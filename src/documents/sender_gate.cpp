// SPDX-License-Identifier: Apache-2.0
#include "documents/sender_gate.hpp"

#include "documents/errors.hpp"
#include "documents/sender_rights.hpp"

namespace tamga::documents {

Result<bool> admit(Case& one, Traits const& traits) {
  TAMGA_ASSIGN(permitted, permit(one, traits));
  if (!permitted) return false;
  if (one.context().sender.authority) return true;
  admission::Admission const& admission = one.desk().books().admission;
  auto against = admission.against(one.sender(), traits.name);
  if (one.signer() != one.sender())
    for (Error& error : admission.against(one.signer(), traits.name)) against.push_back(std::move(error));
  for (Error& error : against) one.object(std::move(error));
  if (!against.empty()) return false;
  if (traits.before_profile) return true;
  TAMGA_ASSIGN(sender, one.desk().books().participants.find(one.sender()));
  if (!sender || sender->types.empty()) {
    one.object(Error(kProfileMissing));
    return false;
  }
  if (admission.needs_channel(traits.name, one.context().today)) {
    TAMGA_ASSIGN(working, one.desk().contracts.channels_of(one.sender()));
    if (auto refusal = admission.channel_refusal(*working, traits.name, one.context().today)) {
      one.object(*std::move(refusal));
      return false;
    }
  }
  if (traits.without_contracts || !admission.asks_for_contracts()) return true;
  TAMGA_ASSIGN(held, one.desk().contracts.of(one.sender()));
  auto passage = admission.passage(std::move(held), std::move(sender->types), one.context().today);
  if (auto refusal = passage.refusal(traits.deed)) {
    one.object(*std::move(refusal));
    return false;
  }
  one.set_passage(std::move(passage), traits.deed);
  return true;
}

}  // namespace tamga::documents
