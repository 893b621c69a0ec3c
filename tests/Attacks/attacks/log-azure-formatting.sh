# wants: a log that says what did not happen. Azure Pipelines and GitHub format or obey ##[…] wherever it stands in a line.
start_servers
faces '##[section]all is well' 'x ##[endgroup]'
