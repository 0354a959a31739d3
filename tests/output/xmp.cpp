#include "render/output/xmp.h"

#include "tests/output/support_scene.h"
#include "tests/support_written.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <array>

// Read back by exiftool, from every format that carries it.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(xmp)

namespace {

using test::Written;

/// What exiftool reads in the XMP of a file, by group and name.
nlohmann::json read_back(const Written& file) {
    return nlohmann::json::parse(file.run("exiftool -j -G1 -XMP:all " + file.name())).at(0);
}

std::array<Written, 3> all_formats(const words::Words& words) {
    const scene::Scene scene = test::small_scene(words);
    return {{{"a.png", output::to_png(scene, test::theme(), test::fonts(), 96)},
             {"a.svg", output::to_svg(scene, test::theme(), test::fonts())},
             {"a.pdf", output::to_pdf(scene, test::theme(), test::fonts())}}};
}

void check(const nlohmann::json& read, const std::string& key, const std::string& expected) {
    BOOST_TEST(read.value(key, "(none)") == expected, key << " is " << read.dump(1));
}

/// Under its own name the default, but in SVG, and again under the language.
void check_alternatives(const nlohmann::json& read, const std::string& key,
                        const std::string& expected, const std::string& language) {
    const bool svg = read.at("SourceFile").get<std::string>().ends_with(".svg");
    check(read, key, svg ? "(none)" : expected);
    check(read, key + "-" + language, expected);
}

words::Words hostile_words() {
    words::Words words = test::words();
    words.title = "]]> <b> & \"c\" 'd' <?xpacket end=\"w\"?> -->";
    words.short_text = "</rdf:li></x:xmpmeta> \u201Cquoted\u201D";
    words.description = "First & last.\nSecond < third.\nD\u00f9n \u00c8ideann \u6771\u4eac";
    words.source = "<!-- A & B";
    words.rights = "\u00a9 <C> & \"D\"";
    words.rights_language = "gd";
    return words;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_element_as_text) {
    words::Words words;
    words.language = "gd";
    words.title = "A & B";
    words.short_text = "Short.";
    words.description = "One.\nTwo.";
    BOOST_TEST(output::xmp_element(words, output::Carrier::png) ==
               R"XML(<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &amp; B</rdf:li><rdf:li xml:lang="gd">A &amp; B</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Short.</rdf:li><rdf:li xml:lang="gd">Short.</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>gd</rdf:li></rdf:Bag></dc:language>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Short.</rdf:li><rdf:li xml:lang="gd">Short.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
<Iptc4xmpCore:ExtDescrAccessibility><rdf:Alt><rdf:li xml:lang="x-default">One.
Two.</rdf:li><rdf:li xml:lang="gd">One.
Two.</rdf:li></rdf:Alt></Iptc4xmpCore:ExtDescrAccessibility>
<xmp:CreatorTool>Cairn</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>)XML");
}

BOOST_AUTO_TEST_CASE(a_page_with_an_svg_names_no_language_that_does_not_exist) {
    const std::string element = output::xmp_element(test::words(), output::Carrier::svg);
    BOOST_TEST(count(element, "x-default") == 0U);
    BOOST_TEST(count(element, "<rdf:li xml:lang=\"en-GB\">") == 5U);
}

BOOST_AUTO_TEST_CASE(a_packet_says_where_it_ends_and_that_it_is_read_only) {
    const std::string packet = output::xmp_packet(hostile_words(), output::Carrier::png);
    BOOST_TEST(packet.starts_with(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "));
    BOOST_TEST(packet.ends_with("</x:xmpmeta>\n<?xpacket end=\"r\"?>"));
    BOOST_TEST(count(packet, "<?xpacket") == 2U);
    BOOST_TEST(count(packet, "</x:xmpmeta>") == 1U);
}

BOOST_AUTO_TEST_CASE(every_property_is_read_back_from_every_format) {
    for (words::Words words : {test::words(), hostile_words()}) {
        if (words.rights_language.empty()) {
            words.rights_language = words.language;
        }
        for (const Written& file : all_formats(words)) {
            BOOST_TEST_CONTEXT(file.name() << " of " << words.title) {
                const nlohmann::json read = read_back(file);
                const std::string& language = words.language;
                check_alternatives(read, "XMP-dc:Title", words.title, language);
                check_alternatives(read, "XMP-dc:Description", words.short_text, language);
                check(read, "XMP-dc:Language", language);
                check(read, "XMP-dc:Source", words.source);
                check_alternatives(read, "XMP-dc:Rights", words.rights, words.rights_language);
                check_alternatives(read, "XMP-iptcCore:AltTextAccessibility", words.short_text,
                                   language);
                check_alternatives(read, "XMP-iptcCore:ExtDescrAccessibility", words.description,
                                   language);
                check(read, "XMP-xmp:CreatorTool", "Cairn");
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(only_the_pdf_claims_a_standard) {
    for (const Written& file : all_formats(test::words())) {
        const nlohmann::json read = read_back(file);
        BOOST_TEST(read.contains("XMP-pdfuaid:Part") == (file.name() == "a.pdf"), file.name());
    }
}

BOOST_AUTO_TEST_CASE(what_there_is_not_is_left_out) {
    words::Words words = test::words();
    words.source = words.rights = "";
    for (const Written& file : all_formats(words)) {
        const nlohmann::json read = read_back(file);
        BOOST_TEST(!read.contains("XMP-dc:Source"), file.name());
        BOOST_TEST(!read.contains("XMP-dc:Rights"), file.name());
        BOOST_TEST(read.contains("XMP-dc:Title-en-GB"), file.name());
    }
}

BOOST_AUTO_TEST_CASE(files_stay_sound_with_hostile_words) {
    for (const Written& file : all_formats(hostile_words())) {
        if (file.name() == "a.svg") {
            // Exiftool's check takes XMP inside SVG for misplaced.
            file.run("python3 -c 'import xml.dom.minidom as d; d.parse(\"a.svg\")'");
            continue;
        }
        const std::string verdict =
            file.run("exiftool -validate -warning -error -a " + file.name());
        BOOST_TEST(verdict == "Validate                        : OK\n", file.name());
    }
}

BOOST_AUTO_TEST_SUITE_END()
