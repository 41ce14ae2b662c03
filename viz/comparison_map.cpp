#include "viz/comparison_map.hpp"

#include "viz/map_sheet.hpp"
#include "viz/route_content.hpp"

namespace landsea::viz {

Picture comparison_map(const scenarios::Comparison& comparison, const model::Network& network,
                       const geo::BaseMap& base, const ComparisonMapStyle& style) {
    using model::Language;
    // Places are known abroad by one name and at home by the other.
    const Language other = style.language == Language::zh ? Language::en : Language::zh;
    const Languages languages{style.language, other};
    return draw_map(comparison_content(comparison, network, languages), base,
                    {.width = style.width,
                     .height = style.height,
                     .languages = languages,
                     .projection = style.projection,
                     .base = {.palette = style.palette},
                     .data_date = style.data_date,
                     .credit = style.credit,
                     .view = style.view});
}

} // namespace landsea::viz
