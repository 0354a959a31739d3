#include "render/output/raster/cairo_handles.h"
#include "render/output/raster/cairo_paint.h"
#include "tests/output/support_scene.h"
#include "tests/support_image.h"
#include "tests/support_pdf.h"

#include <boost/test/unit_test.hpp>
#include <cairo-pdf.h>

#include <cstdlib>

// Read back by poppler and qpdf, programs that did not write it.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(pdf)

namespace {

using test::Written;

/// A PDF in page.pdf.
test::Written write(const std::string& bytes) {
    return {"page.pdf", bytes};
}

scene::Scene scene_with(const std::string& label) {
    return scene::Scene(test::words(),
                        {{{test::px(300), test::px(40)}, {test::text(label, 10, 20)}}});
}

/// What Cairo alone makes of a scene.
std::string paint_without_tags(const scene::Scene& scene) {
    std::string bytes;
    const colour::Theme theme = test::theme();
    const scene::Page& page = scene.pages().front();
    const auto append = [](void* target, const unsigned char* data, unsigned size) {
        static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), size);
        return CAIRO_STATUS_SUCCESS;
    };
    const output::Surface surface(cairo_pdf_surface_create_for_stream(
        append, &bytes, page.size.width.to_pt(), page.size.height.to_pt()));
    const output::Context context(cairo_create(surface.get()));
    cairo_scale(context.get(), 0.75, 0.75);
    output::paint({context.get(), theme, test::fonts()}, page, output::Letters::text);
    cairo_show_page(context.get());
    cairo_surface_finish(surface.get());
    return bytes;
}

std::string line_with(const std::string& text, const std::string& key) {
    const std::size_t start = text.find(key);
    return start == std::string::npos ? "" : text.substr(start, text.find('\n', start) - start);
}

} // namespace

BOOST_AUTO_TEST_CASE(the_file_is_sound) {
    const Written pdf = write(output::to_pdf(test::small_scene(), test::theme(), test::fonts()));
    BOOST_TEST(pdf.run("qpdf --check page.pdf").find("No syntax or stream encoding errors") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(title_alt_text_size_and_date_are_stored) {
    ::unsetenv("SOURCE_DATE_EPOCH");
    const Written pdf = write(output::to_pdf(test::small_scene(), test::theme(), test::fonts()));
    const std::string info = pdf.run("pdfinfo page.pdf");
    BOOST_TEST(line_with(info, "Title:") == "Title:           " + test::words().title);
    BOOST_TEST(line_with(info, "Subject:") == "Subject:         " + test::words().short_text);
    BOOST_TEST(line_with(info, "CreationDate:") == "CreationDate:    Sat Jan  1 00:00:00 2000 UTC");
    BOOST_TEST(line_with(info, "Pages:") == "Pages:           1");
    BOOST_TEST(line_with(info, "Page size:") == "Page size:       150 x 90 pts");
}

BOOST_AUTO_TEST_CASE(the_date_can_be_given) {
    const auto date_for = [](const char* given) {
        ::setenv("SOURCE_DATE_EPOCH", given, 1);
        const Written pdf = write(output::to_pdf(scene_with("x"), test::theme(), test::fonts()));
        ::unsetenv("SOURCE_DATE_EPOCH");
        return line_with(pdf.run("pdfinfo page.pdf"), "CreationDate:").substr(17);
    };
    BOOST_TEST(date_for("1700000000") == "Tue Nov 14 22:13:20 2023 UTC");
    BOOST_TEST(date_for("951782400") == "Tue Feb 29 00:00:00 2000 UTC");
    for (const char* nonsense : {"", "today", "-5", "12x", "99999999999999999999"}) {
        BOOST_TEST(date_for(nonsense) == "Sat Jan  1 00:00:00 2000 UTC");
    }
}

BOOST_AUTO_TEST_CASE(language_and_title_bar_are_set) {
    const Written pdf = write(output::to_pdf(test::small_scene(), test::theme(), test::fonts()));
    const std::string catalogue = pdf.run("qpdf --show-object=trailer page.pdf");
    const std::string root = line_with(catalogue, "/Root").substr(6);
    const std::string object =
        pdf.run("qpdf --show-object=" + root.substr(0, root.find(' ')) + " page.pdf");
    BOOST_TEST(object.find("/Lang (en-GB)") != std::string::npos);
    BOOST_TEST(object.find("/DisplayDocTitle true") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_comes_out_as_it_was_written) {
    for (const char* label :
         {"Na h-Eileanan Siar: 1,234 stories", "Dùn Èideann – “Glaschu” ‘A’ …",
          "−3 × ½ £5 €6 & <b>", "Łódź Ŵŵ Ŷŷ", "東京 label", "office affluent fjord"}) {
        const Written pdf = write(output::to_pdf(scene_with(label), test::theme(), test::fonts()));
        const std::string text = pdf.run("pdftotext -enc UTF-8 -nopgbrk page.pdf -");
        BOOST_TEST(("\n" + text).find("\n" + std::string(label) + "\n") != std::string::npos,
                   label << " is not a line of " << text);
    }
}

BOOST_AUTO_TEST_CASE(fonts_are_embedded_with_their_characters) {
    const Written pdf = write(output::to_pdf(test::small_scene(), test::theme(), test::fonts()));
    const std::string fonts = pdf.run("pdffonts page.pdf | tail -n +3");
    BOOST_TEST(fonts.find("+AtkinsonHyperlegibleNext-Bold") != std::string::npos);
    BOOST_TEST(fonts.find("+AtkinsonHyperlegibleNext-Regular") != std::string::npos);
    std::size_t lines = 0;
    std::size_t whole = 0;
    for (std::size_t at = 0; at < fonts.size(); at = fonts.find('\n', at) + 1, ++lines) {
        // embedded, a subset, mapped to Unicode
        whole += line_with(fonts.substr(at), "+").find(" yes yes yes ") != std::string::npos;
    }
    BOOST_TEST(whole == lines);
}

BOOST_AUTO_TEST_CASE(nothing_is_a_bitmap) {
    const Written pdf = write(output::to_pdf(test::small_scene(), test::theme(), test::fonts()));
    BOOST_TEST(pdf.run("pdfimages -list page.pdf | tail -n +3").empty());
}

BOOST_AUTO_TEST_CASE(tags_change_no_pixel) {
    words::Words words = test::words();
    for (int i = 0; i < 60; ++i) { // more than the page has room for
        words.table.rows.push_back({"Na h-Eileanan Siar", std::to_string(i)});
    }
    const scene::Scene scene = test::small_scene(words);
    const Written before = write(paint_without_tags(scene));
    const Written after = write(output::to_pdf(scene, test::theme(), test::fonts()));
    for (const char* program : {"pdftoppm", "pdftocairo"}) {
        const auto rasterised = [&](const Written& pdf) {
            pdf.run(std::string(program) + " -r 288 -png -singlefile page.pdf page");
            return test::decode_png(pdf.read("page.png"));
        };
        test::check_same_picture("tags", rasterised(before), rasterised(after), {.channel = 0});
    }
}

BOOST_AUTO_TEST_CASE(tags_are_read_back) {
    const Written pdf = write(output::to_pdf(test::small_scene(), test::theme(), test::fonts()));
    BOOST_TEST(pdf.run("pdfinfo -struct-text page.pdf") == R"(Document
  H1 (block)
    "Sgeulachdan & <kind>"
  Figure:
     /BBox [7.5 25.31 143.69 67.69]
     /Placement /Block
    ""
    "Fife"
    "5"
    ""
    "Dùn Èideann"
    ""
    "Moray"
  L (block)
    LI (block)
      LBody (block)
        "3 to 5"
  P (block)
    "Three areas."
  P (block)
    "Fife has 5 & Moray 2."
  Table (block)
    Caption
      "Stories <by area>"
    TR
      TH:
         /Scope /Column
        "Council area"
      TH:
         /Scope /Column
        "Stories"
    TR
      TH:
         /Scope /Row
        "Fife"
      TD
        "5"
    TR
      TH:
         /Scope /Row
        "Na h-Eileanan Siar"
      TD
        "0"
    TR
      TH:
         /Scope /Row
        "Moray "&""
      TD
        "2"
  P (block)
    "Source: A & B"
)");
}

BOOST_AUTO_TEST_CASE(pictures_that_stand_in_for_letters_stay_out_of_unseen_text) {
    words::Words words = test::words();
    words.table.rows = {{"\u6771\u4eac label", "1"}};
    const Written pdf = write(output::to_pdf(
        scene::Scene(words, {{{test::px(200), test::px(100)}, {}}}), test::theme(), test::fonts()));
    const std::string tags = pdf.run("pdfinfo -struct-text page.pdf");
    BOOST_TEST(tags.find("\" label\"") != std::string::npos, tags);
    BOOST_TEST(test::Pdf(pdf.read("page.pdf"))
                   .edited([](test::Json& objects) {
                       test::find_object(objects, "/ActualText", "u:\u6771\u4eac label");
                   })
                   .size() > 0U);
}

BOOST_AUTO_TEST_CASE(it_looks_as_the_png_does) {
    const Written pdf = write(output::to_pdf(test::small_scene(), test::theme(), test::fonts()));
    pdf.run("pdftoppm -r 192 -png -singlefile page.pdf page");
    const test::Image paper = test::decode_png(pdf.read("page.png"));
    const test::Image screen =
        test::decode_png(output::to_png(test::small_scene(), test::theme(), test::fonts(), 192));
    // Edges are smoothed otherwise, and poppler moves thin lines to whole pixels.
    test::check_same_picture(
        "pdf-small-scene", screen, paper,
        {.channel = 48, .pixels = screen.width * screen.height / 25, .mean = 4});
}

BOOST_AUTO_TEST_SUITE_END()
