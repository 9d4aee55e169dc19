@echo off
rem Does on Windows what split.sh does elsewhere.
if not "%TRUNK_PROFILE%"=="release" exit /b 0
cargo run --quiet --features split --bin split -- "%TRUNK_STAGING_DIR%"
