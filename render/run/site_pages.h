#pragma once

#include "render/resources/resource_cache.h"
#include "render/run/render.h"

/// Figures and the pages of the web site that shows them.
namespace cairn {

/// Holds the site's pages against its figures, in all languages.
void check_site(const Request& request, ResourceCache& cache, Report& report);

} // namespace cairn
