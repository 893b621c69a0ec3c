# wants: a policy that the reviewer takes for a part of a comment. YAML's old line ends (U+0085, U+2028, U+2029) begin a new line for the reader alone.
start_servers
image a.jpg
for end in $'\u0085' $'\u2028' $'\u2029'; do
  printf 'name: Brand\nimages: ["*.jpg"]\n# our brand%sforeign: keep\n' "$end" >ideogram.yml
  program upload --api-url "$ideogram"
  exits 1
  says 'ideogram.yml(3,12): error IDEO1008'
done
sent_nothing
