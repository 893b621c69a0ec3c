# wants: the API key. A manifest called @x.ideogram.yml reads as "@file" where file names are passed as arguments; the file it names holds an address of the
# attacker's.
start_servers
image a.jpg
manifest @x.ideogram.yml
printf -- '--api-url\n%s\n' "$elsewhere" >x.ideogram.yml
program plan @x.ideogram.yml --api-url "$ideogram"
exits 0
says 'Brand'
program validate @/etc/passwd
exits 1
says "@/etc/passwd(1,1): error IDEO1001"
never root:
