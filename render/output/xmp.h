#pragma once

#include "render/words/words.h"

#include <string>

/// What a figure says, as metadata that travels in its file: XMP (ISO 16684-1) with Dublin Core and
/// the accessibility properties of IPTC Photo Metadata 2021.1.
namespace cairn::output {

/// What carries the metadata.
enum class Carrier {
    svg, ///< maybe within a web page, whose checkers do not know the language "x-default"
    png,
    pdf, ///< claims ISO 14289-1
};

/// The element `x:xmpmeta`, as SVG carries it in `<metadata>`, with title, language, source, rights
/// and the texts for readers who do not see the figure. A property without text is left out.
std::string xmp_element(const words::Words& words, Carrier carrier);

/// The same as a packet, which says that it is not to be changed in place.
std::string xmp_packet(const words::Words& words, Carrier carrier);

} // namespace cairn::output
