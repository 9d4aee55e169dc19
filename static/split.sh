#!/bin/sh
# Splits a release's programs into a first and a late part (src/bin/split). Run by Trunk after a
# build (see Trunk.toml); a debug build is left whole.
set -eu
[ "$TRUNK_PROFILE" = release ] || exit 0
# PARALLAX_SPLIT: --runs or --list, for whoever looks into the first parts.
exec cargo run --quiet --features split --bin split -- "$TRUNK_STAGING_DIR" ${PARALLAX_SPLIT:+"$PARALLAX_SPLIT"}
