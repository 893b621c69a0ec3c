# wants: a setting of the program. The library of the command line takes [name] as first argument for an order to itself, and its own name for nothing.
start_servers
image a.jpg
manifest ideogram.yml
for first in '[env:IDEOGRAM_API_KEY=theirs]' "[env:HTTP_PROXY=$elsewhere]" '[diagram]' '[suggest]' '[suggest:4]' '[parse]' ideogram-build ./ideogram-build; do
  program "$first" plan --api-url "$ideogram"
  exits 2
  says "Unrecognized command or argument '$first'."
done
manifest '[diagram].ideogram.yml'
manifest '[suggest]'
program validate '[suggest]'
exits 0
says "([suggest])"
program validate '[diagram].ideogram.yml'
exits 0
program validate /h
exits 1
program validate '/?'
exits 2
never Usage:
