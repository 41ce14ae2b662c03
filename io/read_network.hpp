#pragma once

#include "model/network.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::io {

/// A network file that has been read into memory.
struct NetworkText {
    std::string name; ///< what messages call it
    std::string text;
};

/// What a network was read from.
struct NetworkFile {
    std::string name;
    std::string title; ///< empty when it has none
};

struct LoadedNetwork {
    model::Network network;
    /// 16 hexadecimal digits of FNV-1a over what the files say. Files that differ in layout, in
    /// the order of keys or in the folder they lie in have the same; files are taken in the order
    /// of their names.
    /// Source: Fowler, Noll, Vo, 64 bit.
    std::string data_hash;
    std::vector<NetworkFile> files;
};

/// The network that some files describe together, in the format of docs/data_format.md.
///
/// Links with a `reverse` and services with a `return` are followed by "ID~reverse" and
/// "ID~return"; what these take from the way out is graded assumed and noted "mirrored from ID".
/// Throws InputError with all problems of all files, FileError for the first file that cannot be
/// read.
///
/// `additions`, in the same format, come after the files and are no part of the hash. They may add
/// to the network and not change it: their services are planned, and their operations are at places
/// or for means and services of the additions themselves.
LoadedNetwork read_network(const std::vector<std::filesystem::path>& files,
                           const std::vector<NetworkText>& additions = {});

/// The same for all files *.json of a folder, in the order of their names. Throws InputError when
/// there are none.
LoadedNetwork read_network_folder(const std::filesystem::path& folder);

/// The same for texts, such as standard input.
LoadedNetwork read_network_text(const std::vector<NetworkText>& texts,
                                const std::vector<NetworkText>& additions = {});

} // namespace landsea::io
