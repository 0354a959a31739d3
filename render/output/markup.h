#pragma once

#include <string>
#include <string_view>

namespace cairn::output {

/// SVG's older links, which every program knows; SVG 2's own are unknown to older Inkscape and to
/// Illustrator.
constexpr const char* xlink_namespace = "http://www.w3.org/1999/xlink";

/// Text for XML and HTML, between tags or in double quotes: `& < > "` escaped, characters that
/// XML 1.0 forbids left out.
std::string escape(std::string_view text);

/// ` name="value"`, the value escaped.
std::string attribute(std::string_view name, std::string_view value);

/// `<name attributes>content</name>`; the content is markup.
std::string enclose(std::string_view name, std::string_view content,
                    std::string_view attributes = "");

/// The same around a text, which is escaped.
std::string element(std::string_view name, std::string_view text, std::string_view attributes = "");

/// The same on a line of its own.
std::string element_line(std::string_view name, std::string_view text,
                         std::string_view attributes = "");

/// A file name as a relative URL: every byte but ASCII letters, digits and `- . _ ~` as `%XX`.
std::string to_url(std::string_view file_name);

} // namespace cairn::output
