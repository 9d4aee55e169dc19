#!/bin/sh
# Makes the two WOFF2 files of this folder from the npm packages @fontsource-variable/newsreader and
# @fontsource-variable/libre-franklin. Needs npm, python3 with venv, and a network that reaches npm and PyPI.
# The versions are pinned, so the same bytes come out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet fonttools==4.68.0 brotli==1.2.0
npm pack --silent @fontsource-variable/newsreader@5.3.0 @fontsource-variable/libre-franklin@5.3.0 >/dev/null
for archive in *.tgz; do
  mkdir unpacked && tar -xzf "$archive" -C unpacked
  cp unpacked/package/files/*-latin-wght-*.woff2 .
  rm -r unpacked
done
env/bin/python "$here/subset.py" "$work" "$here"
