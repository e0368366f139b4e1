// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "admission/admission.hpp"

namespace tamga::admission {

/// How spec/<country>/standing.toml calls the taking of ordered codes among what a restricted or blocked
/// participant may still do: fetching them, their labels, their files. It is no document, but asked for alike.
inline constexpr std::string_view kTakeCodes = "take_codes";

/// Why codes that were ordered before are not given to whose they are: what stands against him, or a contract
/// that is not in force. They are taken to make new goods, so a contract that lapsed closes them as it closes
/// orders. Nothing for the operator. Errors told: STANDING_..., CONNECTION_CONTRACT_..., GROUP_CONTRACT_....
Result<std::optional<Error>> refusal_of_codes(Admission const& admission,
                                              registry::Register const& participants,
                                              ParticipantNo participant, std::string_view group, Date day);
/// The same of who takes them in another's name: what stands against him.
[[nodiscard]] std::optional<Error> refusal_of_taker(Admission const& admission, ParticipantNo taker);

}  // namespace tamga::admission
