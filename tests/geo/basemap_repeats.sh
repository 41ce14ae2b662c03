#!/bin/bash
# The base map of the repository is what its script makes. Usage: basemap_repeats.sh SOURCE_FOLDER
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

/usr/bin/python3 "$1/data/prepare_basemap.py" "$folder/basemap.gpkg"
cmp "$folder/basemap.gpkg" "$1/data/basemap.gpkg"
