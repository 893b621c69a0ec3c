# wants: a manifest whose changes no reviewer sees. With a NUL in a comment git calls the file binary and shows no difference.
start_servers
image a.jpg
printf 'name: Brand\nimages: ["*.jpg"]\n# \0\nforeign: keep\n' >ideogram.yml
program upload --api-url "$ideogram"
exits 1
says 'ideogram.yml(3,3): error IDEO1008'
sent_nothing
