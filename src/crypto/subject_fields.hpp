// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "crypto/certificate.hpp"

namespace tamga::crypto {

/// One field of a certificate's subject: its object identifier and where it goes. Names depend on the
/// platform, so fields are read and written by number.
struct SubjectField {
  char const* oid;
  std::string Subject::*member;
  bool names_owner;  ///< stands at most once, or nobody knows whom the certificate names
};

inline constexpr std::array kSubjectFields{
    SubjectField{"2.5.4.3", &Subject::common_name, false},
    SubjectField{"2.5.4.10", &Subject::organization, false},
    SubjectField{"2.5.4.12", &Subject::title, false},
    SubjectField{"2.5.4.4", &Subject::surname, false},
    SubjectField{"2.5.4.42", &Subject::given_name, false},
    SubjectField{"2.5.4.5", &Subject::serial_number, false},
    SubjectField{"2.5.4.41", &Subject::name, false},
    SubjectField{"1.2.643.3.131.1.1", &Subject::inn, true},
    SubjectField{"1.2.643.100.4", &Subject::inn_le, true},
    SubjectField{"1.2.643.100.1", &Subject::ogrn, true},
    SubjectField{"1.2.643.100.5", &Subject::ogrnip, true},
    SubjectField{"1.2.643.100.3", &Subject::snils, true},
    SubjectField{"1.2.860.3.16.1.1", &Subject::stir, true},
    SubjectField{"1.2.860.3.16.1.2", &Subject::pinfl, true},
    SubjectField{"0.9.2342.19200300.100.1.1", &Subject::person_tin, true},
};

}  // namespace tamga::crypto
