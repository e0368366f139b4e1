// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9230-9249; texts in spec/errors/tasks.toml.
namespace tamga::tasks {

inline constexpr ErrorKind kTaskUnknown{9230, "TASK_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kTasksOpen{9231, "TASKS_OPEN", ErrorClass::Refused, 429};
inline constexpr ErrorKind kTasksKept{9232, "TASKS_KEPT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTaskNotReady{9233, "TASK_NOT_READY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTaskEnded{9234, "TASK_ENDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFileTooLarge{9235, "TASK_FILE_TOO_LARGE", ErrorClass::Refused, 409};
/// The task was cancelled or taken over, or the process ends: whoever does it stops.
inline constexpr ErrorKind kTaskStopped{9236, "TASK_STOPPED", ErrorClass::Retry, 503};
inline constexpr ErrorKind kTaskKindUnknown{9237, "TASK_KIND_UNKNOWN", ErrorClass::Internal, 500};
/// What a task that ended by a failure of ours is told to have ended by.
inline constexpr ErrorKind kTaskFailed{9238, "TASK_FAILED", ErrorClass::Internal, 500};

}  // namespace tamga::tasks
