#include "render/output/xmp.h"

#include "render/output/markup.h"

#include <string_view>

namespace cairn::output {

namespace {

std::string property(std::string_view name, std::string_view content) {
    return "\n" + enclose(name, content);
}

std::string plain(std::string_view name, std::string_view value) {
    return value.empty() ? "" : property(name, escape(value));
}

std::string bag(std::string_view name, std::string_view value) {
    return value.empty() ? "" : property(name, enclose("rdf:Bag", element("rdf:li", value)));
}

/// A language alternative: the default, where there is one, comes first and again under its
/// language (XMP part 1, 8.2.2.4).
std::string alternatives(std::string_view name, std::string_view value, std::string_view language,
                         bool with_default) {
    if (value.empty()) {
        return "";
    }
    const auto item = [&](std::string_view of) {
        return "<rdf:li" + attribute("xml:lang", of) + ">" + escape(value) + "</rdf:li>";
    };
    return property(name,
                    enclose("rdf:Alt", (with_default ? item("x-default") : "") + item(language)));
}

} // namespace

std::string xmp_element(const words::Words& words, Carrier carrier) {
    const std::string& language = words.language;
    const auto said = [&](std::string_view name, std::string_view value, std::string_view in) {
        return alternatives(name, value, in.empty() ? language : in, carrier != Carrier::svg);
    };
    std::string text = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                       "<rdf:Description rdf:about=\"\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                       "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                       "xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\"";
    if (carrier == Carrier::pdf) {
        text += " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                "<pdfuaid:part>1</pdfuaid:part>";
    } else {
        text += ">";
    }
    text += said("dc:title", words.title, "");
    text += said("dc:description", words.short_text, "");
    text += bag("dc:language", language);
    text += plain("dc:source", words.source);
    text += said("dc:rights", words.rights, words.rights_language);
    text += said("Iptc4xmpCore:AltTextAccessibility", words.short_text, "");
    text += said("Iptc4xmpCore:ExtDescrAccessibility", words.description, "");
    text += plain("xmp:CreatorTool", "Cairn");
    return text + "\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>";
}

std::string xmp_packet(const words::Words& words, Carrier carrier) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
           xmp_element(words, carrier) + "\n<?xpacket end=\"r\"?>";
}

} // namespace cairn::output
