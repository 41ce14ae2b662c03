#include "apps/batch_sink.hpp"

#include "apps/output.hpp"
#include "geo/feature_file.hpp"
#include "io/atomic_file.hpp"
#include "io/batch_layers.hpp"
#include "io/input_error.hpp"

#include <iostream>
#include <string_view>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

} // namespace

BatchSink::BatchSink(std::optional<fs::path> out, const std::string& identity,
                     const scenarios::BatchPlan& plan, io::RowFormat format)
    : out_{std::move(out)}, plan_{plan}, format_{format} {
    const std::string header = io::batch_header(plan, format);
    if (!out_) {
        append(header);
        return;
    }
    if (out_->has_parent_path()) {
        make_folder(out_->parent_path());
    }
    journal_.emplace(*out_, identity, header, [this](std::string_view row) { count(row); });
}

void BatchSink::count(std::string_view row) {
    const auto status = io::status_in(row, format_);
    if (!status) {
        throw io::InputError{{{out_->string() + ".part", "row " + std::to_string(found_.rows() + 1),
                               "a row of a batch with its status", "none; remove it"}}};
    }
    found_.add(*status);
}

void BatchSink::append(const std::string& text) {
    if (journal_) {
        journal_->append(text);
    } else if (!(std::cout << text << std::flush)) {
        throw io::FileError{"standard output", "cannot be written"};
    }
}

void BatchSink::finish(const std::string& manifest) {
    if (!journal_) {
        return;
    }
    journal_->flush();
    // First the manifest: were the program killed in between, the journal would still be there.
    io::write_file(io::manifest_file(*out_), manifest);
    if (format_ == io::RowFormat::gpkg) {
        convert();
        journal_->drop();
    } else {
        journal_->finish();
    }
}

void BatchSink::convert() {
    io::PendingFiles pending;
    try {
        geo::write_geopackage(pending.add(*out_), io::batch_layers(journal_->part(), plan_));
    } catch (const fs::filesystem_error& error) {
        throw io::FileError{*out_, std::string{"cannot be written: "} + error.what()};
    }
    pending.commit();
}

fs::path BatchSink::part() const {
    return journal_ ? journal_->part() : fs::path{};
}

} // namespace landsea::apps
