#include "base/checksum.h"

#include <glib.h> //

#include <memory>

namespace cairn {

std::string sha256(std::string_view bytes) {
    const std::unique_ptr<char, void (*)(void*)> digits(
        g_compute_checksum_for_data(
            G_CHECKSUM_SHA256, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()),
        g_free);
    return digits.get();
}

} // namespace cairn
