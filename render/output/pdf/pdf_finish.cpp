#include "render/output/pdf/pdf_finish.h"

#include "base/number.h"
#include "render/output/pdf/deflate.h"
#include "render/output/pdf/pdf_content.h"
#include "render/output/xmp.h"

#include <fmt/format.h>
#include <qpdf/qpdf-c.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace cairn::output {

namespace {

struct CleanUp {
    void operator()(qpdf_data document) const { qpdf_cleanup(&document); }
};
using Document = std::unique_ptr<std::remove_pointer_t<qpdf_data>, CleanUp>;

/// Throws what went wrong since the document was read, if anything did.
void require_done(qpdf_data pdf) {
    if (qpdf_has_error(pdf) != QPDF_FALSE) {
        throw std::runtime_error(qpdf_get_error_full_text(pdf, qpdf_get_error(pdf)));
    }
}

/// The day that a file bears: SOURCE_DATE_EPOCH (reproducible-builds.org), else a fixed one; never
/// the clock.
std::string creation_date() {
    std::int64_t seconds = 946684800; // 2000-01-01
    if (const char* given = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::int64_t read = to_number<std::int64_t>(given).value_or(-1);
        seconds = read >= 0 && read <= 253402300799 ? read : seconds; // to the year 9999
    }
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds(seconds)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

/// A number that stands for a kid in the file: the marked content of each run that is no artifact.
std::vector<int> marked_content_ids(const Structure& structure) {
    std::vector<int> ids;
    int next = 0;
    for (const Run& run : structure.runs) {
        ids.push_back(run.element ? next++ : -1);
    }
    return ids;
}

std::vector<Opening> openings(const Structure& structure, const std::vector<int>& ids) {
    std::vector<Opening> openings;
    for (std::size_t i = 0; i < structure.runs.size(); ++i) {
        const Run& run = structure.runs[i];
        openings.push_back({run.element ? fmt::format("/{} <</MCID {}>> BDC",
                                                      structure.elements[*run.element].type, ids[i])
                                        : "/Artifact BMC",
                            run.unseen});
    }
    return openings;
}

/// Writes into a document that qpdf has read.
class Finisher {
  public:
    Finisher(qpdf_data pdf, const Structure& structure)
        : m_pdf(pdf), m_structure(structure), m_ids(marked_content_ids(structure)),
          m_page(qpdf_get_page_n(pdf, 0)) {}

    void retag_page() {
        unsigned char* bytes = nullptr;
        std::size_t size = 0;
        qpdf_oh_get_page_content_data(m_pdf, m_page, &bytes, &size);
        const std::unique_ptr<unsigned char, decltype(&std::free)> owner(bytes, &std::free);
        require_done(m_pdf);
        const std::string content =
            retag({reinterpret_cast<const char*>(bytes), size}, openings(m_structure, m_ids));
        replace(m_page, "/Contents", indirect(stream(deflate(content), name("/FlateDecode"))));
        replace(m_page, "/StructParents", integer(0));
        replace(m_page, "/Tabs", name("/S"));
    }

    void add_structure() {
        std::vector<qpdf_oh> elements;
        elements.reserve(m_structure.elements.size());
        for (const Element& element : m_structure.elements) {
            elements.push_back(indirect(described(element)));
        }
        for (std::size_t i = 0; i < elements.size(); ++i) {
            fill(elements, i);
        }
        const qpdf_oh tree = indirect(dictionary({{"/Type", name("/StructTreeRoot")},
                                                  {"/K", elements.front()},
                                                  {"/ParentTree", parent_tree(elements)},
                                                  {"/ParentTreeNextKey", integer(1)}}));
        replace(elements.front(), "/P", tree);
        replace(catalogue(), "/StructTreeRoot", tree);
        replace(catalogue(), "/MarkInfo", dictionary({{"/Marked", boolean(true)}}));
    }

    void add_words(const words::Words& words) {
        const qpdf_oh metadata = stream(xmp_packet(words, Carrier::pdf), qpdf_oh_new_null(m_pdf));
        const qpdf_oh about = qpdf_oh_get_dict(m_pdf, metadata);
        replace(about, "/Type", name("/Metadata"));
        replace(about, "/Subtype", name("/XML"));
        replace(catalogue(), "/Metadata", indirect(metadata));
        // Cairo writes a date without the prefix that makes it one.
        const qpdf_oh info = qpdf_oh_get_key(m_pdf, qpdf_get_trailer(m_pdf), "/Info");
        replace(info, "/CreationDate", text(creation_date()));
        replace(catalogue(), "/Lang", text(words.language));
        replace(catalogue(), "/ViewerPreferences",
                dictionary({{"/DisplayDocTitle", boolean(true)}}));
    }

  private:
    using Entry = std::pair<const char*, qpdf_oh>;

    qpdf_oh catalogue() { return qpdf_get_root(m_pdf); }
    qpdf_oh name(const std::string& value) { return qpdf_oh_new_name(m_pdf, value.c_str()); }
    qpdf_oh integer(long long value) { return qpdf_oh_new_integer(m_pdf, value); }
    qpdf_oh real(double value) { return qpdf_oh_new_real_from_double(m_pdf, value, 2); }
    qpdf_oh boolean(bool value) { return qpdf_oh_new_bool(m_pdf, value ? QPDF_TRUE : QPDF_FALSE); }
    qpdf_oh text(const std::string& value) {
        return qpdf_oh_new_unicode_string(m_pdf, value.c_str());
    }
    qpdf_oh indirect(qpdf_oh object) { return qpdf_make_indirect_object(m_pdf, object); }

    void replace(qpdf_oh dictionary, const char* key, qpdf_oh value) {
        qpdf_oh_replace_key(m_pdf, dictionary, key, value);
    }

    qpdf_oh dictionary(std::initializer_list<Entry> entries) {
        const qpdf_oh made = qpdf_oh_new_dictionary(m_pdf);
        for (const auto& [key, value] : entries) {
            replace(made, key, value);
        }
        return made;
    }

    qpdf_oh array(const std::vector<qpdf_oh>& items) {
        const qpdf_oh made = qpdf_oh_new_array(m_pdf);
        for (const qpdf_oh item : items) {
            qpdf_oh_append_item(m_pdf, made, item);
        }
        return made;
    }

    qpdf_oh stream(const std::string& data, qpdf_oh filter) {
        const qpdf_oh made = qpdf_oh_new_stream(m_pdf);
        qpdf_oh_replace_stream_data(m_pdf, made,
                                    reinterpret_cast<const unsigned char*>(data.data()),
                                    data.size(), filter, qpdf_oh_new_null(m_pdf));
        return made;
    }

    qpdf_oh described(const Element& element) {
        const qpdf_oh made =
            dictionary({{"/Type", name("/StructElem")}, {"/S", name("/" + element.type)}});
        const std::initializer_list<std::pair<const char*, const std::string&>> texts{
            {"/Alt", element.alt},
            {"/ActualText", element.actual_text},
            {"/Lang", element.language}};
        for (const auto& [key, value] : texts) {
            if (!value.empty()) {
                replace(made, key, text(value));
            }
        }
        if (!element.scope.empty()) {
            replace(made, "/A",
                    dictionary({{"/O", name("/Table")}, {"/Scope", name("/" + element.scope)}}));
        }
        if (!element.box.empty()) {
            const geo::Box& box = element.box;
            replace(made, "/A",
                    dictionary({{"/O", name("/Layout")},
                                {"/Placement", name("/Block")},
                                {"/BBox", array({real(box.min_x), real(box.min_y), real(box.max_x),
                                                 real(box.max_y)})}}));
        }
        return made;
    }

    /// What an element holds, and what holds it.
    void fill(const std::vector<qpdf_oh>& elements, std::size_t index) {
        const Element& element = m_structure.elements[index];
        std::vector<qpdf_oh> kids;
        bool has_content = false;
        for (const Kid& kid : element.kids) {
            const bool is_run = kid.type == Kid::Type::run;
            kids.push_back(is_run ? integer(m_ids[kid.index]) : elements[kid.index]);
            has_content = has_content || is_run;
        }
        if (!kids.empty()) {
            replace(elements[index], "/K", kids.size() == 1 ? kids.front() : array(kids));
        }
        if (has_content) {
            replace(elements[index], "/Pg", m_page);
        }
        replace(elements[index], "/P", elements[element.parent]);
    }

    /// The element of each piece of marked content.
    qpdf_oh parent_tree(const std::vector<qpdf_oh>& elements) {
        std::vector<qpdf_oh> parents;
        for (const Run& run : m_structure.runs) {
            if (run.element) {
                parents.push_back(elements[*run.element]);
            }
        }
        return indirect(dictionary({{"/Nums", array({integer(0), indirect(array(parents))})}}));
    }

    qpdf_data m_pdf;
    const Structure& m_structure;
    std::vector<int> m_ids;
    qpdf_oh m_page;
};

} // namespace

std::string finish_pdf(const std::string& page, const Structure& structure,
                       const words::Words& words) {
    const Document document(qpdf_init());
    qpdf_data pdf = document.get();
    qpdf_silence_errors(pdf);
    qpdf_read_memory(pdf, "page.pdf", page.data(), page.size(), nullptr);
    require_done(pdf);
    Finisher finisher(pdf, structure);
    finisher.retag_page();
    finisher.add_structure();
    finisher.add_words(words);
    require_done(pdf);
    qpdf_init_write_memory(pdf);
    require_done(pdf);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    qpdf_set_minimum_pdf_version(pdf, "1.7"); // the version that PDF/UA-1 builds on
    qpdf_write(pdf);
    require_done(pdf);
    return {reinterpret_cast<const char*>(qpdf_get_buffer(pdf)), qpdf_get_buffer_length(pdf)};
}

} // namespace cairn::output
