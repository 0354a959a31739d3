#pragma once

#include "tests/support_pdf_damage.h"
#include "tests/support_pdf_page.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

/// The rules of PDF/UA-1 (ISO 14289-1) that software can judge, numbered as veraPDF's profile
/// numbers them.
namespace cairn::test {

/// A rule, and a way to break it that shows that the check can fail.
struct UaRule {
    const char* number;
    const char* name;
    bool (*holds)(const Pdf& pdf);
    std::string (*broken)(const Pdf& pdf);
};

namespace ua {

inline bool header(const Pdf& pdf) {
    return std::regex_search(pdf.bytes().substr(0, 9), std::regex("^%PDF-1\\.[0-7]\n"));
}

inline std::vector<Json> of_type(const Pdf& pdf, const char* type) {
    std::vector<Json> found;
    for (const StructureElement& element : structure_elements(pdf)) {
        if (pdf.get(element.reference, "/S") == type) {
            found.push_back(element.reference);
        }
    }
    return found;
}

/// A text string that says something.
/// A text that is not empty; qpdf tells one with a minus sign in PDFDocEncoding as bytes.
inline bool says_something(const Json& string) {
    if (!string.is_string()) {
        return false;
    }
    const std::string text = string.get<std::string>();
    return (text.starts_with("u:") || text.starts_with("b:")) && text.size() > 2;
}

inline bool is_language(const Json& string) {
    return string.is_string() &&
           std::regex_match(string.get<std::string>(),
                            std::regex("u:[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"));
}

/// No artifact within tagged content, and no tagged content within an artifact.
inline bool nothing_nested(const Pdf& pdf) {
    bool fine = true;
    visit_content(pdf.content(), [&](const Stretch& stretch, const auto&, std::string_view) {
        const auto count = [&](const char* tag) {
            return std::count(stretch.tags.begin(), stretch.tags.end(), tag);
        };
        fine = fine && count("Artifact") + count("content") <= 1;
    });
    return fine;
}

/// All that is painted is tagged or an artifact, and what is tagged has its place in the tree: once
/// among an element's kids, and that element in the parent tree.
inline bool all_tagged(const Pdf& pdf) {
    std::map<int, Json> holders;
    for (const StructureElement& element : structure_elements(pdf)) {
        for (const Json& kid : pdf.items(element.reference, "/K")) {
            if (kid.is_number() && (!holders.emplace(kid, element.reference).second ||
                                    pdf.get(element.reference, "/Pg") != pdf.page())) {
                return false;
            }
        }
    }
    const Json tree = pdf.get(pdf.get(pdf.catalogue(), "/StructTreeRoot"), "/ParentTree");
    const std::vector<Json> numbers = pdf.items(tree, "/Nums");
    if (numbers.size() != 2 || numbers[0] != pdf.get(pdf.page(), "/StructParents")) {
        return false;
    }
    const Json parents = pdf.at(numbers[1]);
    bool fine = parents.size() == holders.size();
    std::set<int> seen;
    visit_content(pdf.content(), [&](const Stretch& stretch, const auto&, std::string_view what) {
        if (what == "Tf") {
            return;
        }
        if (what == "BDC") {
            fine = fine &&
                   (!stretch.id || stretch.tags.back().empty() || seen.insert(*stretch.id).second);
            return;
        }
        const bool artifact = std::count(stretch.tags.begin(), stretch.tags.end(), "Artifact") > 0;
        fine = fine && (artifact || (stretch.id && holders.count(*stretch.id) == 1 &&
                                     parents.at(*stretch.id) == holders.at(*stretch.id)));
    });
    return fine && seen.size() == holders.size();
}

inline bool types_standard(const Pdf& pdf) {
    static const std::set<std::string> standard{
        "/Document", "/Part",  "/Sect",  "/Div",   "/Caption", "/P",     "/H",    "/H1",
        "/H2",       "/L",     "/LI",    "/Lbl",   "/LBody",   "/Table", "/TR",   "/TH",
        "/TD",       "/THead", "/TBody", "/TFoot", "/Span",    "/Note",  "/Link", "/Figure"};
    const std::vector<StructureElement> elements = structure_elements(pdf);
    return !elements.empty() &&
           pdf.get(pdf.get(pdf.catalogue(), "/StructTreeRoot"), "/RoleMap").is_null() &&
           std::ranges::all_of(elements, [&](const StructureElement& element) {
               const Json type = pdf.get(element.reference, "/S");
               return type.is_string() && standard.contains(type.get<std::string>());
           });
}

/// Every element knows what holds it.
inline bool parents_known(const Pdf& pdf) {
    const std::vector<StructureElement> elements = structure_elements(pdf);
    return !elements.empty() && std::ranges::all_of(elements, [&](const auto& element) {
        return pdf.entry(element.reference, "/P") == element.parent;
    });
}

inline bool figures_described(const Pdf& pdf) {
    const std::vector<Json> figures = of_type(pdf, "/Figure");
    return !figures.empty() && std::ranges::all_of(figures, [&](const Json& figure) {
        return says_something(pdf.get(figure, "/Alt"));
    });
}

/// The figure's box lies on the page and has room in it.
inline bool figures_boxed(const Pdf& pdf) {
    const std::vector<Json> page = pdf.items(pdf.page(), "/MediaBox");
    return std::ranges::all_of(of_type(pdf, "/Figure"), [&](const Json& figure) {
        const std::vector<Json> box = pdf.items(pdf.get(figure, "/A"), "/BBox");
        return box.size() == 4 && pdf.get(pdf.get(figure, "/A"), "/O") == "/Layout" &&
               box[0] >= page[0] && box[1] >= page[1] && box[0] < box[2] && box[1] < box[3] &&
               box[2] <= page[2] && box[3] <= page[3];
    });
}

/// Tables have rows of one length, a scope at every heading, and text in every cell.
inline bool tables_regular(const Pdf& pdf) {
    const std::vector<Json> tables = of_type(pdf, "/Table");
    return !tables.empty() && std::ranges::all_of(tables, [&](const Json& table) {
        std::set<std::size_t> lengths;
        bool fine = true;
        for (const Json& row : pdf.items(table, "/K")) {
            if (pdf.get(row, "/S") != "/TR") {
                fine = fine && pdf.get(row, "/S") == "/Caption";
                continue;
            }
            const std::vector<Json> cells = pdf.items(row, "/K");
            lengths.insert(cells.size());
            for (const Json& cell : cells) {
                const Json scope = pdf.get(pdf.get(cell, "/A"), "/Scope");
                const bool heading = pdf.get(cell, "/S") == "/TH";
                fine = fine && (heading || pdf.get(cell, "/S") == "/TD") &&
                       (!heading || scope == "/Row" || scope == "/Column") &&
                       says_something(pdf.get(cell, "/ActualText"));
            }
        }
        return fine && lengths.size() == 1;
    });
}

inline bool languages_known(const Pdf& pdf) {
    const std::vector<StructureElement> elements = structure_elements(pdf);
    return is_language(pdf.get(pdf.catalogue(), "/Lang")) &&
           std::ranges::all_of(elements, [&](const StructureElement& element) {
               const Json language = pdf.get(element.reference, "/Lang");
               return language.is_null() || is_language(language);
           });
}

inline bool layers_named(const Pdf& pdf) {
    const Json layers = pdf.get(pdf.catalogue(), "/OCProperties");
    const Json configuration = pdf.get(layers, "/D");
    return layers.is_null() || (says_something(pdf.get(configuration, "/Name")) &&
                                pdf.get(configuration, "/AS").is_null());
}

/// No form is tagged within, since each of its uses would need a parent, and none is a reference.
inline bool forms_plain(const Pdf& pdf) {
    for (const auto& [name, object] : pdf.objects().items()) {
        const Json dictionary = pdf.at(name.substr(name.find(':') + 1));
        if (object.contains("stream") && pdf.get(dictionary, "/Subtype") == "/Form") {
            const std::string content =
                from_base64(object.at("stream").at("data").get<std::string>());
            bool tagged = false;
            visit_content(content, [&](const Stretch& stretch, const auto&, std::string_view) {
                tagged = tagged || stretch.id.has_value();
            });
            if (tagged || !pdf.get(dictionary, "/Ref").is_null()) {
                return false;
            }
        }
    }
    return true;
}

inline bool annotations_tagged(const Pdf& pdf) {
    const std::vector<Json> annotations = pdf.items(pdf.page(), "/Annots");
    return annotations.empty() || (pdf.get(pdf.page(), "/Tabs") == "/S" &&
                                   std::ranges::all_of(annotations, [&](const Json& annotation) {
                                       return pdf.get(annotation, "/StructParent").is_number() &&
                                              says_something(pdf.get(annotation, "/Contents"));
                                   }));
}

inline bool xmp_stored(const Pdf& pdf) {
    const Json metadata = pdf.get(pdf.catalogue(), "/Metadata");
    return pdf.get(metadata, "/Type") == "/Metadata" && pdf.get(metadata, "/Subtype") == "/XML" &&
           xmp_of(pdf).find("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">") != std::string::npos &&
           pdf.bytes().find("<x:xmpmeta ") != std::string::npos; // not compressed
}

inline bool xmp_titled(const Pdf& pdf) {
    static const std::regex title(
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">[^<]+</rdf:li>");
    const std::string xmp = xmp_of(pdf);
    return std::regex_search(xmp, title);
}

inline bool xmp_claims(const Pdf& pdf) {
    const std::string xmp = xmp_of(pdf);
    return xmp.find(" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"") != std::string::npos &&
           xmp.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos;
}

} // namespace ua

inline const std::vector<UaRule>& ua_rules() {
    using namespace ua;
    static const std::vector<UaRule> rules{
        {"6.1-1", "the header is %PDF-1.n", header, with_header},
        {"6.2-1", "the document is marked as tagged",
         [](const Pdf& pdf) {
             return pdf.get(pdf.get(pdf.catalogue(), "/MarkInfo"), "/Marked") == true;
         },
         [](const Pdf& pdf) {
             return with_catalogue(pdf, [](Json& root) { root["/MarkInfo"]["/Marked"] = false; });
         }},
        {"7.1-4", "its tags are not suspect",
         [](const Pdf& pdf) {
             return pdf.get(pdf.get(pdf.catalogue(), "/MarkInfo"), "/Suspects") != true;
         },
         [](const Pdf& pdf) {
             return with_catalogue(pdf, [](Json& root) { root["/MarkInfo"]["/Suspects"] = true; });
         }},
        {"7.1-11", "there is a structure tree",
         [](const Pdf& pdf) {
             return pdf.get(pdf.get(pdf.catalogue(), "/StructTreeRoot"), "/Type") ==
                        "/StructTreeRoot" &&
                    !structure_elements(pdf).empty();
         },
         [](const Pdf& pdf) {
             return with_catalogue(pdf, [](Json& root) { root.erase("/StructTreeRoot"); });
         }},
        {"7.1-12", "every element knows its parent", parents_known,
         [](const Pdf& pdf) {
             return with_element(pdf, "/TD", [](Json& element) { element.erase("/P"); });
         }},
        {"7.2-22", "languages are tags of RFC 3066, the document's among them", languages_known,
         [](const Pdf& pdf) {
             return with_catalogue(pdf, [](Json& root) { root.erase("/Lang"); });
         }},
        {"7.2-29", "an element's language is a tag of RFC 3066", languages_known,
         [](const Pdf& pdf) {
             return with_element(pdf, "/H1", [](Json& element) { element["/Lang"] = "u:"; });
         }},
        {"7.1-10", "a viewer shows the title",
         [](const Pdf& pdf) {
             const Json preferences = pdf.get(pdf.catalogue(), "/ViewerPreferences");
             return pdf.get(preferences, "/DisplayDocTitle") == true;
         },
         [](const Pdf& pdf) {
             return with_catalogue(pdf, [](Json& root) { root.erase("/ViewerPreferences"); });
         }},
        {"7.1-8", "XMP is stored as a stream of metadata", xmp_stored,
         [](const Pdf& pdf) {
             return with_catalogue(pdf, [](Json& root) { root.erase("/Metadata"); });
         }},
        {"7.1-9", "XMP has the title", xmp_titled,
         [](const Pdf& pdf) { return with_xmp(pdf, "<dc:title>", "<dc:other>"); }},
        {"5-1", "XMP claims PDF/UA-1", xmp_claims,
         [](const Pdf& pdf) { return with_xmp(pdf, "<pdfuaid:part>1<", "<pdfuaid:part>2<"); }},
        {"5-2", "it does so in the right namespace", xmp_claims,
         [](const Pdf& pdf) { return with_xmp(pdf, "/pdfua/ns/id/", "/pdfua/ns/id"); }},
        {"5-3", "and with the right prefix", xmp_claims,
         [](const Pdf& pdf) {
             return with_xmp(pdf, "xmlns:pdfuaid=", "xmlns:ua=\"\" xmlns:pdfu=");
         }},
        {"7.1-1", "no artifact is within tagged content", nothing_nested,
         [](const Pdf& pdf) {
             return with_content(pdf, "<</MCID 0>> BDC", "<</MCID 0>> BDC /Artifact BMC EMC");
         }},
        {"7.1-2", "no tagged content is within an artifact", nothing_nested,
         [](const Pdf& pdf) {
             return with_content(pdf, "/Artifact BMC", "/Artifact BMC /P <</MCID 999>> BDC EMC");
         }},
        {"7.1-3", "all content is tagged or an artifact", all_tagged,
         [](const Pdf& pdf) { return with_content(pdf, pdf.content() + "\n0 0 9 9 re f"); }},
        {"7.1-3", "tagged content has a place in the tree", all_tagged,
         [](const Pdf& pdf) { return with_content(pdf, "<</MCID 0>>", "<</MCID 999>>"); }},
        {"7.1-3", "the tree holds nothing that is not on the page", all_tagged,
         [](const Pdf& pdf) {
             return with_element(pdf, "/TD", [](Json& element) { element["/K"] = 998; });
         }},
        {"7.3-1", "a figure has an alternative text", figures_described,
         [](const Pdf& pdf) {
             return with_element(pdf, "/Figure", [](Json& element) { element["/Alt"] = "u:"; });
         }},
        {"14.8.5.4.3", "a figure has a box", figures_boxed,
         [](const Pdf& pdf) {
             return with_element(pdf, "/Figure", [](Json& element) { element.erase("/A"); });
         }},
        {"7.5-1", "tables are regular", tables_regular,
         [](const Pdf& pdf) {
             return with_element(pdf, "/TH", [](Json& element) { element.erase("/A"); });
         }},
        {"7.5-2", "no row of a table is short", tables_regular,
         [](const Pdf& pdf) {
             return with_element(pdf, "/TR", [](Json& element) { element["/K"].erase(0); });
         }},
        {"7.1-5", "element types are standard", types_standard,
         [](const Pdf& pdf) {
             return with_element(pdf, "/H1", [](Json& element) { element["/S"] = "/Headline"; });
         }},
        {"7.1-7", "standard types are not mapped", types_standard,
         [](const Pdf& pdf) {
             return pdf.edited([](Json& objects) {
                 find_object(objects, "/Type", "/StructTreeRoot")["/RoleMap"] = {{"/P", "/H1"}};
             });
         }},
        {"7.21.4.1", "fonts are embedded", fonts_embedded,
         [](const Pdf& pdf) {
             return pdf.edited([](Json& objects) {
                 find_object(objects, "/Type", "/FontDescriptor").erase("/FontFile2");
             });
         }},
        {"7.21.7", "fonts are mapped to Unicode", fonts_mapped,
         [](const Pdf& pdf) {
             return pdf.edited([](Json& objects) {
                 find_object(objects, "/Subtype", "/TrueType").erase("/ToUnicode");
             });
         }},
        {"7.21.8", "no glyph is missing", no_missing_glyph,
         [](const Pdf& pdf) { return with_content(pdf, ")Tj", "\\001)Tj"); }},
        {"7.10", "layers have names", layers_named,
         [](const Pdf& pdf) {
             return with_catalogue(pdf, [](Json& root) {
                 root["/OCProperties"] = {{"/OCGs", Json::array()}, {"/D", Json::object()}};
             });
         }},
        {"7.20", "no form is tagged within", forms_plain, with_form},
        {"7.18", "annotations are tagged and described", annotations_tagged,
         [](const Pdf& pdf) {
             return with_page(pdf, "/Annots",
                              Json::array({{{"/Type", "/Annot"}, {"/Subtype", "/Text"}}}));
         }},
        {"7.16-1", "encryption lets programs read aloud",
         [](const Pdf& pdf) {
             return pdf.encryption().at("capabilities").at("accessibility") == true;
         },
         encrypted},
    };
    return rules;
}

/// Checks that a PDF keeps every rule.
inline void check_pdf_ua(const std::string& name, const std::string& bytes) {
    const Pdf pdf(bytes);
    for (const UaRule& rule : ua_rules()) {
        BOOST_TEST(rule.holds(pdf), name << " breaks " << rule.number << ": " << rule.name);
    }
}

} // namespace cairn::test
