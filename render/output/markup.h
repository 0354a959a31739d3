#pragma once

#include <string>
#include <string_view>

namespace cairn::output {

/// Text for XML and HTML, between tags or in double quotes: `& < > "` escaped, characters that
/// XML 1.0 forbids left out.
std::string escape(std::string_view text);

/// ` name="value"`, the value escaped.
std::string attribute(std::string_view name, std::string_view value);

/// A file name as a relative URL: every byte but ASCII letters, digits and `- . _ ~` as `%XX`.
std::string to_url(std::string_view file_name);

} // namespace cairn::output
