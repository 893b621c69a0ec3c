# wants: a picture of its own in the console. Jenkins and terminals read notes and orders after an escape character.
start_servers
faces $'\e[8mha:////4AAAA==\e[0mall is well' $'a\e[2K\e[1A\e]0;title\a'
