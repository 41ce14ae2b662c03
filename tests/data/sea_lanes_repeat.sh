#!/bin/bash
# The sea lanes of the repository are what their program makes of the data.
# Usage: sea_lanes_repeat.sh SURVEY_PROGRAM DATA_FOLDER
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$1" "$2" "$folder" >"$folder/report" 2>&1 || { cat "$folder/report"; exit 1; }
for file in nodes.csv edges.csv shoreline.csv; do
    cmp "$folder/$file" "$2/sea_lanes/$file"
done
