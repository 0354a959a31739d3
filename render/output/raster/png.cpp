#include "render/output/output.h"
#include "render/output/raster/pixels.h"
#include "render/output/xmp.h"

#include <fmt/format.h>
#include <spng.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace cairn::output {

namespace {

constexpr int compression_level = 3;

struct FreeEncoder {
    void operator()(spng_ctx* encoder) const { spng_ctx_free(encoder); }
};
using Encoder = std::unique_ptr<spng_ctx, FreeEncoder>;

struct FreeMemory {
    void operator()(void* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<void, FreeMemory>;

void require_encoded(int status) {
    if (status != 0) {
        throw std::runtime_error(spng_strerror(status));
    }
}

/// The strings of iTXt chunks, which the encoder only points to.
struct TextChunks {
    explicit TextChunks(const words::Words& words)
        : xmp(xmp_packet(words, Carrier::png)), title(words.title), alt(words.short_text),
          language(words.language) {}

    std::string xmp;
    std::string title;
    std::string alt;
    std::string language;
    std::string none{};

    /// A chunk in the figure's language, or in none, as the specification of XMP asks.
    spng_text chunk(std::string_view keyword, std::string& text, std::string& in_language) {
        spng_text chunk{};
        chunk.type = SPNG_ITXT;
        keyword.copy(chunk.keyword, sizeof chunk.keyword - 1);
        chunk.text = text.data();
        chunk.length = text.size();
        chunk.language_tag = in_language.data();
        chunk.translated_keyword = none.data();
        return chunk;
    }
};

spng_ihdr header_of(const Pixels& pixels) {
    spng_ihdr header{};
    header.width = static_cast<std::uint32_t>(pixels.width);
    header.height = static_cast<std::uint32_t>(pixels.height);
    header.bit_depth = 8;
    header.color_type = SPNG_COLOR_TYPE_TRUECOLOR;
    return header;
}

/// Measured on maps and charts, flat colours with thin lines: rows without filter are both the
/// smallest and the fastest, and higher levels take twice the time for a twentieth of the size.
void set_compression(spng_ctx* encoder) {
    require_encoded(spng_set_option(encoder, SPNG_IMG_COMPRESSION_LEVEL, compression_level));
    require_encoded(spng_set_option(encoder, SPNG_FILTER_CHOICE, SPNG_FILTER_CHOICE_NONE));
}

std::string encode(const Pixels& pixels, double dpi, TextChunks words) {
    const Encoder encoder(spng_ctx_new(SPNG_CTX_ENCODER));
    require_encoded(spng_set_option(encoder.get(), SPNG_ENCODE_TO_BUFFER, 1));
    set_compression(encoder.get());
    spng_ihdr header = header_of(pixels);
    require_encoded(spng_set_ihdr(encoder.get(), &header));
    require_encoded(spng_set_srgb(encoder.get(), 1)); // relative colorimetric: flat colours stay
    const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
    spng_phys density{per_metre, per_metre, 1};
    require_encoded(spng_set_phys(encoder.get(), &density));
    std::array<spng_text, 3> chunks{words.chunk("XML:com.adobe.xmp", words.xmp, words.none),
                                    words.chunk("Title", words.title, words.language),
                                    words.chunk("Description", words.alt, words.language)};
    require_encoded(spng_set_text(encoder.get(), chunks.data(), chunks.size()));
    require_encoded(spng_encode_image(encoder.get(), pixels.colours.data(),
                                      pixels.colours.size() * sizeof(colour::Colour), SPNG_FMT_PNG,
                                      SPNG_ENCODE_FINALIZE));
    std::size_t size = 0;
    int status = 0;
    const Memory bytes(spng_get_png_buffer(encoder.get(), &size, &status));
    require_encoded(status);
    return {static_cast<const char*>(bytes.get()), size};
}

} // namespace

std::string to_png(const scene::Scene& scene, const colour::Theme& theme, const scene::Fonts& fonts,
                   double dpi) {
    return encode(to_pixels(scene.pages().front(), theme, fonts, dpi / 96, Edges::smooth), dpi,
                  TextChunks(scene.words()));
}

} // namespace cairn::output
