#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What libFuzzer calls with bytes of its own making (llvm.org/docs/LibFuzzer.html).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace cairn::fuzz {

/// Gives a reader the bytes. An Error is an answer; anything else that it throws ends the program.
int answer(const std::uint8_t* data, std::size_t size, const auto& read) {
    try {
        read(std::string_view(reinterpret_cast<const char*>(data), size));
    } catch (const Error&) {
        return 0;
    }
    return 0;
}

} // namespace cairn::fuzz
