# wants: an environment variable of the job. GitHub, Gitea and Forgejo obey ::name:: at the start of a line, blanks before it or not.
start_servers
faces '::set-env name=PATH::evil' '  ::stop-commands::evil' $'\u00a0::add-path::evil'
