# Every call to GitHub, made by the published program, whose trimming no other test sees.
beside "calls to GitHub" bash tests/GitHub/run.sh
