#include "render/output/pdf/pdf_content.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(pdf_content)

namespace {

/// Tokens parted by a bar, each with a letter for its kind.
std::string shown(std::string_view content) {
    std::string text;
    for (const output::ContentToken& token : output::content_tokens(content)) {
        text += "wntmd"[static_cast<int>(token.type)];
        text.append(":").append(token.text).append("|");
    }
    return text;
}

std::string refusal(const auto& action) {
    try {
        action();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "nothing";
}

} // namespace

BOOST_AUTO_TEST_CASE(tokens) {
    BOOST_TEST(shown("") == "");
    BOOST_TEST(shown("1 0 0 -1.5 0 .5 cm\nq") == "w:1|w:0|w:0|w:-1.5|w:0|w:.5|w:cm|w:q|");
    BOOST_TEST(shown("/P<</MCID 0>>BDC") == "n:/P|m:<<|n:/MCID|w:0|m:>>|w:BDC|");
    BOOST_TEST(shown("[(A)-80<4142>]TJ") == "m:[|t:(A)|w:-80|t:<4142>|m:]|w:TJ|");
    BOOST_TEST(shown("T* ' \"") == "w:T*|w:'|w:\"|");
    BOOST_TEST(shown("q % /P BDC (\nQ") == "w:q|w:Q|");
    BOOST_TEST(shown("[] 0.0 d") == "m:[|m:]|w:0.0|w:d|");
}

BOOST_AUTO_TEST_CASE(strings_hide_what_looks_like_an_operator) {
    BOOST_TEST(shown("(EMC /P <</MCID 1>> BDC)Tj") == "t:(EMC /P <</MCID 1>> BDC)|w:Tj|");
    BOOST_TEST(shown("(a (b) \\) \\( c)Tj") == "t:(a (b) \\) \\( c)|w:Tj|");
    BOOST_TEST(shown("(\\\\)EMC") == "t:(\\\\)|w:EMC|");
    BOOST_TEST(shown("(a % b)Tj") == "t:(a % b)|w:Tj|");
}

BOOST_AUTO_TEST_CASE(images_hide_what_looks_like_an_operator) {
    BOOST_TEST(shown("BI /W 1 ID \xFF EMC EIx ET\nEI Q") ==
               "w:BI|n:/W|w:1|w:ID|d: \xFF EMC EIx ET\n|w:EI|w:Q|");
}

BOOST_AUTO_TEST_CASE(what_does_not_end_is_refused) {
    const auto reading = [](const char* content) {
        return refusal([&] { output::content_tokens(content); });
    };
    const std::string open_string = "a PDF page with a string that does not end";
    BOOST_TEST(reading("(abc") == open_string);
    BOOST_TEST(reading("(abc\\)") == open_string);
    BOOST_TEST(reading("(abc\\") == open_string);
    BOOST_TEST(reading("<4142") == open_string);
    BOOST_TEST(reading("BI ID abc") == "a PDF page with an image that does not end");
}

BOOST_AUTO_TEST_CASE(marked_content_is_opened_anew_and_all_else_stays) {
    const std::string content = "q\n/Span << /MCID 0 >> BDC\n1 0 0 rg 0 0 9 9 re f\nEMC\nQ q\n"
                                "/Span << /MCID 1 >> BDC\nBT (BDC EMC)Tj ET\nEMC\nQ\n";
    BOOST_TEST(output::retag(content, {{"/Artifact BMC"}, {"/P <</MCID 0>> BDC"}}) ==
               "q\n/Artifact BMC\n1 0 0 rg 0 0 9 9 re f\nEMC\nQ q\n"
               "/P <</MCID 0>> BDC\nBT (BDC EMC)Tj ET\nEMC\nQ\n");
}

BOOST_AUTO_TEST_CASE(invisible_text_is_so_in_every_text_object) {
    const std::string content = "/Span << /MCID 0 >> BDC Q q BT (a)Tj ET BT (b)Tj ET EMC "
                                "/Span << /MCID 1 >> BDC BT (c)Tj ET EMC";
    BOOST_TEST(output::retag(content, {{"/TD <</MCID 0>> BDC", true}, {"/P <</MCID 1>> BDC"}}) ==
               "/TD <</MCID 0>> BDC Q q BT 3 Tr (a)Tj 0 Tr ET BT 3 Tr (b)Tj 0 Tr ET EMC "
               "/P <</MCID 1>> BDC BT (c)Tj ET EMC");
}

BOOST_AUTO_TEST_CASE(what_cairo_marks_within_stays) {
    const std::string content = "/Span << /MCID 0 >> BDC BT /Span << /ActualText <66> >> BDC (x)Tj "
                                "EMC ET BT (y)Tj ET EMC";
    BOOST_TEST(output::retag(content, {{"/P <</MCID 0>> BDC", true}}) ==
               "/P <</MCID 0>> BDC BT 3 Tr /Span << /ActualText <66> >> BDC (x)Tj EMC 0 Tr ET "
               "BT 3 Tr (y)Tj 0 Tr ET EMC");
}

BOOST_AUTO_TEST_CASE(other_parts_than_asked_for_are_refused) {
    const std::string one = "/Span << /MCID 0 >> BDC EMC";
    const std::string others = "Cairo tagged other parts of the PDF than it was asked to";
    const std::string order = "Cairo tagged the parts of the PDF in another order";
    const output::Opening artifact{"/Artifact BMC"};
    const auto retagging = [](const std::string& content,
                              const std::vector<output::Opening>& openings) {
        return refusal([&] { output::retag(content, openings); });
    };
    BOOST_TEST(retagging(one, {artifact}) == "nothing");
    BOOST_TEST(retagging(one, {artifact, artifact}) == others);
    BOOST_TEST(retagging("/Span << /MCID 0 >> BDC", {artifact}) == others);
    BOOST_TEST(retagging(one, {}) == order);
    BOOST_TEST(retagging("/Span << /MCID 1 >> BDC EMC", {artifact, artifact}) == order);
    BOOST_TEST(retagging(one + " EMC", {artifact}) == "a PDF page that ends marked content twice");
}

BOOST_AUTO_TEST_SUITE_END()
