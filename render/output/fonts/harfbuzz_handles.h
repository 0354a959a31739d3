#pragma once

#include <hb-subset.h>
#include <hb.h>

#include <memory>

/// HarfBuzz's handles, freed with their values.
namespace cairn::output {

struct DestroyBlob {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, DestroyBlob>;

struct DestroyFace {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
using Face = std::unique_ptr<hb_face_t, DestroyFace>;

struct DestroySubsetInput {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
using SubsetInput = std::unique_ptr<hb_subset_input_t, DestroySubsetInput>;

struct DestroyDrawFunctions {
    void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};
using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, DestroyDrawFunctions>;

} // namespace cairn::output
