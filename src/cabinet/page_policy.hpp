// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tamga::cabinet {

/// What a page of the cabinet may do (Content Security Policy Level 3). Scripts come from here alone; the
/// decoder of the camera is WebAssembly. Beside this server it may call only the signature agents on the
/// user's own machine: E-IMZO listens on the loopback address, the extension of CryptoPro brings a script.
/// The hash is of the one rule for touch screens that the library of the controls adds by itself.
inline constexpr std::string_view kPagePolicy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; "
    "script-src 'self' 'wasm-unsafe-eval' chrome-extension://iifchhfnnmpdbibifmljnfjhpififfog; "
    "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; img-src 'self' data: blob:; "
    "font-src 'self'; manifest-src 'self'; media-src 'self' blob:; worker-src 'self'; "
    "connect-src 'self' ws://127.0.0.1:64646 wss://127.0.0.1:64443";

/// Nothing is said of loopback-network: browsers ask the user for it when E-IMZO is called.
inline constexpr std::string_view kPermissions =
    "camera=(self), microphone=(), geolocation=(self), payment=(), usb=(), serial=()";

}  // namespace tamga::cabinet
