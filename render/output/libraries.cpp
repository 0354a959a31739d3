#include "render/output/libraries.h"

#include <brotli/encode.h>
#include <cairo.h>
#include <fmt/format.h>
#include <hb.h>
#include <pango/pango.h>
#include <qpdf/qpdf-c.h>
#include <spng.h>

namespace cairn::output {

std::string libraries() {
    const unsigned brotli = BrotliEncoderVersion(); // 8 bits, 12, 12
    return fmt::format("Cairo {}, Pango {}, HarfBuzz {}, Brotli {}.{}.{}, libspng {}, qpdf {}",
                       cairo_version_string(), pango_version_string(), hb_version_string(),
                       brotli >> 24, brotli >> 12 & 0xFFF, brotli & 0xFFF, spng_version_string(),
                       qpdf_get_qpdf_version());
}

} // namespace cairn::output
