#pragma once

#include "render/output/pdf/pdf_structure.h"
#include "render/words/words.h"

#include <string>

namespace cairn::output {

/// A PDF as PDF/UA-1 (ISO 14289-1) wants it, from a page that Cairo wrote with each run of the
/// structure tagged in its order: marked content by element, structure tree, language, metadata.
/// What is painted stays as it is. Throws std::runtime_error when the page is not so.
std::string finish_pdf(const std::string& page, const Structure& structure,
                       const words::Words& words);

} // namespace cairn::output
