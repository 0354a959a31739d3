#include "tests/support_image.h"
#include "tests/support_pdf_ua.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <map>
#include <set>

// The PDFs of all samples, as the program writes them, those of one in print too: PDF/UA-1 as far
// as software can judge, every word in reach of a reader who does not see the page, and no mark on
// the page for all that.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(samples_pdf)

namespace {

namespace fs = std::filesystem;
using test::Written;

struct Sample {
    std::string name;
    std::string pdf;
    test::Json figure; ///< of figures.json
};

std::vector<Sample> draw(const fs::path& folder, const std::string& style) {
    const test::TemporaryFolder out;
    const std::string command =
        fmt::format("'{}' render '{}' --out '{}' --style {} --format pdf >/dev/null",
                    (test::build_folder() / "cairn").string(), (folder / "figures.yaml").string(),
                    out.path().string(), style);
    BOOST_REQUIRE_EQUAL(std::system(command.c_str()), 0);
    const test::Json manifest = test::Json::parse(test::read_bytes(out.path() / "figures.json"));
    std::vector<Sample> samples;
    for (const test::Json& figure : manifest.at("figures")) {
        const std::string id = figure.at("id");
        samples.push_back({folder.filename().string() + "/" + id + " " + style,
                           test::read_bytes(out.path() / (id + ".pdf")), figure});
    }
    return samples;
}

/// Drawn once for all tests.
const std::vector<Sample>& samples() {
    static const std::vector<Sample> drawn = [] {
        std::vector<Sample> all;
        for (const auto& entry : fs::directory_iterator(test::source_folder() / "samples")) {
            if (fs::exists(entry.path() / "figures.yaml")) {
                std::ranges::move(draw(entry.path(), "screen"), std::back_inserter(all));
            }
        }
        std::ranges::move(draw(test::source_folder() / "samples/stories-project", "print"),
                          std::back_inserter(all));
        BOOST_REQUIRE(all.size() >= 4U);
        return all;
    }();
    return drawn;
}

/// The page as pixels.
test::Image rasterised(const std::string& bytes, const char* program) {
    const Written file("page.pdf", bytes);
    file.run(fmt::format("{} -r 192 -png -singlefile page.pdf page", program));
    return test::decode_png(file.read("page.png"));
}

/// The content of a page without tags, and without what is tagged but not painted.
std::string untagged(const std::string& content) {
    std::string rest;
    bool unseen = false;
    std::vector<std::string> operands;
    for (const output::ContentToken& token : output::content_tokens(content)) {
        operands.emplace_back(token.text);
        const bool is_number = token.text.find_first_not_of("+-.0123456789") == token.text.npos;
        if (token.type != output::ContentToken::Type::word || is_number) {
            continue;
        }
        if (token.text == "Tr") {
            unseen = operands.front() == "3";
        }
        const std::set<std::string_view> dropped{"BDC", "BMC", "EMC", "Tr"};
        const bool painted = !unseen || (token.text != "Tj" && token.text != "TJ");
        if (painted && !dropped.contains(token.text)) {
            for (const std::string& operand : operands) {
                rest += operand + "\n";
            }
        }
        operands.clear();
    }
    return rest;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_rule_is_kept) {
    for (const Sample& sample : samples()) {
        test::check_pdf_ua(sample.name, sample.pdf);
    }
}

BOOST_AUTO_TEST_CASE(qpdf_finds_no_fault) {
    for (const Sample& sample : samples()) {
        const Written file("page.pdf", sample.pdf);
        BOOST_TEST(file.run("qpdf --check page.pdf").find("No syntax or stream encoding errors") !=
                       std::string::npos,
                   sample.name);
    }
}

BOOST_AUTO_TEST_CASE(a_reader_of_tags_meets_every_word) {
    for (const Sample& sample : samples()) {
        const Written file("page.pdf", sample.pdf);
        const std::string tags = file.run("pdfinfo -struct-text page.pdf");
        const auto has = [&](const std::string& text) {
            return tags.find("\"" + text + "\"\n") != std::string::npos;
        };
        std::string description = sample.figure.at("description");
        for (std::size_t end = 0; !description.empty(); description.erase(0, end + 1)) {
            end = std::min(description.find('\n'), description.size() - 1);
            const std::string paragraph = description.substr(0, description.find('\n'));
            BOOST_TEST(has(paragraph), sample.name << " lacks " << paragraph);
        }
        const std::size_t table = tags.find("\n  Table (block)\n");
        BOOST_REQUIRE(table != std::string::npos);
        for (const test::Json& fact : sample.figure.at("facts")) {
            const std::string label = fact.at("label");
            BOOST_TEST(tags.find("/Scope /Row\n        \"" + label + "\"\n      TD\n", table) !=
                           std::string::npos,
                       sample.name << " has no row for " << label);
        }
        BOOST_TEST(tags.starts_with("Document\n  H1 (block)\n    \""), sample.name);
        BOOST_TEST(tags.find("\n  Figure:\n     /BBox [") != std::string::npos, sample.name);
    }
}

BOOST_AUTO_TEST_CASE(the_alternative_text_is_the_short_text) {
    for (const Sample& sample : samples()) {
        const test::Pdf pdf(sample.pdf);
        const std::vector<test::Json> figures = test::ua::of_type(pdf, "/Figure");
        BOOST_REQUIRE(figures.size() == 1U);
        BOOST_TEST(pdf.get(figures.front(), "/Alt") ==
                   "u:" + sample.figure.at("alt").get<std::string>());
    }
}

BOOST_AUTO_TEST_CASE(tags_change_no_pixel) {
    for (const Sample& sample : samples()) {
        const test::Pdf pdf(sample.pdf);
        const std::string before = test::ua::with_content(pdf, untagged(pdf.content()));
        BOOST_TEST(test::Pdf(before).content().find("BDC") == std::string::npos);
        for (const char* program : {"pdftoppm", "pdftocairo"}) {
            test::check_same_picture("tags", rasterised(before, program),
                                     rasterised(sample.pdf, program), {.channel = 0});
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
