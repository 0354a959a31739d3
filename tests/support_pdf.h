#pragma once

#include "render/output/pdf/pdf_content.h"
#include "tests/support_written.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// PDF files as qpdf reads them.
namespace cairn::test {

using Json = nlohmann::json;

inline constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

inline std::string from_base64(std::string_view text) {
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char digit : text.substr(0, text.find('='))) {
        bits = bits << 6 | static_cast<unsigned>(base64_digits.find(digit));
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFFU);
        }
    }
    return bytes;
}

inline std::string to_base64(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned bits = 0;
        for (std::size_t j = i; j < i + 3; ++j) {
            bits = bits << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0U);
        }
        for (int shift = 18; shift >= 0; shift -= 6) {
            text += base64_digits[bits >> shift & 63U];
        }
    }
    const std::size_t missing = (3 - bytes.size() % 3) % 3;
    return text.replace(text.size() - missing, missing, missing, '=');
}

/// The objects of a PDF, each as qpdf's JSON gives it.
class Pdf {
  public:
    explicit Pdf(const std::string& bytes) : m_bytes(bytes) {
        const Written file("page.pdf", bytes);
        file.run("qpdf --json-output --json-stream-data=inline --decode-level=generalized page.pdf "
                 "page.json");
        m_whole = Json::parse(file.read("page.json"));
        m_encryption =
            Json::parse(file.run("qpdf --json --json-key=encrypt page.pdf")).at("encrypt");
    }

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    [[nodiscard]] const Json& encryption() const { return m_encryption; }

    /// All objects by name: "obj:3 0 R", "trailer".
    [[nodiscard]] const Json& objects() const { return m_whole.at("qpdf").at(1); }

    /// What a reference such as "3 0 R" leads to, of a stream its dictionary; anything else is what
    /// it is.
    [[nodiscard]] Json at(const Json& value) const {
        const std::string key = value.is_string() ? "obj:" + value.get<std::string>() : "";
        const auto found = objects().find(key);
        if (found == objects().end()) {
            return value;
        }
        return found->contains("stream") ? found->at("stream").at("dict") : found->at("value");
    }

    /// A dictionary's entry as it stands; null where there is none. The dictionary may be a
    /// reference.
    [[nodiscard]] Json entry(const Json& dictionary, const char* key) const {
        const Json read = at(dictionary);
        return read.is_object() ? read.value(key, Json()) : Json();
    }

    /// The same, followed where it is a reference.
    [[nodiscard]] Json get(const Json& dictionary, const char* key) const {
        return at(entry(dictionary, key));
    }

    /// An entry's items: of an array all, else the one that it is, none where there is none.
    [[nodiscard]] std::vector<Json> items(const Json& dictionary, const char* key) const {
        const Json read = get(dictionary, key);
        if (read.is_array()) {
            return read.get<std::vector<Json>>();
        }
        return read.is_null() ? std::vector<Json>() : std::vector<Json>{entry(dictionary, key)};
    }

    /// The decoded bytes of the stream that a reference leads to.
    [[nodiscard]] std::string data(const Json& reference) const {
        const Json& object = objects().at("obj:" + reference.get<std::string>());
        return from_base64(object.at("stream").at("data").get<std::string>());
    }

    [[nodiscard]] Json catalogue() const {
        return get(objects().at("trailer").at("value"), "/Root");
    }
    [[nodiscard]] Json page() const {
        return at(items(get(catalogue(), "/Pages"), "/Kids").front());
    }
    [[nodiscard]] std::string content() const { return data(page().at("/Contents")); }

    /// The file with its objects changed.
    [[nodiscard]] std::string edited(const std::function<void(Json& objects)>& change) const {
        Json whole = m_whole;
        change(whole.at("qpdf").at(1));
        const Written file("edited.json", whole.dump());
        file.run("qpdf --json-input edited.json edited.pdf");
        return file.read("edited.pdf");
    }

  private:
    std::string m_bytes;
    Json m_whole;
    Json m_encryption;
};

/// An object of which `fits` holds; fails the test when there is none.
inline Json& find_object(Json& objects, const std::function<bool(const Json&)>& fits) {
    for (auto& [name, object] : objects.items()) {
        Json& value = object.contains("stream") ? object.at("stream").at("dict") : object["value"];
        if (value.is_object() && fits(value)) {
            return value;
        }
    }
    BOOST_FAIL("no object fits");
    return objects;
}

/// An object that has the value at the key.
inline Json& find_object(Json& objects, const char* key, const char* value) {
    return find_object(objects, [=](const Json& object) {
        return object.contains(key) && object.at(key) == value;
    });
}

/// An element of the structure tree, as a reference, and what holds it.
struct StructureElement {
    Json reference;
    Json parent;
};

/// All elements in reading order.
inline std::vector<StructureElement> structure_elements(const Pdf& pdf) {
    std::vector<StructureElement> found;
    const std::function<void(const Json&)> visit = [&](const Json& parent) {
        for (const Json& kid : pdf.items(parent, "/K")) {
            if (pdf.at(kid).is_object()) { // no marked content
                found.push_back({kid, parent});
                visit(kid);
            }
        }
    };
    visit(pdf.entry(pdf.catalogue(), "/StructTreeRoot"));
    return found;
}

} // namespace cairn::test
