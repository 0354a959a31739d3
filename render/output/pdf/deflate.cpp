#include "render/output/pdf/deflate.h"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace cairn::output {

namespace {

/// Measured on a map's page, where zlib's own level takes four times as long for a larger result.
constexpr int level = 5;

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

} // namespace

std::string deflate(std::string_view bytes) {
    const Compressor compressor(libdeflate_alloc_compressor(level));
    if (!compressor) {
        throw std::bad_alloc();
    }
    std::string result(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    result.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(),
                                           result.data(), result.size()));
    return result;
}

} // namespace cairn::output
