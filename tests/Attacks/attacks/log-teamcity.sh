# wants: the state of the build. TeamCity obeys ##teamcity[…] in a line.
start_servers
faces "##teamcity[buildStatus status='SUCCESS' text='well']"
