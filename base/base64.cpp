#include "base/base64.h"

#include <glib.h>

#include <memory>

namespace cairn {

std::string base64(std::string_view bytes) {
    const std::unique_ptr<char, void (*)(void*)> text(
        g_base64_encode(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()),
        g_free);
    return text.get();
}

} // namespace cairn
