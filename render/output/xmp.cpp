#include "render/output/xmp.h"

#include "render/output/markup.h"

#include <string_view>

namespace cairn::output {

namespace {

std::string element(std::string_view name, std::string_view content) {
    std::string text("<");
    text.append(name).append(">").append(content).append("</").append(name).append(">");
    return text;
}

std::string property(std::string_view name, std::string_view content) {
    return "\n" + element(name, content);
}

std::string plain(std::string_view name, std::string_view value) {
    return value.empty() ? "" : property(name, escape(value));
}

std::string bag(std::string_view name, std::string_view value) {
    return value.empty() ? ""
                         : property(name, element("rdf:Bag", element("rdf:li", escape(value))));
}

/// A language alternative: the default comes first and again under its language (XMP part 1,
/// 8.2.2.4).
std::string alternatives(std::string_view name, std::string_view value, std::string_view language) {
    if (value.empty()) {
        return "";
    }
    const auto item = [&](std::string_view of) {
        return "<rdf:li" + attribute("xml:lang", of) + ">" + escape(value) + "</rdf:li>";
    };
    return property(name, element("rdf:Alt", item("x-default") + item(language)));
}

} // namespace

std::string xmp_element(const facts::Words& words, Conformance conformance) {
    const std::string& language = words.language;
    std::string text = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                       "<rdf:Description rdf:about=\"\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                       "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                       "xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\"";
    if (conformance == Conformance::pdf_ua) {
        text += " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                "<pdfuaid:part>1</pdfuaid:part>";
    } else {
        text += ">";
    }
    text += alternatives("dc:title", words.title, language);
    text += alternatives("dc:description", words.short_text, language);
    text += bag("dc:language", language);
    text += plain("dc:source", words.source);
    text += alternatives("dc:rights", words.rights, language);
    text += alternatives("Iptc4xmpCore:AltTextAccessibility", words.short_text, language);
    text += alternatives("Iptc4xmpCore:ExtDescrAccessibility", words.description, language);
    text += plain("xmp:CreatorTool", "Cairn");
    return text + "\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>";
}

std::string xmp_packet(const facts::Words& words, Conformance conformance) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
           xmp_element(words, conformance) + "\n<?xpacket end=\"r\"?>";
}

} // namespace cairn::output
