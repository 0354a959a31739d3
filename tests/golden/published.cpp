#include "render/run/render.h"
#include "tests/support_checkout.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

// Tables in the habits of twelve publishers (tests/input/published) go to figures as they come.
// What becomes of each row, what is warned of, and the words are kept in tests/golden/published;
// `make golden` renews them.

BOOST_AUTO_TEST_SUITE(published)

namespace {

namespace fs = std::filesystem;
using namespace cairn;

/// What becomes of the table of a figure: its ledger, warnings, words.
std::string told_of(const std::string& figure) {
    Request request;
    request.files = {"figures.yaml"};
    request.only = {figure};
    const Report ledger = match(request, LedgerForm::table, test::checkout());
    const Report words = describe(request, Form::list, test::checkout());
    std::string text = ledger.text + "\n";
    for (const Problem& problem : words.warnings) {
        text += to_string(problem, Severity::warning) + "\n";
    }
    for (const Problem& problem : words.errors) {
        BOOST_ERROR(to_string(problem, Severity::error));
    }
    BOOST_TEST(ledger.errors.empty());
    return text + "\n" + words.text;
}

/// The folder of the tables is the working folder while this value lives: messages name it so.
class InFolder {
  public:
    InFolder() : m_before(fs::current_path()) {
        fs::current_path(test::source_folder() / "tests/input/published");
    }
    ~InFolder() { fs::current_path(m_before); }
    InFolder(const InFolder&) = delete;
    InFolder& operator=(const InFolder&) = delete;

  private:
    fs::path m_before;
};

} // namespace

BOOST_AUTO_TEST_CASE(every_table_goes_to_a_figure_as_it_comes) {
    const InFolder inside;
    const fs::path golden = test::source_folder() / "tests/golden/published";
    for (const char* figure :
         {"people-long", "estimates", "stays", "applications", "deprivation", "housing",
          "attainment", "finance", "bilingual", "crime", "census", "share"}) {
        const std::string text = told_of(figure);
        const std::string name = std::string(figure) + ".txt";
        if (const char* renewed = std::getenv("CAIRN_RENEW")) {
            fs::create_directories(fs::path(renewed) / "published");
            std::ofstream(fs::path(renewed) / "published" / name, std::ios::binary) << text;
        } else {
            BOOST_TEST((text == test::read_bytes(golden / name)),
                       name << " differs: run make golden, and look\n"
                            << text);
        }
    }
}

BOOST_AUTO_TEST_CASE(workbooks_are_read_alike_whichever_program_wrote_them) {
    const InFolder inside;
    const test::TemporaryFolder folder;
    std::vector<nlohmann::json> rows;
    for (const char* file : {"applications-openpyxl.xlsx", "applications-libreoffice.xlsx",
                             "applications-libreoffice.ods"}) {
        fs::copy(file, folder.path() / file);
        for (const char* value : {"Applications received", "Acceptance rate"}) {
            Request request;
            request.files = {folder.write(
                "f.yaml",
                "figures: [{id: a, kind: tiles, title: T, data: {file: " + std::string(file) +
                    ", place: Local Authority, value: " + value + "}}]\n")};
            const Report report = match(request, LedgerForm::json, test::checkout());
            BOOST_TEST(report.errors.empty());
            rows.push_back(nlohmann::json::parse(report.text)[0]["rows"]);
        }
    }
    BOOST_TEST(rows[0].size() == 36U);
    BOOST_TEST(rows[1][5]["value"] > 40);
    for (std::size_t i = 2; i < rows.size(); ++i) {
        BOOST_TEST(rows[i] == rows[i % 2], rows[i].dump(1));
    }
}

BOOST_AUTO_TEST_SUITE_END()
