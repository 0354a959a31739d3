#include "geo/gdal/failures_gdal.h"

#include "base/report.h"

#include <cpl_error.h>

#include <algorithm>
#include <utility>

namespace cairn::geo {

namespace {

/// A message on one line, without full stop, with the file named as the user gave it.
std::string on_one_line(std::string message, const std::string& opened, const std::string& shown) {
    for (std::size_t at = message.find(opened); at != std::string::npos;
         at = message.find(opened, at + shown.size())) {
        message.replace(at, opened.size(), shown);
    }
    std::ranges::replace(message, '\n', ' ');
    message.erase(message.find_last_not_of(". ") + 1);
    return message;
}

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum /*number*/, const char* message) {
    if (severity >= CE_Failure) {
        static_cast<std::vector<std::string>*>(CPLGetErrorHandlerUserData())->emplace_back(message);
    }
}

} // namespace

Failures::Failures(const std::filesystem::path& file, std::string shown)
    : m_opened(file.string()), m_shown(std::move(shown)) {
    CPLPushErrorHandlerEx(collect, &m_messages);
}

Failures::~Failures() {
    CPLPopErrorHandler();
}

void Failures::check(const std::string& remedy) const {
    std::vector<Problem> problems;
    for (const std::string& message : m_messages) {
        problems.push_back(
            {.where = {.file = m_shown},
             .what = "GDAL cannot read it: " + on_one_line(message, m_opened, m_shown),
             .remedy = remedy});
    }
    throw_any(std::move(problems));
}

} // namespace cairn::geo
