#!/bin/sh
# Lets the reload script of `trunk serve` pass the content policy of the page it is served in.
# Run by Trunk after a build (see Trunk.toml). A built page holds no such script and stays as it is.
set -eu
page="$TRUNK_STAGING_DIR/index.html"
grep -q 'trunk/ws' "$page" || exit 0
sed -e "s/script-src /script-src 'nonce-trunk-serve' /" \
    -e "s/connect-src /connect-src ws: /" \
    -e 's/<script>/<script nonce="trunk-serve">/' "$page" > "$page.new"
mv "$page.new" "$page"
