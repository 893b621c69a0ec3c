# wants: a group of the log of its own. Buildkite begins one at ---, +++ or ~~~, and obeys ^^^ +++.
start_servers
faces '--- all is well' '+++ all is well' '~~~ all is well' '^^^ +++'
