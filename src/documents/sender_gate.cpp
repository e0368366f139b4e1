// SPDX-License-Identifier: Apache-2.0
#include "documents/sender_gate.hpp"

#include "documents/errors.hpp"
#include "documents/sender_rights.hpp"

namespace tamga::documents {

Result<bool> admit(Case& one, Traits const& traits) {
  TAMGA_ASSIGN(permitted, permit(one, traits));
  if (!permitted) return false;
  if (traits.before_profile || one.context().sender.authority) return true;
  TAMGA_ASSIGN(sender, one.desk().books().participants.find(one.sender()));
  if (sender && !sender->types.empty()) return true;
  one.object(Error(kProfileMissing));
  return false;
}

}  // namespace tamga::documents
