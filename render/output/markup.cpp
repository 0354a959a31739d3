#include "render/output/markup.h"

#include "base/ascii.h"

#include <fmt/format.h>

namespace cairn::output {

namespace {

bool is_forbidden(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/// U+FFFE and U+FFFF, the two of three bytes that XML forbids.
bool begins_noncharacter(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

bool is_unreserved(char byte) {
    return is_letter_or_digit(byte) || std::string_view("-._~").find(byte) != std::string::npos;
}

} // namespace

std::string escape(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '&') {
            escaped += "&amp;";
        } else if (byte == '<') {
            escaped += "&lt;";
        } else if (byte == '>') {
            escaped += "&gt;";
        } else if (byte == '"') {
            escaped += "&quot;";
        } else if (begins_noncharacter(text.substr(i))) {
            i += 2;
        } else if (!is_forbidden(byte)) {
            escaped += byte;
        }
    }
    return escaped;
}

std::string attribute(std::string_view name, std::string_view value) {
    std::string text(" ");
    text.append(name).append("=\"").append(escape(value)).append("\"");
    return text;
}

std::string enclose(std::string_view name, std::string_view content, std::string_view attributes) {
    return fmt::format("<{0}{1}>{2}</{0}>", name, attributes, content);
}

std::string element(std::string_view name, std::string_view text, std::string_view attributes) {
    return enclose(name, escape(text), attributes);
}

std::string element_line(std::string_view name, std::string_view text,
                         std::string_view attributes) {
    return element(name, text, attributes) + "\n";
}

std::string to_url(std::string_view file_name) {
    std::string url;
    for (const char byte : file_name) {
        url += is_unreserved(byte) ? std::string(1, byte)
                                   : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return url;
}

} // namespace cairn::output
