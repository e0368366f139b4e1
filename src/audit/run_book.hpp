// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/report.hpp"
#include "audit/subject.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "sql/connection.hpp"

namespace tamga::audit {

using RunNo = Id<struct RunNoTag, std::int64_t>;

/// What an audit found.
struct Fault {
  struct Value {
    std::string name;
    std::string value;
    static constexpr auto shape() {
      return shape::object("AuditFaultValue", "What an error names",
                           shape::field("name", &Value::name, "In the error catalogue"),
                           shape::field("value", &Value::value, "As text"));
    }
  };
  std::string error;
  std::vector<Value> values;
  static constexpr auto shape() {
    return shape::object("AuditFault", "What an audit found",
                         shape::field("error", &Fault::error, "Name in the error catalogue"),
                         shape::field("values", &Fault::values, "What it names"));
  }
  static Fault of(Error const& error);
};

/// An audit that came to its end.
struct Run {
  RunNo number;  ///< ascending in time
  Subject subject{};
  std::string asked_by{};  ///< a person by name; empty: the system by itself
  UnixMs began_at{};
  UnixMs ended_at{};
  Report report{};
  std::optional<Fault> fault{};
};

/// Puts it down once, whoever comes with it again; within the transaction of `connection`. False: it was
/// there.
Result<bool> put(sql::Connection& connection, Run const& run);

/// Newest first, numbers below `before`; of one subject, or of all.
Result<std::vector<Run>> runs(sql::Connection& connection, std::optional<Subject> subject, RunNo before,
                              int limit);
/// The last of the subject.
Result<std::optional<Run>> last_run(sql::Connection& connection, Subject subject);

}  // namespace tamga::audit
