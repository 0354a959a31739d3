#pragma once

#include "tests/support_pdf.h"

#include <functional>
#include <string>

/// PDF files with one thing changed.
namespace cairn::test::ua {

inline std::string with_header(const Pdf& pdf) {
    return std::string(pdf.bytes()).replace(0, 8, "%PDF-2.0");
}

/// The file with one entry of its catalogue changed, or taken out by null.
template<typename Change>
std::string with_catalogue(const Pdf& pdf, const Change& change) {
    return pdf.edited([&](Json& objects) { change(find_object(objects, "/Type", "/Catalog")); });
}

/// The file with another content stream.
inline std::string with_content(const Pdf& pdf, const std::string& content) {
    const std::string name = "obj:" + pdf.page().at("/Contents").get<std::string>();
    return pdf.edited([&](Json& objects) { objects[name]["stream"]["data"] = to_base64(content); });
}

/// The file with a part of its content stream replaced, once.
inline std::string with_content(const Pdf& pdf, const std::string& from, const std::string& to) {
    std::string content = pdf.content();
    const std::size_t at = content.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, from << " is not on the page");
    return with_content(pdf, content.replace(at, from.size(), to));
}

inline std::string xmp_of(const Pdf& pdf) {
    const Json metadata = pdf.entry(pdf.catalogue(), "/Metadata");
    return metadata.is_string() ? pdf.data(metadata) : "";
}

/// The file with its XMP changed by a replacement.
inline std::string with_xmp(const Pdf& pdf, const std::string& from, const std::string& to) {
    const std::string name = "obj:" + pdf.entry(pdf.catalogue(), "/Metadata").get<std::string>();
    std::string xmp = xmp_of(pdf);
    BOOST_REQUIRE_MESSAGE(xmp.find(from) != std::string::npos, from << " is not in the XMP");
    xmp.replace(xmp.find(from), from.size(), to);
    return pdf.edited([&](Json& objects) { objects[name]["stream"]["data"] = to_base64(xmp); });
}

inline std::string with_element(const Pdf& pdf, const char* type,
                                const std::function<void(Json& element)>& change) {
    return pdf.edited([&](Json& objects) { change(find_object(objects, "/S", type)); });
}

inline std::string with_page(const Pdf& pdf, const char* key, const Json& value) {
    return pdf.edited([&](Json& objects) { find_object(objects, "/Type", "/Page")[key] = value; });
}

inline std::string with_form(const Pdf& pdf) {
    return pdf.edited([](Json& objects) {
        objects["obj:9000 0 R"]["stream"] = {
            {"dict", {{"/Type", "/XObject"}, {"/Subtype", "/Form"}, {"/BBox", {0, 0, 9, 9}}}},
            {"data", to_base64("/P <</MCID 0>> BDC EMC")}};
        find_object(objects, "/Type",
                    "/Page")["/Resources"] = {{"/XObject", {{"/x0", "9000 0 R"}}}};
    });
}

inline std::string encrypted(const Pdf& pdf) {
    const Written file("page.pdf", pdf.bytes());
    file.run("qpdf --allow-weak-crypto --encrypt '' owner 128 --accessibility=n -- page.pdf "
             "locked.pdf");
    return file.read("locked.pdf");
}

} // namespace cairn::test::ua
