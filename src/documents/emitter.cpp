// SPDX-License-Identifier: Apache-2.0
#include "documents/emitter.hpp"

#include <algorithm>

#include "documents/errors.hpp"

namespace tamga::documents {

Result<void> judge_emitter(Case& one) {
  TAMGA_ASSIGN(sender, one.desk().books().participants.find(one.sender()));
  auto const& types = one.rules().participant_types;
  bool const emitter =
      sender && std::any_of(sender->types.begin(), sender->types.end(), [&](auto const& code) {
        auto const* type = types.find(code);
        return type && type->emitter;
      });
  if (!emitter) one.object(Error(kSenderNotEmitter));
  return {};
}

}  // namespace tamga::documents
