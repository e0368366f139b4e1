// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/time.hpp"
#include "ledger/code_no.hpp"

namespace tamga::request_log {

/// A call that came with the key of a program, and its answer.
struct Entry {
  ledger::ParticipantNo participant{};
  UnixMs at{};            ///< when the call came
  std::string api_key{};  ///< id of the key
  std::string method{};
  std::string path{};  ///< with the query: called_path.hpp
  int status = 0;
  std::int64_t duration_us = 0;  ///< from the head of the request until its answer was given to the network
  std::string error{};           ///< name in the catalogue of errors; empty: none
  std::string request_id{};
  std::string address{};  ///< of the network; empty: not known
};

}  // namespace tamga::request_log
